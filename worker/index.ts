import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { branding } from './branding/routes.ts';
import { breachNotices } from './breach/routes.ts';
import { purgeUnconfirmed } from './confirm/confirm.ts';
import { confirmations } from './confirm/routes.ts';
import { forgetOldChanges } from './corrections/address.ts';
import { forgetOldEntries } from './entry/entry.ts';
import { forgetIdentityUses } from './entry/identity.ts';
import { entries } from './entry/routes.ts';
import type { App, Env } from './env.ts';
import { forms } from './forms/routes.ts';
import { health } from './health/routes.ts';
import { statements } from './ledger/routes.ts';
import { purposes, subscriptionTypes } from './lists/routes.ts';
import { mail, mailbox } from './mail/routes.ts';
import { sweepOutbox } from './mail/send.ts';
import { mailing } from './mailing/routes.ts';
import { addressPages } from './pages/address.ts';
import { confirmPages } from './pages/confirm.ts';
import { enterPages } from './pages/enter.ts';
import { preferencesPages } from './pages/preferences.ts';
import { pages } from './pages/routes.ts';
import { people } from './people/routes.ts';
import { preferences } from './preferences/routes.ts';
import { ProblemError } from './problems/problem.ts';
import { problems } from './problems/routes.ts';
import { receipts } from './receipts/routes.ts';
import { carryOutErasures } from './requests/requests.ts';
import { requests } from './requests/routes.ts';
import { settingRoutes } from './settings/routes.ts';
import { eraseExpiredEvidence } from './submissions/evidence.ts';
import { submissions } from './submissions/routes.ts';
import { unsubscribeByMail } from './unsubscribe/by-mail.ts';
import { unsubscribe } from './unsubscribe/routes.ts';

const app = new Hono<App>()
  .use(
    secureHeaders({
      crossOriginResourcePolicy: 'cross-origin',
      referrerPolicy: false,
    }),
  )
  .use(async (c, next) => {
    await next();
    // A page whose address holds a token has said `no-referrer` already.
    if (!c.res.headers.has('Referrer-Policy'))
      c.res.headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  })
  .route('/v1/forms', forms)
  .route('/v1/forms', submissions)
  .route('/v1/receipts', receipts)
  .route('/v1/receipts', confirmations)
  .route('/v1/statements', statements)
  .route('/v1', mailing)
  .route('/v1/unsubscribe', unsubscribe)
  .route('/v1/people', people)
  .route('/v1/purposes', purposes)
  .route('/v1/subscription-types', subscriptionTypes)
  .route('/v1/settings', settingRoutes)
  .route('/v1/mail', mail)
  .route('/v1', entries)
  .route('/v1/preferences', preferences)
  .route('/v1/branding', branding)
  .route('/v1/requests', requests)
  .route('/v1/breach-notices', breachNotices)
  .route('/v1/health', health)
  .route('/problems', problems)
  .route('/confirm', confirmPages)
  .route('/enter', enterPages)
  .route('/address', addressPages)
  .route('/preferences', preferencesPages)
  .route('/dev/mailbox', mailbox)
  .route('/', pages)
  .notFound(() => new ProblemError('not-found').answer())
  .onError((error) => {
    if (error instanceof ProblemError) return error.answer();
    console.error(error.name, error.message.slice(0, 300));
    return new ProblemError('internal', { detail: 'Send the same request again later.' }).answer();
  });

export default {
  fetch: app.fetch,
  email: (message, env) => unsubscribeByMail(env, message.headers),
  scheduled: (_, env, context) => {
    const now = Date.now();
    context.waitUntil(
      Promise.all([
        eraseExpiredEvidence(env.DB, now),
        purgeUnconfirmed(env, now),
        forgetOldEntries(env, now),
        forgetOldChanges(env, now),
        forgetIdentityUses(env, now),
        carryOutErasures(env, now),
        sweepOutbox(env, now),
      ]),
    );
  },
} satisfies ExportedHandler<Env>;
