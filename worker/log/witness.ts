// A witness of other logs (c2sp.org/tlog-witness): it cosigns what only grows. It keeps the last size and root of each.
import { Hono } from 'hono';
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import type { App } from '../platform/env.ts';
import { limited } from '../platform/limits/limited.ts';
import { SECOND } from '../platform/time.ts';
import { fromBase64, toBase64 } from '../proof/base64.ts';
import { isConsistent } from '../proof/check.ts';
import { type Checkpoint, readCheckpoint } from '../proof/checkpoint.ts';
import { cosign } from '../proof/cosignature.ts';
import { type Growth, readGrowth } from '../proof/growth.ts';
import { type Note, readNote, type Signer } from '../proof/note.ts';
import { isSigned, verifiersOf } from '../proof/sealed.ts';
import type { Hash } from '../proof/tree.ts';
import { readSetting } from '../settings/store.ts';
import { witnessSigner } from './keys.ts';

export const WITNESSED = 'SELECT size, root FROM witnessed WHERE origin = ?1';

/** Only after what was cosigned last, `?5`, and of one size only one root. */
export const WITNESS = `
INSERT INTO witnessed (origin, size, root, seen_at)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (origin) DO UPDATE SET size = excluded.size, root = excluded.root, seen_at = excluded.seen_at
WHERE witnessed.size = ?5 AND (excluded.size > witnessed.size OR excluded.root = witnessed.root)`;

const Row = z.object({ size: z.number(), root: z.string() });
type Seen = z.infer<typeof Row>;

const readSeen = async (db: Database, origin: string): Promise<Seen | null> =>
  Row.nullable().parse(await db.prepare(WITNESSED).bind(origin).first());

/** What a witness answers. `conflict` says which size it has seen. */
type Outcome = { state: 'cosigned' } | { state: 'conflict'; size: number } | { state: 'unproven' };

const isGrown = async (
  { old, path }: Growth,
  { size, root }: Checkpoint,
  seen: Seen | null,
): Promise<boolean> => {
  const before: Hash = fromBase64(seen?.root ?? '') ?? new Uint8Array();
  return isConsistent({ first: old, second: size, firstRoot: before, secondRoot: root, path });
};

/** Remembers what a log has grown to, where it is proven to go on from what was cosigned before. */
const remember = async (
  db: Database,
  growth: Growth,
  checkpoint: Checkpoint,
  now: number,
): Promise<Outcome> => {
  const { origin, size, root } = checkpoint;
  const seen = await readSeen(db, origin);
  if ((seen?.size ?? 0) !== growth.old) return { state: 'conflict', size: seen?.size ?? 0 };
  if (!(await isGrown(growth, checkpoint, seen))) return { state: 'unproven' };
  const { meta } = await db
    .prepare(WITNESS)
    .bind(origin, size, toBase64(root), now, growth.old)
    .run();
  if (meta.changes > 0) return { state: 'cosigned' };
  return { state: 'conflict', size: (await readSeen(db, origin))?.size ?? 0 };
};

/** What was sent: a checkpoint, the note that it stands in, and the proof that it goes on from another. */
type Sent = { growth: Growth; note: Note; checkpoint: Checkpoint };

const readSent = (body: string): Sent | null => {
  const growth = readGrowth(body);
  const note = growth && readNote(growth.checkpoint);
  const checkpoint = note && readCheckpoint(note.text);
  return checkpoint && { growth, note, checkpoint };
};

/** Says whether one of the keys that are known signed, or that none is of this log. */
const isByLog = async (
  { note, checkpoint }: Sent,
  vkeys: readonly string[],
): Promise<boolean | 'unknown'> => {
  const own = (await verifiersOf(vkeys)).filter(({ name }) => name === checkpoint.origin);
  return own.length === 0 ? 'unknown' : isSigned(note, own);
};

const plain = (body: string, status = 200, type = 'text/plain; charset=utf-8'): Response =>
  new Response(body, { status, headers: { 'Content-Type': type } });

const answerTo = async (
  sent: Sent | null,
  db: Database,
  signer: Signer,
  now: number,
): Promise<Response> => {
  if (!sent) return plain('It cannot be read.\n', 400);
  const { growth, checkpoint, note } = sent;
  const isOwn = await isByLog(sent, (await readSetting(db, 'log')).witnessed);
  if (isOwn === 'unknown') return plain('The log is not known here.\n', 404);
  if (!isOwn) return plain('No known key of the log signed it.\n', 403);
  if (growth.old > checkpoint.size) return plain('The old size is larger.\n', 400);
  const outcome = await remember(db, growth, checkpoint, now);
  if (outcome.state === 'conflict') return plain(`${outcome.size}\n`, 409, 'text/x.tlog.size');
  if (outcome.state === 'unproven') return plain('It does not follow.\n', 422);
  return plain(await cosign(note.text, signer, Math.floor(now / SECOND)));
};

/** `POST /witness/add-checkpoint`, for logs whose keys are set; there is none without `WITNESS_KEY`. */
export const witnessRoutes = new Hono<App>().post(
  '/add-checkpoint',
  limited('witness'),
  async (c) => {
    const signer = await witnessSigner(c.env);
    if (!signer) return plain('This is no witness.\n', 404);
    return answerTo(readSent(await c.req.text()), c.get('db'), signer, Date.now());
  },
);
