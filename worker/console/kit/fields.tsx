import { raw } from 'hono/html';
import { type Child, useContext } from 'hono/jsx';
import { labelHere } from './labels.ts';
import { Language } from './parts.tsx';
import { textsOf } from './posted.ts';
import { type PlacedError, SavedNow, type Submitted } from './submitted.tsx';
import { translated } from './translated.ts';
import { type Words, wordsIn } from './words.ts';

export type { PlacedError, Submitted } from './submitted.tsx';

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Returns what is wrong with a control. */
export const errorOf = ({ errors = [] }: Submitted, name: string): string | undefined =>
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

/** What is wrong with a control, or with boxes that belong together, beside it. */
export const FieldErrorText = ({ name, error }: { name: string; error: string | undefined }) =>
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
  saved,
  children,
}: FieldProps & { saved: string; children: Child }) => (
  <div class="field">
    <label for={name}>{label}</label>
    {children}
    <SavedNow submitted={submitted} own={first(submitted.values?.[name]) ?? saved} saved={saved} />
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
    <FieldFrame
      name={name}
      label={label}
      help={help}
      submitted={submitted}
      saved={String(value ?? '')}
    >
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
    <FieldFrame name={name} label={label} help={help} submitted={submitted} saved={value}>
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
  const saved = choices.find(([each]) => each === value)?.[1] ?? value;
  return (
    <FieldFrame
      name={name}
      label={label}
      help={help}
      submitted={submitted}
      saved={selected === value ? selected : saved}
    >
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

/** A checkbox with its label beside it; `checked` is what is saved, unless something was submitted. */
export const Checkbox = ({
  name,
  label,
  help,
  checked,
  value = 'yes',
  disabled = false,
  submitted = {},
}: FieldProps & { checked: boolean; value?: string; disabled?: boolean }) => {
  const words = wordsIn(useContext(Language));
  const isChecked = submitted.values ? textsOf(submitted.values, name).includes(value) : checked;
  const say = (is: boolean) => (is ? words.savedChecked : words.savedUnchecked);
  return (
    <label class="check">
      <input type="checkbox" name={name} value={value} checked={isChecked} disabled={disabled} />
      <span>
        {label}
        {help ? <small class="help">{help}</small> : null}
        <SavedNow submitted={submitted} own={say(isChecked)} saved={say(checked)} />
      </span>
    </label>
  );
};

/** Every error of a form, above it: what its field is called, and what to do, with a link to the control. */
export const ErrorSummary = ({ submitted, words }: { submitted: Submitted; words: Words }) => {
  const errors = (submitted.errors ?? []).filter(({ code }) => code !== 'overtaken');
  return errors.length > 0 ? (
    <div class="problem" role="alert" tabindex={-1} data-summary>
      <p>{words.errorSummary}</p>
      <ul>
        {errors.map((error) => (
          <ErrorLine error={error} />
        ))}
      </ul>
    </div>
  ) : null;
};

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
