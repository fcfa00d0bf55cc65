// Erasures that are passed on to the tools, and what they answered (GDPR art. 17(2) and 19).
import { z } from 'zod';
import { PassedOn } from '../contract/connections.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';
import { tellOfErasure } from '../requests/case.ts';
import type { Opened } from './open.ts';

/** Uses connection_erasure_by_time: by the primary key, SQLite would look through all that were ever answered. */
export const TO_PASS_ON = `
SELECT person, contacts
FROM connection_erasure INDEXED BY connection_erasure_by_time
WHERE connection = ?1 AND answered_at IS NULL
LIMIT ?2`;

/** The tool's ids of someone are forgotten with its answer. */
export const ANSWERED = `
UPDATE connection_erasure
SET answer = ?3, answered_at = ?4, contacts = NULL
WHERE connection = ?1 AND person = ?2`;

/** Uses connection_erasure_by_time. */
export const PASSED_ON = `
SELECT c.name AS connection, e.person, e.asked_at AS askedAt, e.answer, e.answered_at AS answeredAt
FROM connection_erasure e
JOIN connection c ON c.number = e.connection
WHERE e.connection = ?1
ORDER BY e.answered_at DESC
LIMIT ?2`;

const Waiting = z.object({ person: z.string(), contacts: json(z.array(z.string())) });

/** Erases at a tool the next of those who were erased here; keeps its answers, and that it was told of a request. */
export const passOn = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  { kept: { number, name }, tool }: Opened,
  limit: number,
): Promise<void> => {
  const { results } = await db.prepare(TO_PASS_ON).bind(number, limit).all();
  for (const { person, contacts } of parseRows(Waiting, results)) {
    let wasThere = false;
    for (const id of contacts) wasThere = (await tool.erase(id)) || wasThere;
    await db.batch([
      db.prepare(ANSWERED).bind(number, person, wasThere ? 'erased' : 'not-there', now),
      tellOfErasure(db, person, { recipient: name, actor: 'system', toldAt: now }),
    ]);
  }
};

/** Reads which erasures were passed on to a tool, the last answered first. */
export const readPassedOn = async (
  db: Database,
  connection: number,
  limit: number,
): Promise<PassedOn[]> =>
  parseRows(PassedOn, (await db.prepare(PASSED_ON).bind(connection, limit).all()).results);
