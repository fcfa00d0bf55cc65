import type { Person } from '../../contract/people.ts';
import { changeAddress } from '../../people/add.ts';
import { readPerson } from '../../people/store.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Database, isUnique } from '../../platform/database.ts';
import type { Env } from '../../platform/env.ts';
import { readLink, signLink } from '../../platform/signing/link.ts';
import { HOUR, SECOND } from '../../platform/time.ts';
import { writeDone } from '../../requests/done.ts';
import { readRequestById, writeEmail } from '../../requests/store.ts';
import {
  type Change,
  confirmSide,
  forgetChange,
  forgetChanges,
  readChange,
  type Side,
  sides,
  writeChange,
} from './store.ts';

const LINK_SECONDS = (48 * HOUR) / SECOND;
const FORGET_SLICE = 1000;

/**
 * Asks both mailboxes whether a person's emails may go to another address. Nothing else happens, whether or
 * not someone has the new one.
 */
export const askForAddress = async (
  { db, now, later, post }: Caller,
  person: string,
  email: string,
): Promise<void> => {
  const messages = { old: crypto.randomUUID(), new: crypto.randomUUID() };
  const change = { id: crypto.randomUUID(), person, email, expiresAt: now + LINK_SECONDS * SECOND };
  await writeChange(db, change, messages, now);
  for (const side of sides) later(() => post(messages[side]));
};

/** Makes the link by which one of the two mailboxes agrees. */
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

/** Reads what a link is about; null for a forged or old one, and where another change took its place. */
export const agreeingBy = async (
  { env, db, now }: Caller,
  token: string,
): Promise<Agreeing | null> => {
  const link = await readLink(env, token, 'address');
  const side = sides.find((each) => link.state === 'good' && each === link.item);
  const change = link.state === 'good' && side ? await readChange(db, link.subject) : null;
  return change && side && change.expiresAt > now ? { change, side } : null;
};

/** Reads the address that a link's change has brought about; null where it brought about none. */
export const changedBy = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  token: string,
): Promise<Pick<Person, 'email' | 'locale'> | null> => {
  const link = await readLink(env, token, 'address');
  const request = link.state === 'good' ? await readRequestById(db, link.subject) : null;
  return request?.person ? readPerson(db, request.person) : null;
};

/** What came of agreeing. `taken`: the new address has choices of its own. */
export type Agreed = 'half' | 'changed' | 'taken';

/**
 * Records that one mailbox agrees. Once both have, the address is changed, all or nothing, as a request that
 * is done, with an email to both. What was sent to the old address opens nothing any more.
 */
export const agree = async (
  caller: Caller,
  { change: { id }, side }: Agreeing,
): Promise<Agreed> => {
  const { db, now, later, post } = caller;
  await confirmSide(db, id, side, now);
  const change = await readChange(db, id);
  if (!change) return 'changed';
  if (!change.confirmed.old || !change.confirmed.new) return 'half';
  if (change.isTaken) return 'taken';
  const messages = [
    { id: crypto.randomUUID(), to: change.was },
    { id: crypto.randomUUID(), to: change.email },
  ];
  try {
    await db.batch([
      // The change's own id: done twice at once, it is written once.
      await writeDone(caller, { id, person: change.person, kind: 'rectification' }),
      ...messages.map((message) =>
        writeEmail(
          db,
          { id: message.id, template: 'request-done', request: id, to: message.to },
          now,
        ),
      ),
      ...changeAddress(db, change.person, change.email, now),
      forgetChange(db, id),
    ]);
  } catch (error) {
    if (isUnique(error, 'person.email')) return 'taken';
    if (isUnique(error, 'request.id')) return 'changed';
    throw error;
  }
  for (const message of messages) later(() => post(message.id));
  return 'changed';
};

/** Forgets changes that nobody agreed to in time. */
export const deleteOldChanges = (db: Database, now: number) => forgetChanges(db, now, FORGET_SLICE);
