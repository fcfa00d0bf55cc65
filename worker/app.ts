import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { mailbox } from './admin/mail/routes.ts';
import { api, chapters } from './api.ts';
import { consoleScreens } from './console/routes.ts';
import { sendNow } from './emails/send.ts';
import { images } from './forms/image-routes.ts';
import { formScripts } from './forms/script-routes.ts';
import { logRoutes, wellKnownLog } from './log/routes.ts';
import { witnessRoutes } from './log/witness.ts';
import { logo } from './pages/logo.ts';
import { isVisited, problemPage } from './pages/problem-page.ts';
import { docs } from './platform/api/docs.ts';
import { documentOf } from './platform/api/document.ts';
import { withDatabase } from './platform/bookmark.ts';
import type { App } from './platform/env.ts';
import { limitBody } from './platform/limits/body.ts';
import { refuseOtherHosts } from './platform/own-host.ts';
import { problemOfError, sentBy } from './platform/problems/of-error.ts';
import { ProblemError } from './platform/problems/problem.ts';
import { shownPages } from './receipts/shown-page.ts';
import { verifyPage } from './verifier/page.ts';
import { confirmPages } from './visitor/confirm/page.ts';
import { addressPages } from './visitor/corrections/page.ts';
import { reportPages } from './visitor/incidents/page.ts';
import { preferencesPages } from './visitor/preferences/page.ts';
import { receiptPages } from './visitor/receipts/page.ts';
import { embeddedForms } from './visitor/submissions/embedded.ts';
import { pages } from './visitor/submissions/pages.ts';
import { enterPages } from './visitor/verify/page.ts';

/** Answers a visitor with a page, and a program with a problem document. */
const answerError = (c: Context<App>, problem: ProblemError): Response | Promise<Response> =>
  isVisited(c) ? problemPage(c, problem) : problem.answer();

const NOTHING = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** All that the Worker answers. */
export const app = new Hono<App>()
  .use(
    secureHeaders({
      crossOriginResourcePolicy: 'cross-origin',
      referrerPolicy: false,
      // What only browsers used that cannot run our forms; `frame-ancestors` says who may frame a page.
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xFrameOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
      strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    }),
  )
  .use(trimTrailingSlash())
  .use(limitBody)
  .use(withDatabase)
  .use(refuseOtherHosts)
  .use(async (c, next) => {
    c.set('post', (email) => sendNow({ env: c.env, db: c.get('db') }, email));
    c.set('actor', 'person');
    c.set('rights', []);
    await next();
    // A page whose address holds a token has said `no-referrer` already.
    if (!c.res.headers.has('Referrer-Policy'))
      c.res.headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
    // Pages have a policy of their own. What is no page runs nothing, wherever it is opened.
    if (!c.res.headers.has('Content-Security-Policy'))
      c.res.headers.set('Content-Security-Policy', NOTHING);
  })
  .route('/', api)
  .route('/', documentOf(api, chapters))
  .route('/', docs)
  .route('/.well-known/samtykke-log', wellKnownLog)
  .route('/log', logRoutes)
  .route('/witness', witnessRoutes)
  .route('/confirm', confirmPages)
  .route('/enter', enterPages)
  .route('/address', addressPages)
  .route('/report', reportPages)
  .route('/preferences', preferencesPages)
  .route('/receipts', receiptPages)
  .route('/shown', shownPages)
  .route('/verify', verifyPage)
  .route('/logo', logo)
  .route('/image', images)
  .route('/console', consoleScreens)
  .route('/dev/mailbox', mailbox)
  .route('/f', formScripts)
  .route('/f', embeddedForms)
  .route('/', pages)
  .notFound((c) => answerError(c, new ProblemError('not-found')))
  .onError((error, c) => answerError(c, problemOfError(error, sentBy(c.req))));
