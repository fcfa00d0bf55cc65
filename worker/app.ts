import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { mailing } from './admin/audiences/routes.ts';
import { audit } from './admin/audit/routes.ts';
import { breaches } from './admin/breach/case-routes.ts';
import { breachNotices } from './admin/breach/routes.ts';
import { exportRoutes } from './admin/export/routes.ts';
import { inbox } from './admin/inbox/routes.ts';
import { imports } from './admin/jobs/import-routes.ts';
import { jobRoutes } from './admin/jobs/routes.ts';
import { apiKeys } from './admin/keys/routes.ts';
import { legalBases, purposes, sources, subscriptionTypes } from './admin/lists/routes.ts';
import { mail, mailbox } from './admin/mail/routes.ts';
import { notices } from './admin/notices/routes.ts';
import { overviewRoutes } from './admin/overview/routes.ts';
import { people } from './admin/people/routes.ts';
import { selections } from './admin/people/selection-routes.ts';
import { register } from './admin/processing/routes.ts';
import { requests } from './admin/requests/routes.ts';
import { retention } from './admin/retention/routes.ts';
import { settingRoutes } from './admin/settings/routes.ts';
import { userRoutes } from './admin/users/routes.ts';
import { consoleScreens } from './console/routes.ts';
import { sendNow } from './emails/send.ts';
import { forms } from './forms/routes.ts';
import { formTemplates, formWork } from './forms/work-routes.ts';
import { statements } from './ledger/routes.ts';
import { withDatabase } from './platform/bookmark.ts';
import type { App } from './platform/env.ts';
import { health } from './platform/health.ts';
import { ProblemError } from './platform/problems/problem.ts';
import { problems } from './platform/problems/routes.ts';
import { branding } from './settings/brand-routes.ts';
import { confirmPages } from './visitor/confirm/page.ts';
import { confirmations } from './visitor/confirm/routes.ts';
import { addressPages } from './visitor/corrections/page.ts';
import { preferencesPages } from './visitor/preferences/page.ts';
import { preferences } from './visitor/preferences/routes.ts';
import { receipts } from './visitor/receipts/routes.ts';
import { pages } from './visitor/submissions/pages.ts';
import { submissions } from './visitor/submissions/routes.ts';
import { unsubscribe } from './visitor/unsubscribe/routes.ts';
import { enterPages } from './visitor/verify/page.ts';
import { entries } from './visitor/verify/routes.ts';

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
  .route('/v1/forms', formWork)
  .route('/v1/forms', forms)
  .route('/v1/forms', submissions)
  .route('/v1/form-templates', formTemplates)
  .route('/v1/receipts', receipts)
  .route('/v1/receipts', confirmations)
  .route('/v1/statements', statements)
  .route('/v1', mailing)
  .route('/v1/unsubscribe', unsubscribe)
  .route('/v1/people', people)
  .route('/v1/purposes', purposes)
  .route('/v1/legal-bases', legalBases)
  .route('/v1/sources', sources)
  .route('/v1/subscription-types', subscriptionTypes)
  .route('/v1/settings', settingRoutes)
  .route('/v1/mail', mail)
  .route('/v1', entries)
  .route('/v1/preferences', preferences)
  .route('/v1/branding', branding)
  .route('/v1/submissions', inbox)
  .route('/v1/selections', selections)
  .route('/v1/jobs', jobRoutes)
  .route('/v1/imports', imports)
  .route('/v1/exports', exportRoutes)
  .route('/v1/notices', notices)
  .route('/v1/users', userRoutes)
  .route('/v1/api-keys', apiKeys)
  .route('/v1/audit', audit)
  .route('/v1/requests', requests)
  .route('/v1/breach-notices', breachNotices)
  .route('/v1/breaches', breaches)
  .route('/v1/retention', retention)
  .route('/v1/register', register)
  .route('/v1/overview', overviewRoutes)
  .route('/v1/health', health)
  .route('/problems', problems)
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
