import { raw } from 'hono/html';
import { type Child, useContext } from 'hono/jsx';
import type { FieldError } from '../../contract/problem.ts';
import { labelHere } from './labels.ts';
import { Language } from './parts.tsx';
import type { Posted } from './posted.ts';
import { translated } from './translated.ts';
import type { Words } from './words.ts';

/**
 * An error with what its field is called, where that is not the label of a control of this name, and with the
 * page that the control is on, where that is another one.
 */
export type PlacedError = FieldError & { label?: string; page?: string };

/** What was submitted in a form and its errors, by control name. */
export type Submitted = { values?: Posted; errors?: readonly PlacedError[] | undefined };

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
      {translated(useContext(Language), error)}
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

/** Every error of a form, above it: what its field is called, and what to do, with a link to the control. */
export const ErrorSummary = ({ submitted, words }: { submitted: Submitted; words: Words }) =>
  submitted.errors?.length ? (
    <div class="problem" role="alert" tabindex={-1} data-summary>
      <p>{words.errorSummary}</p>
      <ul>
        {submitted.errors.map((error) => (
          <ErrorLine error={error} />
        ))}
      </ul>
    </div>
  ) : null;

const ErrorLine = ({ error: { field, label, page = '', message } }: { error: PlacedError }) => {
  const text = translated(useContext(Language), message);
  if (!field) return <li>{text}</li>;
  return (
    <li>
      <a href={`${page}#${field}`}>
        {label === undefined ? raw(labelHere(field)) : `${label}: `}
        {text}
      </a>
    </li>
  );
};

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
