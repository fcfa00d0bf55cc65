import { app } from './app.ts';
import { sendQueued } from './emails/send.ts';
import type { Env } from './platform/env.ts';
import { runSchedule, systemCaller } from './schedule.ts';
import { unsubscribeByMail } from './visitor/unsubscribe/by-mail.ts';

export default {
  fetch: app.fetch,
  email: (message, env, context) => unsubscribeByMail(systemCaller(env, context), message.headers),
  queue: (batch, env, context) => sendQueued(systemCaller(env, context), batch.messages),
  scheduled: ({ scheduledTime }, env, context) =>
    context.waitUntil(runSchedule(systemCaller(env, context, scheduledTime))),
} satisfies ExportedHandler<Env>;
