import type { LogSetting } from '../contract/log.ts';
import type { Caller } from '../platform/caller.ts';
import { forEach } from '../platform/each.ts';
import { bytesOf, type Outgoing } from '../platform/outgoing.ts';
import { cosignedBy } from '../proof/cosignature.ts';
import { writeGrowth } from '../proof/growth.ts';
import { readNote, readVkey } from '../proof/note.ts';
import { consistencyProof } from '../proof/tree.ts';
import { halt } from './halt.ts';
import { lazily } from './read.ts';
import { keepCosignature, readLastCosigned } from './seen.ts';
import { readLog, type Signed } from './store.ts';
import { subtreesIn } from './tiles.ts';

type Witness = LogSetting['witnesses'][number];
type Asking = Pick<Caller, 'db' | 'now'>;

/** What a witness answered: its lines, the size that it has seen, or that the log is not what it has seen. */
type Answer = { lines: string } | { seen: number } | 'contradicted';

/** A witness answers with a size, or with a line for each of its keys. */
const MOST_BYTES = 16 * 1024;

const WHOLE_NUMBER = /^(0|[1-9]\d{0,15})\n?$/;

/** Shows a witness that the log has only grown since a size (c2sp.org/tlog-witness). */
const show = async (
  { db }: Asking,
  log: Signed,
  url: string,
  old: number,
  send: Outgoing,
): Promise<Answer> => {
  const path = await consistencyProof(subtreesIn(lazily(db, log.number)), old, log.size);
  const answer = await send(`${url.replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    body: writeGrowth({ old, path, checkpoint: log.note }),
  });
  const text = new TextDecoder().decode(await bytesOf(answer, MOST_BYTES));
  if (answer.status === 200) return { lines: text };
  if (answer.status === 409 && WHOLE_NUMBER.test(text)) return { seen: Number(text) };
  if (answer.status === 422) return 'contradicted';
  throw new Error(`A witness answered ${answer.status}.`);
};

/** Keeps the line that is the witness's own; throws where there is none that fits. */
const keep = async ({ db, now }: Asking, log: Signed, vkey: string, lines: string) => {
  const witness = await readVkey(vkey, 'cosignature');
  const own = lines
    .split('\n')
    .map((line) => `${line}\n`)
    .filter((line) => witness !== null && line.startsWith(`— ${witness.name} `));
  for (const line of own) {
    const note = readNote(`${log.note}${line}`);
    if (!witness || !note || (await cosignedBy(note, witness)).state !== 'holds') continue;
    await keepCosignature(db, log.number, { size: log.size, vkey, line }, now);
    return;
  }
  throw new Error('A witness answered with nothing that it signed.');
};

/**
 * Asks one witness. One that has seen more of the log than there is, or another log, remembers what was signed
 * before a backup was restored: the log is halted.
 */
const askOne = async (
  asking: Asking,
  log: Signed,
  { vkey, url }: Witness,
  known: number,
  send: Outgoing,
): Promise<void> => {
  const { db, now } = asking;
  const first = await show(asking, log, url, known, send);
  // Another run may have been there in between: what the witness has seen is compared with the log of now.
  const hasSeen = typeof first === 'object' && 'seen' in first ? first.seen : null;
  const latest = hasSeen === null ? log : await readLog(db, log.number);
  if (hasSeen !== null && latest && hasSeen > latest.size)
    return halt(db, log.number, 'behind', now);
  if (hasSeen !== null && hasSeen > log.size) return;
  const answer = hasSeen === null ? first : await show(asking, log, url, hasSeen, send);
  if (answer === 'contradicted') return halt(db, log.number, 'changed', now);
  if ('seen' in answer) throw new Error('A witness does not say what it has seen.');
  return keep(asking, log, vkey, answer.lines);
};

/**
 * Asks witnesses to cosign the newest checkpoint, each that has not yet. One that fails keeps no other from being
 * asked, and is asked again in the next run.
 */
export const askWitnesses = async (
  asking: Asking,
  log: Signed,
  witnesses: readonly Witness[],
  send: Outgoing,
): Promise<void> => {
  const vkeys = witnesses.map(({ vkey }) => vkey);
  const known = new Map(
    (await readLastCosigned(asking.db, log.number, vkeys)).map(({ vkey, size }) => [vkey, size]),
  );
  await forEach(
    'witnesses',
    witnesses.filter(({ vkey }) => (known.get(vkey) ?? 0) < log.size),
    ({ url }) => url,
    (witness) => askOne(asking, log, witness, known.get(witness.vkey) ?? 0, send),
  );
};
