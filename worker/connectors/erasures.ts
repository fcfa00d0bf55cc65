// Erasures that are passed on to the tools, and what they answered (GDPR art. 17(2) and 19).
import { z } from 'zod';
import { PassedOn } from '../contract/connections.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';
import { HOUR } from '../platform/time.ts';
import { tellOfErasure } from '../requests/case.ts';
import { ToolError } from './kit/ask.ts';
import type { Tool } from './kit/connector.ts';
import type { Opened } from './open.ts';

/**
 * Those first that the tool has not refused yet. Uses connection_erasure_by_time: by the primary key, SQLite would look
 * through all that were ever answered.
 */
export const TO_PASS_ON = `
SELECT person, contacts, refused_at AS refusedAt
FROM connection_erasure INDEXED BY connection_erasure_by_time
WHERE connection = ?1 AND answered_at IS NULL
ORDER BY refused_at
LIMIT ?2`;

export const REFUSED = `
UPDATE connection_erasure
SET refused_at = ?3
WHERE connection = ?1 AND person = ?2`;

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
WHERE e.connection = +?1
ORDER BY e.answered_at DESC
LIMIT ?2`;

const Waiting = z.object({
  person: z.string(),
  contacts: json(z.array(z.string())),
  refusedAt: z.number().nullable(),
});

/** After so long a tool is asked again to erase someone whom it has refused to. */
const ASK_AGAIN_MS = HOUR;

/** Erases the contacts of someone at a tool; says whether any was there, or that the tool refuses. */
const eraseThere = async (
  tool: Tool,
  contacts: readonly string[],
): Promise<'erased' | 'not-there' | 'refused'> => {
  let wasThere = false;
  try {
    for (const id of contacts) wasThere = (await tool.erase(id)) || wasThere;
  } catch (error) {
    if (error instanceof ToolError && error.kind === 'refused') return 'refused';
    throw error;
  }
  return wasThere ? 'erased' : 'not-there';
};

/**
 * Erases at a tool the next of those who were erased here; keeps its answers, and that it was told of a request. One
 * whom it refuses to erase holds up nobody else. True where there is one.
 */
export const passOn = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  { kept: { number, name }, tool }: Opened,
  limit: number,
): Promise<boolean> => {
  const { results } = await db.prepare(TO_PASS_ON).bind(number, limit).all();
  let refuses = false;
  for (const { person, contacts, refusedAt } of parseRows(Waiting, results)) {
    const isDue = refusedAt === null || refusedAt + ASK_AGAIN_MS <= now;
    const answer = isDue ? await eraseThere(tool, contacts) : 'refused';
    if (answer === 'refused') {
      refuses = true;
      if (isDue) await db.prepare(REFUSED).bind(number, person, now).run();
      continue;
    }
    await db.batch([
      db.prepare(ANSWERED).bind(number, person, answer, now),
      tellOfErasure(db, person, { recipient: name, actor: 'system', toldAt: now }),
    ]);
  }
  return refuses;
};

/** Reads which erasures were passed on to a tool, the last answered first. */
export const readPassedOn = async (
  db: Database,
  connection: number,
  limit: number,
): Promise<PassedOn[]> =>
  parseRows(PassedOn, (await db.prepare(PASSED_ON).bind(connection, limit).all()).results);
