import type { Child } from 'hono/jsx';
import type { FieldError } from '../../contract/problem.ts';
import type { Posted } from './posted.ts';
import type { Words } from './words.ts';

/** What was submitted in a form and its errors, by control name. */
export type Submitted = { values?: Posted; errors?: readonly FieldError[] };

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

const errorOf = ({ errors = [] }: Submitted, name: string): string | undefined =>
  errors.find(({ field }) => field === name)?.message;

type FieldProps = { name: string; label: string; help?: string; submitted?: Submitted };

const describedBy = (name: string, help?: string, error?: string): string | undefined =>
  [help && `${name}-help`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;

const Help = ({ name, help }: { name: string; help: string | undefined }) =>
  help ? (
    <small id={`${name}-help`} class="help">
      {help}
    </small>
  ) : null;

const FieldErrorText = ({ name, error }: { name: string; error: string | undefined }) =>
  error ? (
    <small id={`${name}-error`} class="error">
      {error}
    </small>
  ) : null;

/** The label, the help text and the error around a control. */
const FieldFrame = ({
  name,
  label,
  help,
  submitted = {},
  children,
}: FieldProps & { children: Child }) => (
  <div class="field">
    <label for={name}>{label}</label>
    {children}
    <Help name={name} help={help} />
    <FieldErrorText name={name} error={errorOf(submitted, name)} />
  </div>
);

/** A field of one line, or of another type of input. */
export const Field = ({
  name,
  label,
  help,
  submitted = {},
  value,
  type = 'text',
  required,
  placeholder,
  ...attributes
}: FieldProps & {
  value?: string | number | null;
  type?: string;
  required?: boolean;
  placeholder?: string;
  min?: number | string;
  max?: number | string;
  step?: string;
  pattern?: string;
  autocomplete?: string;
  autofocus?: boolean;
  list?: string;
  lang?: string;
}) => {
  const error = errorOf(submitted, name);
  return (
    <FieldFrame name={name} label={label} help={help} submitted={submitted}>
      <input
        id={name}
        name={name}
        type={type}
        required={required}
        placeholder={placeholder}
        {...attributes}
        value={first(submitted.values?.[name]) ?? (value === null ? '' : value)}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(name, help, error)}
      />
    </FieldFrame>
  );
};

/** A field for the key of something, which names it for ever (see `Key`). */
export const KeyField = (field: Omit<FieldProps, 'name'>) => (
  <Field {...field} name="key" pattern="[A-Za-z0-9][A-Za-z0-9\-]*" required />
);

/** A field of several lines. */
export const TextArea = ({
  name,
  label,
  help,
  submitted = {},
  value = '',
  rows = 3,
  required,
  lang,
  spellcheck,
}: FieldProps & {
  value?: string;
  rows?: number;
  required?: boolean;
  lang?: string;
  spellcheck?: boolean;
}) => {
  const error = errorOf(submitted, name);
  return (
    <FieldFrame name={name} label={label} help={help} submitted={submitted}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        required={required}
        lang={lang}
        spellcheck={spellcheck}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(name, help, error)}
      >
        {first(submitted.values?.[name]) ?? value}
      </textarea>
    </FieldFrame>
  );
};

/** An option of a select: its value and its name. */
export type Choice = readonly [value: string, name: string];

/** A field that takes one of several options. */
export const Select = ({
  name,
  label,
  help,
  submitted = {},
  value = '',
  choices,
  required,
  placeholder,
}: FieldProps & {
  value?: string;
  choices: readonly Choice[];
  required?: boolean;
  /** The first option, which stands for nothing selected. */
  placeholder?: string;
}) => {
  const error = errorOf(submitted, name);
  const selected = first(submitted.values?.[name]) ?? value;
  return (
    <FieldFrame name={name} label={label} help={help} submitted={submitted}>
      <select
        id={name}
        name={name}
        required={required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(name, help, error)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {choices.map(([each, text]) => (
          <option value={each} selected={each === selected}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
};

/** A checkbox with its label beside it. */
export const Checkbox = ({
  name,
  label,
  help,
  checked,
  value = 'yes',
}: Omit<FieldProps, 'submitted'> & { checked: boolean; value?: string }) => (
  <label class="check">
    <input type="checkbox" name={name} value={value} checked={checked} />
    <span>
      {label}
      {help ? <small class="help">{help}</small> : null}
    </span>
  </label>
);

/** Every error of a form, above it, also those that belong to no field. */
export const ErrorSummary = ({ submitted, words }: { submitted: Submitted; words: Words }) =>
  submitted.errors?.length ? (
    <div class="problem" role="alert">
      <p>{words.errorSummary}</p>
      <ul>
        {submitted.errors.map(({ field, message }) => (
          <li>
            {field ? <code>{field}</code> : null} {message}
          </li>
        ))}
      </ul>
    </div>
  ) : null;

/** Asks why something is done on people's behalf, in the words of its screen. */
export const ReasonField = ({
  own,
  submitted,
}: {
  own: { reason: string; reasonHelp: string };
  submitted?: Submitted;
}) => (
  <TextArea
    name="comment"
    label={own.reason}
    help={own.reasonHelp}
    required
    submitted={submitted}
  />
);
