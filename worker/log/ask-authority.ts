import type { Caller } from '../platform/caller.ts';
import { bytesOf, type Outgoing } from '../platform/outgoing.ts';
import { DAY } from '../platform/time.ts';
import { readNote } from '../proof/note.ts';
import {
  imprintOf,
  readTimestamp,
  signerOfTimestamp,
  timestampRequest,
  tokenIn,
} from '../proof/timestamp.ts';
import { isSameHash } from '../proof/tree.ts';
import { keepTimestamp, readLastTimestamp } from './seen.ts';
import type { Signed } from './store.ts';

const NONCE_BYTES = 16;

/** A timestamp with the certificates behind it has some kilobytes. */
const MOST_BYTES = 64 * 1024;

/** Asks an authority for a timestamp of a hash; throws where what it answers is none of that hash and request. */
const ask = async (
  url: string,
  imprint: Uint8Array,
  send: Outgoing,
): Promise<Uint8Array<ArrayBuffer>> => {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  // A positive number of as many bytes as it is written with.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const answer = await send(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/timestamp-query' },
    body: timestampRequest(imprint, nonce),
  });
  if (!answer.ok) throw new Error(`The authority answered ${answer.status}.`);
  const token = tokenIn(await bytesOf(answer, MOST_BYTES));
  const timestamp = token && readTimestamp(token);
  const isOurs =
    timestamp?.nonce &&
    isSameHash(timestamp.nonce, nonce) &&
    isSameHash(timestamp.imprint, imprint) &&
    (await signerOfTimestamp(timestamp));
  if (!token || !isOurs) throw new Error('The authority answered with no timestamp of ours.');
  return token;
};

/** Has an authority say, once a day, that it has seen the newest checkpoint. */
export const askAuthority = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  log: Signed,
  url: string,
  send: Outgoing,
): Promise<void> => {
  const last = await readLastTimestamp(db, log.number);
  if (last && (last.size === log.size || now < last.at + DAY)) return;
  const imprint = await imprintOf(readNote(log.note)?.text ?? '');
  const token = await ask(url, imprint, send);
  await keepTimestamp(db, log.number, { size: log.size, token }, now);
};
