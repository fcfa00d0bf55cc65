import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ConsoleContext } from './app.ts';
import { withCellLabels } from './cell-labels.ts';
import { flashOf } from './flash.ts';
import { withLabels } from './labels.ts';
import { Navigation } from './navigation.tsx';
import { Language, Zone } from './parts.tsx';
import { withoutActs } from './read-only.ts';
import { localeOf, type Words, wordsOf } from './words.ts';

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

const respond = async (
  c: ConsoleContext,
  page: ReturnType<typeof Head>,
  status: ContentfulStatusCode,
): Promise<Response> => {
  c.header('Content-Security-Policy', policy);
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Content-Language', localeOf(c));
  const whole = withCellLabels(withLabels(`<!doctype html>${await page}`));
  return c.html(c.get('isReadOnly') ? withoutActs(whole) : whole, status);
};

/** What a screen shows: its title, its actions and its content. */
export type Screen = {
  title: string;
  children: Child;
  /** Links to other screens about the same, beside the title. */
  views?: Child;
  /** Links and buttons beside the title that change something, for who may. */
  actions?: Child;
  /** The screen above this one: its path and its name. */
  back?: readonly [path: string, name: string];
  /** The result of the last action; see `redirectWith`. */
  message?: string | undefined;
};

const TopBar = ({ c }: { c: ConsoleContext }) => {
  const words = wordsOf(c);
  return (
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
        {c.get('user').name}
      </a>
    </header>
  );
};

const Title = ({ title, views, actions, back }: Omit<Screen, 'children' | 'message'>) => (
  <div class="top">
    <div>
      {back ? (
        <a class="back" href={`/console${back[0]}`}>
          {back[1]}
        </a>
      ) : null}
      <h1>{title}</h1>
    </div>
    {views || actions ? (
      <div class="beside">
        {views}
        {actions}
      </div>
    ) : null}
  </div>
);

const Message = ({ message }: { message: string | undefined }) =>
  message ? (
    <p class="said" role="status">
      {message}
    </p>
  ) : null;

/** Shows a screen to a signed-in user. */
export const show = (
  c: ConsoleContext,
  { title, children, views, actions, back, message = flashOf(c) }: Screen,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const words = wordsOf(c);
  const isReadOnly = c.get('isReadOnly') ?? false;
  return respond(
    c,
    <Zone.Provider value={c.get('timeZone')}>
      <Language.Provider value={localeOf(c)}>
        <html lang={localeOf(c)}>
          <Head title={title} words={words} />
          <body>
            <a class="skip" href="#content">
              {words.skipToContent}
            </a>
            <TopBar c={c} />
            <div class="frame">
              <aside>
                <Navigation c={c} />
              </aside>
              <main id="content" tabindex={-1}>
                <Title
                  title={title}
                  views={views}
                  actions={isReadOnly ? undefined : actions}
                  back={back}
                />
                <Message message={message} />
                {isReadOnly ? <p class="intro">{words.readOnly}</p> : null}
                {children}
              </main>
            </div>
          </body>
        </html>
      </Language.Provider>
    </Zone.Provider>,
    status,
  );
};

/** Shows a page without the menu to someone who is not signed in. */
export const showPublicPage = (
  c: ConsoleContext,
  title: string,
  children: Child,
  status: ContentfulStatusCode = 200,
): Promise<Response> =>
  respond(
    c,
    <Language.Provider value={localeOf(c)}>
      <html lang={localeOf(c)}>
        <Head title={title} words={wordsOf(c)} />
        <body class="alone">
          <main id="content">
            <h1>{title}</h1>
            {children}
          </main>
        </body>
      </html>
    </Language.Provider>,
    status,
  );
