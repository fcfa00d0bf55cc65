import { SELF } from 'cloudflare:test';
import { z } from 'zod';
import { type Change, Preferences, Saved } from '../../../../worker/contract/preferences.ts';
import { Purpose } from '../../../../worker/lists/store.ts';
import { aForm, anEmail, host, signUp } from '../../builders.ts';
import { enter, post } from '../verify/entering.ts';

export type Headers = Record<string, string>;

export const Lists = z.object({ purposes: z.array(Purpose) });

export const both = { subscriptions: { newsletter: true, invitations: true } };

/** Someone who gets the newsletter and invitations, and has entered. */
export const aPerson = async (body: Parameters<typeof signUp>[2] = both) => {
  const email = anEmail();
  await signUp(await aForm(), email, body);
  return { email, session: await enter(email) };
};

export const show = async (session: Headers, locale = 'en') => {
  const path = `/v1/preferences?locale=${locale}`;
  return Preferences.parse(await (await SELF.fetch(host + path, { headers: session })).json());
};

export const marketing = async (session: Headers, locale = 'en') => {
  const { purposes, statement } = await show(session, locale);
  const purpose = purposes.find(({ key }) => key === 'e-marketing');
  if (!purpose) throw new Error('It is not shown.');
  return { ...purpose, statement };
};

export const send = (session: Headers, statement: string, changes: Change[], locale = 'en') =>
  post('/v1/preferences', { statement, locale, changes, page: `${host}/preferences` }, session);

/** Shows, changes and saves, as a visitor does. */
export const save = async (session: Headers, ...changes: Omit<Change, 'seen'>[]) => {
  const { purposes, statement } = await show(session);
  const shown = purposes.flatMap((purpose) => [purpose, ...purpose.subscriptions]);
  const seen = ({ purpose, subscription }: Omit<Change, 'seen'>) =>
    shown.find(({ key }) => key === (purpose ?? subscription))?.record ?? null;
  const answer = await send(
    session,
    statement,
    changes.map((change) => ({ ...change, seen: seen(change) })),
  );
  return Saved.parse(await answer.json());
};
