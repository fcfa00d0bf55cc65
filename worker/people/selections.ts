import { z } from 'zod';
import { PeopleFilter, type Selection, type SelectionBody } from '../contract/search.ts';
import { audit, auditWhere } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { ProblemError } from '../platform/problems/problem.ts';

export const SELECTIONS = `
SELECT id, name, filter, created_at AS createdAt
FROM selection
ORDER BY name
LIMIT 500`;

export const WRITE = `
INSERT INTO selection (id, name, filter, created_by, created_at)
VALUES (?1, ?2, ?3, ?4, ?5)`;

export const REMOVE = 'DELETE FROM selection WHERE id = ?1';

const Row = z.object({
  id: z.string(),
  name: z.string(),
  filter: z.string().transform((text) => PeopleFilter.parse(JSON.parse(text))),
  createdAt: z.number(),
});

export const readSelections = async (db: Database): Promise<Selection[]> =>
  z.array(Row).parse((await db.prepare(SELECTIONS).all()).results);

/** The statement that keeps a selection. */
export const writeSelection = (
  db: Database,
  actor: string,
  { id, name, filter, createdAt }: Selection,
): D1PreparedStatement =>
  db.prepare(WRITE).bind(id, name, JSON.stringify(filter), actor, createdAt);

export const saveSelection = async (
  caller: Caller,
  { name, filter }: z.infer<typeof SelectionBody>,
): Promise<Selection> => {
  const { db, actor, now } = caller;
  const selection = { id: crypto.randomUUID(), name, filter, createdAt: now };
  await db.batch([
    writeSelection(db, actor, selection),
    audit(caller, {
      act: 'selection.save',
      object: `selection/${selection.id}`,
      after: { name },
    }),
  ]);
  return selection;
};

export const STANDS = 'EXISTS (SELECT 1 FROM selection WHERE id = ?7)';

/** Removes a selection; 404 where there is none. */
export const removeSelection = async (caller: Caller, id: string): Promise<void> => {
  const { db } = caller;
  const act = { act: 'selection.remove', object: `selection/${id}` };
  const [, removed] = await db.batch([
    auditWhere(caller, act, STANDS, id),
    db.prepare(REMOVE).bind(id),
  ]);
  if (removed?.meta.changes !== 1)
    throw new ProblemError('not-found', { detail: 'There is no such selection.' });
};
