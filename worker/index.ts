import { deliverQueued } from './admin/webhooks/run.ts';
import { app } from './app.ts';
import { sendQueued } from './emails/send.ts';
import type { Env } from './platform/env.ts';
import { plainly } from './platform/problems/of-error.ts';
import { runSchedule, systemCaller } from './schedule.ts';
import { takeQueued } from './signals/queued.ts';
import { unsubscribeByMail } from './visitor/unsubscribe/by-mail.ts';

export default {
  fetch: app.fetch,
  email: (message, env, context) =>
    plainly(() => unsubscribeByMail(systemCaller(env, context), message.headers)),
  queue: ({ messages }, env, context) => {
    const caller = systemCaller(env, context);
    return plainly(async () => {
      await Promise.all([
        takeQueued(caller, messages),
        deliverQueued(caller, messages),
        sendQueued(caller, messages),
      ]);
    });
  },
  scheduled: ({ scheduledTime }, env, context) =>
    context.waitUntil(runSchedule(systemCaller(env, context, scheduledTime))),
} satisfies ExportedHandler<Env>;
