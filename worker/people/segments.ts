import { z } from 'zod';
import { PeopleFilter, type Segment, type SegmentBody } from '../contract/search.ts';
import { audit, auditWhere } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { withoutContacts } from '../platform/email.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { json, parseRows } from '../platform/rows.ts';

export const SEGMENTS = `
SELECT id, name, filter, created_at AS createdAt
FROM segment
ORDER BY name
LIMIT 500`;

export const WRITE = `
INSERT INTO segment (id, name, filter, created_by, created_at)
VALUES (?1, ?2, ?3, ?4, ?5)`;

export const REMOVE = 'DELETE FROM segment WHERE id = ?1';

/** A saved filter for the whole address of someone who is gone finds nobody, and would say whom it sought. */
export const FORGET_SEGMENTS = `
DELETE FROM segment
WHERE EXISTS (SELECT 1
  FROM json_each(?1) gone
  WHERE gone.value IN (filter ->> '$.email', filter ->> '$.text')
    AND NOT EXISTS (SELECT 1 FROM person WHERE email = gone.value))`;

const Row = z.object({
  id: z.string(),
  name: z.string(),
  filter: json(PeopleFilter),
  createdAt: z.number(),
});

export const readSegments = async (db: Database): Promise<Segment[]> =>
  parseRows(Row, (await db.prepare(SEGMENTS).all()).results);

/** The statement that keeps a segment. */
export const writeSegment = (
  db: Database,
  actor: string,
  { id, name, filter, createdAt }: Segment,
): D1PreparedStatement =>
  db.prepare(WRITE).bind(id, name, JSON.stringify(filter), actor, createdAt);

export const saveSegment = async (
  caller: Caller,
  { name, filter }: z.infer<typeof SegmentBody>,
): Promise<Segment> => {
  const { db, actor, now } = caller;
  const segment = { id: crypto.randomUUID(), name: withoutContacts(name), filter, createdAt: now };
  await db.batch([
    writeSegment(db, actor, segment),
    audit(caller, {
      act: 'segment.save',
      object: `segment/${segment.id}`,
      after: { name: segment.name },
    }),
  ]);
  return segment;
};

export const STANDS = 'EXISTS (SELECT 1 FROM segment WHERE id = ?7)';

/** Makes the statement that forgets segments by the addresses of people whom an earlier one erased. */
export const forgetSegments = (db: Database, emails: readonly string[]): D1PreparedStatement =>
  db.prepare(FORGET_SEGMENTS).bind(JSON.stringify(emails));

/** Removes a segment; 404 where there is none. */
export const removeSegment = async (caller: Caller, id: string): Promise<void> => {
  const { db } = caller;
  const act = { act: 'segment.remove', object: `segment/${id}` };
  const [, removed] = await db.batch([
    auditWhere(caller, act, STANDS, id),
    db.prepare(REMOVE).bind(id),
  ]);
  if (removed?.meta.changes !== 1)
    throw new ProblemError('not-found', { detail: 'There is no such segment.' });
};
