// The links that open something of one person, and need no sign-in.

import type { Reach } from '../contract/sessions.ts';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { signLink } from '../platform/signing/link.ts';
import { DAY, SECOND } from '../platform/time.ts';
import { readSetting } from '../settings/store.ts';

/** An unsubscribe link must work in an email that someone kept: ten years. */
const UNSUBSCRIBE_SECONDS = (10 * 365 * DAY) / SECOND;

/** Makes the link that ends one subscription of one person. */
export const unsubscribeLink = async (
  env: Env,
  host: string,
  person: string,
  subscription: string,
): Promise<string> => {
  const link = {
    scope: 'unsubscribe',
    subject: person,
    item: subscription,
    seconds: UNSUBSCRIBE_SECONDS,
  } as const;
  return `${host}/v1/unsubscribe/${await signLink(env, link)}`;
};

/** Reads for how many days a link to the preference centre is good. */
export const preferencesDays = (db: Database): Promise<number> =>
  readSetting(db, 'preferences-days');

/**
 * Makes the link that opens the preference centre of one person, for so many days. Emails are forwarded and
 * mailing tools keep their links, so one that is good for days never allows everything.
 */
export const preferencesLink = async (
  env: Env,
  host: string,
  person: string,
  days: number,
  reach: Exclude<Reach, 'all'> = 'choices',
): Promise<string> => {
  const seconds = (days * DAY) / SECOND;
  const link = { scope: 'preferences', subject: person, item: reach, seconds } as const;
  return `${host}/enter/${await signLink(env, link)}`;
};
