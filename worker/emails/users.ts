// Emails to users of the console, and to others who look after it.
import { readSigned } from '../log/seen.ts';
import { readLog } from '../log/store.ts';
import { emailFacts } from '../outbox/facts.ts';
import type { Due } from '../outbox/outbox.ts';
import { SIGN_IN_SECONDS } from '../platform/signing/lifetimes.ts';
import { signLink } from '../platform/signing/link.ts';
import { momentsIn } from '../platform/zone.ts';
import { knownZone } from '../settings/known-brand.ts';
import type { Composer } from './contents.ts';

/** Lets a user of the console sign in. */
export const signIn: Composer<Due> = async ({ env, publicUrl }, { facts }) => {
  const { signIn: id } = emailFacts['sign-in'].parse(facts);
  const link = { scope: 'sign-in', subject: id, seconds: SIGN_IN_SECONDS } as const;
  return { values: {}, url: `${publicUrl}/console/sign-in/${await signLink(env, link)}` };
};

/** Tells a user that the log over the ledger is halted until someone has looked. */
export const logHalted: Composer<Due> = async ({ db, publicUrl }, { facts, locale }) => {
  const { since } = emailFacts['log-halted'].parse(facts);
  const when = momentsIn(locale, await knownZone(db), { withTime: true, month: 'long' });
  return { values: { since: when.format(since) }, url: `${publicUrl}/console/log` };
};

/** Sends a checkpoint of the log to an address that keeps copies of it. */
export const logCheckpoint: Composer<Due> = async ({ db, publicUrl }, { facts, locale }) => {
  const { log: number, size } = emailFacts['log-checkpoint'].parse(facts);
  const [log, quoted] = await Promise.all([readLog(db, number), readSigned(db, number, size)]);
  if (!log || !quoted) return null;
  const values = { origin: log.origin, size: new Intl.NumberFormat(locale).format(size) };
  return { values, quoted, url: `${publicUrl}/verify` };
};

/** Tells a user that a webhook gets no events until someone has looked. */
export const webhookDisabled: Composer<Due> = async ({ publicUrl }, { facts }) => {
  const { webhook, name } = emailFacts['webhook-disabled'].parse(facts);
  return { values: { name }, url: `${publicUrl}/console/webhooks/${webhook}` };
};

/** Tells someone that they may use the console. It holds no link that signs in: those last 15 minutes. */
export const invitation: Composer<Due> = async ({ publicUrl }) => ({
  values: {},
  url: `${publicUrl}/console/sign-in`,
});

/** Tells a user that a data breach was reported; what was reported stands in the console alone. */
export const breachReported: Composer<Due> = async ({ publicUrl }, { facts }) => {
  const { report } = emailFacts['breach-reported'].parse(facts);
  return { values: {}, url: `${publicUrl}/console/breaches/reports/${report}` };
};
