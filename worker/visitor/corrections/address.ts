import { v4 } from 'uuid';
import { sendNow } from '../../emails/send.ts';
import { forgetBounce } from '../../people/bounces.ts';
import type { LaterWork } from '../../platform/caller.ts';
import type { Env } from '../../platform/env.ts';
import { readLink, signLink } from '../../platform/signing/link.ts';
import { monthsAfter } from '../../platform/time.ts';
import { writeLetter, writeRequest } from '../requests/store.ts';
import {
  type Change,
  changeAddress,
  confirmSide,
  forgetChanges,
  readChange,
  type Side,
  sides,
  writeChange,
} from './store.ts';

const LINK_SECONDS = 48 * 3600;
const FORGET_SLICE = 1000;

/**
 * Somebody wants their letters at another address. A letter goes to both; nothing else happens, whether
 * or not anybody has the new one.
 */
export const askForAddress = async (
  env: Env,
  person: string,
  email: string,
  { host, later }: { host: string; later: LaterWork },
): Promise<void> => {
  const now = Date.now();
  const letters = { old: v4(), new: v4() };
  const change = { id: v4(), person, email, expiresAt: now + LINK_SECONDS * 1000 };
  await writeChange(env.DB, change, { letters, host }, now);
  for (const side of sides) later(sendNow({ env, db: env.DB }, letters[side]));
};

/** The link by which one of the two mailboxes agrees. */
export const addressLink = async (
  env: Env,
  host: string,
  change: Change,
  side: Side,
): Promise<string> => {
  const seconds = Math.floor((change.expiresAt - Date.now()) / 1000);
  const token = await signLink(env, { scope: 'address', subject: change.id, item: side, seconds });
  return `${host}/address/${token}`;
};

/** A link that is good: the change that it is about, and which mailbox it was sent to. */
export type Agreeing = { change: Change; side: Side };

/** What a link is about; null for a forged or old one, and where another change took its place. */
export const agreeingBy = async (env: Env, token: string): Promise<Agreeing | null> => {
  const link = await readLink(env, token, 'address');
  const side = sides.find((each) => link.state === 'good' && each === link.item);
  const change = link.state === 'good' && side ? await readChange(env.DB, link.subject) : null;
  return change && side && change.expiresAt > Date.now() ? { change, side } : null;
};

/** What came of agreeing. `taken`: the new address has choices of its own. */
export type Agreed = 'half' | 'changed' | 'taken';

const isTaken = (error: unknown): boolean =>
  error instanceof Error && /UNIQUE constraint failed: person\.email/.test(error.message);

const isDone = (error: unknown): boolean =>
  error instanceof Error && /UNIQUE constraint failed: request\.id/.test(error.message);

/**
 * One mailbox agrees. Once both have, the address is changed, all or nothing, as a request that is done,
 * with a letter to both. What was sent to the old address opens nothing any more.
 */
export const agree = async (
  env: Env,
  { change: { id }, side }: Agreeing,
  later: LaterWork,
): Promise<Agreed> => {
  const now = Date.now();
  await confirmSide(env.DB, id, side, now);
  const change = await readChange(env.DB, id);
  if (!change) return 'changed';
  if (!change.confirmed.old || !change.confirmed.new) return 'half';
  if (change.isTaken) return 'taken';
  const letters = { [v4()]: change.was, [v4()]: change.email };
  try {
    await env.DB.batch([
      // The change's own id: done twice at once, it is written once.
      writeRequest(env.DB, {
        ...{ id, person: change.person, kind: 'rectification', state: 'done' },
        ...{ askedAt: now, dueAt: monthsAfter(now, 1), actsAt: null },
      }),
      ...Object.entries(letters).map(([letter, to]) =>
        writeLetter(
          env.DB,
          { id: letter, template: 'request-done', request: id, host: null, to },
          now,
        ),
      ),
      forgetBounce(env.DB, change.person),
      ...changeAddress(env.DB, change, now),
    ]);
  } catch (error) {
    if (isTaken(error)) return 'taken';
    if (isDone(error)) return 'changed';
    throw error;
  }
  for (const letter of Object.keys(letters)) later(sendNow({ env, db: env.DB }, letter));
  return 'changed';
};

/** Forgets changes that nobody agreed to in time. */
export const forgetOldChanges = (env: Env, now: number) => forgetChanges(env.DB, now, FORGET_SLICE);
