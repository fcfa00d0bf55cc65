import { type Child, createContext, useContext } from 'hono/jsx';
import { Format, formatNames } from '../../platform/tables/answer.ts';
import { momentsIn } from '../../platform/zone.ts';
import type { KeptFile } from '../../submissions/files.ts';
import type { ConsoleContext } from './app.ts';
import { type ConsoleLocale, localeOf } from './words.ts';

/** A table that scrolls on its own in a narrow window. */
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

/** A term and its value in a `<dl>`. */
export const Fact = ({ term, children }: { term: string; children: Child }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
);

/** What a person wrote in a form's fields, by field key; an answer that is a file leads to it. */
export const AnswerFacts = ({
  fields,
  submission,
  files,
}: {
  fields: Readonly<Record<string, unknown>>;
  submission: string;
  files: readonly KeptFile[];
}) => {
  const isFile = (name: string): boolean =>
    files.some((file) => file.submission === submission && file.field === name);
  return (
    <dl class="facts">
      {Object.entries(fields).map(([name, value]) => (
        <Fact term={name}>
          {isFile(name) ? (
            <a href={`/console/submissions/${submission}/files/${name}`}>{String(value)}</a>
          ) : (
            [value].flat().join(', ')
          )}
        </Fact>
      ))}
    </dl>
  );
};

/** What a screen shows instead of an empty table: what will stand there, and how it gets there. */
export const EmptyState = ({ title, children }: { title: string; children?: Child }) => (
  <div class="empty">
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </div>
);

/** A link to another screen that looks like a button. */
export const LinkButton = ({
  to,
  kind = 'quiet',
  children,
}: {
  to: string;
  kind?: 'quiet' | 'main' | 'danger';
  children: Child;
}) => (
  <a class={`${kind} button`} href={`/console${to}`}>
    {children}
  </a>
);

/** A button that is a form of its own. */
export const PostButton = ({
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

/** The button that sends the form around it. */
export const SubmitButton = ({ label }: { label: string }) => (
  <p class="buttons">
    <button class="main">{label}</button>
  </p>
);

/** The time zone that the moments on a screen are shown in. */
export const Zone = createContext('UTC');

/** The language that a screen is shown in. */
export const Language = createContext<ConsoleLocale>('en');

/** Writes a moment (UTC ms) as people read it. */
export const formatMoment = (
  at: number,
  { locale, zone, date = false }: { locale: string; zone: string; date?: boolean },
): string =>
  momentsIn(locale === 'en' ? 'en-GB' : locale, zone, { withTime: !date, month: 'short' }).format(
    at,
  );

/** Writes a moment (UTC ms) in the language and the time zone of a screen. */
export const momentOn = (c: ConsoleContext, at: number): string =>
  formatMoment(at, { locale: localeOf(c), zone: c.get('timeZone') });

/** Writes a day (`2026-11-25`) as people read it; `short` leaves the year out. */
export const formatDay = (
  day: string,
  locale: ConsoleLocale,
  length: 'short' | 'whole' = 'whole',
): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    year: length === 'short' ? undefined : 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));

/** A moment (UTC ms), readable by people and by programs; a dash if it is null. */
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
      {formatMoment(at, { locale, zone: useContext(Zone), date })}
    </time>
  );

/** Links that export a table, one for each format. */
export const ExportLinks = ({ path }: { path: string }) => (
  <>
    {Format.options.map((format) => (
      <>
        <a href={`/console${path}?format=${format}`}>{formatNames[format]}</a>{' '}
      </>
    ))}
  </>
);

/** A state, as a word with its own colour. */
export const Badge = ({ is, children }: { is: string; children: Child }) => (
  <span class={`badge ${is}`}>{children}</span>
);

/** A number with its label, and below what it is compared with; it leads to a screen if there is a path. */
export const Tile = ({
  label,
  path,
  change,
  children,
}: {
  label: string;
  path?: string;
  change?: string | undefined;
  children: Child;
}) => {
  const content = (
    <>
      <strong>{children}</strong>
      <span>{label}</span>
      {change ? <span class="change">{change}</span> : null}
    </>
  );
  return path ? (
    <a class="tile" href={`/console${path}`}>
      {content}
    </a>
  ) : (
    <div class="tile">{content}</div>
  );
};

/** A link to the next page of a list. */
export const NextPage = ({ query, label }: { query: URLSearchParams; label: string }) => (
  <p class="pages">
    <a href={`?${query}`}>{label}</a>
  </p>
);
