import { runJobs } from './admin/jobs/run.ts';
import { keepRetention } from './admin/retention/keep.ts';
import { forgetSignIns } from './admin/users/sign-in.ts';
import { app } from './app.ts';
import { sweepOutbox } from './emails/send.ts';
import type { Env } from './platform/env.ts';
import { purgeUnconfirmed } from './visitor/confirm/confirm.ts';
import { forgetOldChanges } from './visitor/corrections/address.ts';
import { carryOutErasures } from './visitor/requests/requests.ts';
import { eraseExpiredEvidence } from './visitor/submissions/evidence.ts';
import { unsubscribeByMail } from './visitor/unsubscribe/by-mail.ts';
import { forgetOldEntries } from './visitor/verify/entry.ts';
import { forgetIdentityUses } from './visitor/verify/identity.ts';

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
        forgetSignIns(env, now),
        carryOutErasures(env, now),
        sweepOutbox({ env, db: env.DB, now }),
        runJobs(env, now),
        keepRetention(env, now),
      ]),
    );
  },
} satisfies ExportedHandler<Env>;
