import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { mailbox } from './admin/mail/routes.ts';
import { api, chapters } from './api.ts';
import { consoleScreens } from './console/routes.ts';
import { sendNow } from './emails/send.ts';
import { docs } from './platform/api/docs.ts';
import { documentOf } from './platform/api/document.ts';
import { withDatabase } from './platform/bookmark.ts';
import type { App } from './platform/env.ts';
import { ProblemError } from './platform/problems/problem.ts';
import { confirmPages } from './visitor/confirm/page.ts';
import { addressPages } from './visitor/corrections/page.ts';
import { preferencesPages } from './visitor/preferences/page.ts';
import { pages } from './visitor/submissions/pages.ts';
import { enterPages } from './visitor/verify/page.ts';

/** All that the Worker answers. */
export const app = new Hono<App>()
  .use(
    secureHeaders({
      crossOriginResourcePolicy: 'cross-origin',
      referrerPolicy: false,
    }),
  )
  .use(withDatabase)
  .use(async (c, next) => {
    c.set('post', (email) => sendNow({ env: c.env, db: c.get('db') }, email));
    c.set('actor', 'person');
    c.set('rights', []);
    await next();
    // A page whose address holds a token has said `no-referrer` already.
    if (!c.res.headers.has('Referrer-Policy'))
      c.res.headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  })
  .route('/', api)
  .route('/', documentOf(api, chapters))
  .route('/', docs)
  .route('/confirm', confirmPages)
  .route('/enter', enterPages)
  .route('/address', addressPages)
  .route('/preferences', preferencesPages)
  .route('/console', consoleScreens)
  .route('/dev/mailbox', mailbox)
  .route('/', pages)
  .notFound(() => new ProblemError('not-found').answer())
  .onError((error) => {
    if (error instanceof ProblemError) return error.answer();
    console.error(error.name, error.message.slice(0, 300));
    return new ProblemError('internal', { detail: 'Send the same request again later.' }).answer();
  });
