import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Right } from '../../contract/rights.ts';
import type { ConsoleApp } from './app.ts';
import { fill, localeOf, type Words, wordsOf } from './words/words.ts';

/** Our own scripts and styles and nothing else; a preview of ours may stand in a frame. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

type Place = { path: string; word: keyof Words; rights: Right[] };

const places: { word: keyof Words; places: Place[] }[] = [
  {
    word: 'marketing',
    places: [
      { path: '', word: 'overview', rights: [] },
      { path: '/forms', word: 'forms', rights: ['forms'] },
      { path: '/submissions', word: 'submissions', rights: ['people-read'] },
      { path: '/people', word: 'people', rights: ['people-read'] },
      { path: '/jobs', word: 'jobs', rights: ['people-register', 'bulk-update', 'bulk-delete'] },
    ],
  },
  {
    word: 'privacy',
    places: [
      { path: '/requests', word: 'requests', rights: ['requests'] },
      { path: '/notices', word: 'notices', rights: ['people-read'] },
      { path: '/retention', word: 'retention', rights: ['settings'] },
      { path: '/register', word: 'register', rights: ['lists'] },
      { path: '/breaches', word: 'breaches', rights: ['breach'] },
    ],
  },
  {
    word: 'setup',
    places: [
      { path: '/lists', word: 'lists', rights: ['lists'] },
      { path: '/mail', word: 'mail', rights: ['mail'] },
      { path: '/settings', word: 'settings', rights: ['settings'] },
      { path: '/users', word: 'users', rights: ['users'] },
      { path: '/keys', word: 'keys', rights: ['api-keys'] },
      { path: '/audit', word: 'audit', rights: ['audit'] },
    ],
  },
];

const isHere = (here: string, path: string): boolean =>
  path === '' ? here === '/console' : here.startsWith(`/console${path}`);

const Navigation = ({ c }: { c: Context<ConsoleApp> }) => {
  const words = wordsOf(c);
  const { rights } = c.get('user');
  const mine = places
    .map((group) => ({
      ...group,
      places: group.places.filter(
        (place) =>
          place.rights.length === 0 || place.rights.some((right) => rights.includes(right)),
      ),
    }))
    .filter((group) => group.places.length > 0);
  return (
    <nav aria-label={words.menu}>
      {mine.map((group) => (
        <section>
          <h2>{words[group.word]}</h2>
          <ul>
            {group.places.map(({ path, word }) => (
              <li>
                <a
                  href={`/console${path}`}
                  aria-current={isHere(c.req.path, path) ? 'page' : undefined}
                >
                  {words[word]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
};

const Head = ({ title, words }: { title: string; words: Words }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>{`${title} · ${words.console}`}</title>
    <link
      rel="icon"
      href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%232f5bd0'/%3E%3Cpath d='m4 8 3 3 5-6' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E"
    />
    <link rel="stylesheet" href="/console.css" />
    <script type="module" src="/console.js"></script>
  </head>
);

const answer = async (
  c: Context<ConsoleApp>,
  page: ReturnType<typeof Head>,
  status: ContentfulStatusCode,
): Promise<Response> => {
  c.header('Content-Security-Policy', policy);
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Content-Language', localeOf(c));
  return c.html(`<!doctype html>${await page}`, status);
};

/** What a screen shows: its title, what can be done beside it, and the content. */
export type Screen = {
  title: string;
  children: Child;
  /** Links and buttons beside the title. */
  beside?: Child;
  /** Where one came from: the address and its name. */
  back?: readonly [href: string, name: string];
  /** What came of the last doing; see `leadTo`. */
  said?: string;
};

const saidWords = ['saved', 'added', 'ended', 'done', 'sent'] as const;

/** After a doing: leads to a screen, which then says what came of it. */
export const leadTo = (
  c: Context<ConsoleApp>,
  path: string,
  what: (typeof saidWords)[number],
): Response => {
  const separator = path.includes('?') ? '&' : '?';
  return c.redirect(`/console${path}${separator}said=${what}`, 303);
};

const saidOf = (c: Context<ConsoleApp>): string | undefined => {
  const word = saidWords.find((each) => each === c.req.query('said'));
  return word && wordsOf(c)[word];
};

/** A screen of somebody who is signed in. */
export const show = (
  c: Context<ConsoleApp>,
  { title, children, beside, back, said = saidOf(c) }: Screen,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const words = wordsOf(c);
  const user = c.get('user');
  return answer(
    c,
    <html lang={localeOf(c)}>
      <Head title={title} words={words} />
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header class="bar">
          <a class="brand" href="/console">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <rect width="16" height="16" rx="4" />
              <path d="m4 8 3 3 5-6" />
            </svg>
            {words.console}
          </a>
          <details class="menu">
            <summary>{words.menu}</summary>
            <Navigation c={c} />
          </details>
          <a class="me" href="/console/account">
            {user.name}
          </a>
        </header>
        <div class="frame">
          <aside>
            <Navigation c={c} />
          </aside>
          <main id="content" tabindex={-1}>
            <div class="top">
              <div>
                {back ? (
                  <a class="back" href={`/console${back[0]}`}>
                    {back[1]}
                  </a>
                ) : null}
                <h1>{title}</h1>
              </div>
              {beside ? <div class="beside">{beside}</div> : null}
            </div>
            {said ? (
              <p class="said" role="status">
                {said}
              </p>
            ) : null}
            {children}
          </main>
        </div>
      </body>
    </html>,
    status,
  );
};

/** A page of its own, before somebody is signed in. */
export const showAlone = (
  c: Context<ConsoleApp>,
  title: string,
  children: Child,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const words = wordsOf(c);
  return answer(
    c,
    <html lang={localeOf(c)}>
      <Head title={title} words={words} />
      <body class="alone">
        <main id="content">
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>,
    status,
  );
};

/** Says that a right is missing, and which. */
export const showForbidden = (c: Context<ConsoleApp>, right: Right): Promise<Response> => {
  const words = wordsOf(c);
  return show(
    c,
    { title: words.forbidden, children: <p>{fill(words.forbiddenText, { right })}</p> },
    403,
  );
};
