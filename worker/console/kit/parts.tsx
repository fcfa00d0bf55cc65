import type { Child } from 'hono/jsx';
import type { FieldError } from '../../contract/problem.ts';
import { Format } from '../../platform/tables/answer.ts';
import type { Posted } from './posted.ts';
import type { Words } from './words/words.ts';

/** What a form was given, and what is wrong with it, by control name. */
export type Given = { values?: Posted; errors?: readonly FieldError[] };

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

const errorOf = ({ errors = [] }: Given, name: string): string | undefined =>
  errors.find(({ field }) => field === name)?.message;

type Named = { name: string; label: string; help?: string; given?: Given };

const describedBy = (name: string, help?: string, error?: string): string | undefined =>
  [help && `${name}-help`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;

const Around = ({ name, label, help, given = {}, children }: Named & { children: Child }) => {
  const error = errorOf(given, name);
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children}
      {help ? (
        <small id={`${name}-help`} class="help">
          {help}
        </small>
      ) : null}
      {error ? (
        <small id={`${name}-error`} class="error">
          {error}
        </small>
      ) : null}
    </div>
  );
};

/** A line to write in. */
export const Field = ({
  name,
  label,
  help,
  given = {},
  value,
  type = 'text',
  required,
  placeholder,
  ...more
}: Named & {
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
  const error = errorOf(given, name);
  return (
    <Around name={name} label={label} help={help} given={given}>
      <input
        id={name}
        name={name}
        type={type}
        required={required}
        placeholder={placeholder}
        {...more}
        value={one(given.values?.[name]) ?? (value === null ? '' : value)}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(name, help, error)}
      />
    </Around>
  );
};

/** A key: what is named by it for ever (see `Key`). */
export const KeyField = (field: Omit<Named, 'name'>) => (
  <Field {...field} name="key" pattern="[A-Za-z0-9][A-Za-z0-9\-]*" required />
);

/** A box to write more in. */
export const Area = ({
  name,
  label,
  help,
  given = {},
  value = '',
  rows = 3,
  required,
  lang,
  spellcheck,
}: Named & {
  value?: string;
  rows?: number;
  required?: boolean;
  lang?: string;
  spellcheck?: boolean;
}) => {
  const error = errorOf(given, name);
  return (
    <Around name={name} label={label} help={help} given={given}>
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
        {one(given.values?.[name]) ?? value}
      </textarea>
    </Around>
  );
};

/** What can be chosen: its value and its name. */
export type Choice = readonly [value: string, name: string];

/** One of several. */
export const Select = ({
  name,
  label,
  help,
  given = {},
  value = '',
  choices,
  required,
}: Named & { value?: string; choices: readonly Choice[]; required?: boolean }) => {
  const error = errorOf(given, name);
  const chosen = one(given.values?.[name]) ?? value;
  return (
    <Around name={name} label={label} help={help} given={given}>
      <select
        id={name}
        name={name}
        required={required}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(name, help, error)}
      >
        {choices.map(([each, text]) => (
          <option value={each} selected={each === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Around>
  );
};

/** Yes or no. */
export const Check = ({
  name,
  label,
  help,
  checked,
  value = 'yes',
}: Omit<Named, 'given'> & { checked: boolean; value?: string }) => (
  <label class="check">
    <input type="checkbox" name={name} value={value} checked={checked} />
    <span>
      {label}
      {help ? <small class="help">{help}</small> : null}
    </span>
  </label>
);

/** What is wrong with a form, above it, with those that no control shows. */
export const Wrong = ({ given, words }: { given: Given; words: Words }) =>
  given.errors?.length ? (
    <div class="problem" role="alert">
      <p>{words.wrong}</p>
      <ul>
        {given.errors.map(({ field, message }) => (
          <li>
            {field ? <code>{field}</code> : null} {message}
          </li>
        ))}
      </ul>
    </div>
  ) : null;

/** A table that scrolls by itself where the window is narrow. */
export const Table = ({
  head,
  label,
  children,
}: {
  head: string[];
  label: string;
  children: Child;
}) => (
  <section class="table" aria-label={label} tabindex={0}>
    <table>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);

/** Where there is nothing yet: says what would stand here, and how it comes. */
export const Empty = ({ title, children }: { title: string; children?: Child }) => (
  <div class="empty">
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </div>
);

/** A button that does something by itself. */
export const Act = ({
  action,
  label,
  kind = 'quiet',
  values = {},
}: {
  action: string;
  label: string;
  kind?: 'quiet' | 'main' | 'danger' | 'small';
  values?: Record<string, string | number>;
}) => (
  <form method="post" action={`/console${action}`} class="act">
    {Object.entries(values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class={kind}>{label}</button>
  </form>
);

/** A moment (UTC ms) as people read it, and as programs do. */
export const Time = ({
  at,
  locale,
  date,
}: {
  at: number | null;
  locale: string;
  date?: boolean;
}) =>
  at === null ? (
    <span>–</span>
  ) : (
    <time datetime={new Date(at).toISOString()}>
      {new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
        dateStyle: 'medium',
        ...(date ? {} : { timeStyle: 'short' }),
        timeZone: 'UTC',
      }).format(at)}
    </time>
  );

/** A table to take along, in each format that there is. */
export const TakeAlong = ({ path }: { path: string }) => (
  <>
    {Format.options.map((format) => (
      <>
        <a href={`/console${path}?format=${format}`}>{format.toUpperCase()}</a>{' '}
      </>
    ))}
  </>
);

/** How something stands, as a word with a colour of its own. */
export const Badge = ({ is, children }: { is: string; children: Child }) => (
  <span class={`badge ${is}`}>{children}</span>
);
