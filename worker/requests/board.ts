import { RequestCase, type RequestsQuery } from '../contract/requests.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

const CASE = `
SELECT r.number, r.person, r.kind, r.state, r.asked_at AS askedAt, r.due_at AS dueAt, r.extended_at AS extendedAt,
  r.acts_at AS actsAt, r.ended_at AS endedAt, m.text AS message, p.email, k.text AS contact, r.channel, r.identity,
  r.taken_by AS takenBy, r.assignee
FROM request r
LEFT JOIN request_message m ON m.request = r.number
LEFT JOIN request_contact k ON k.request = r.number
LEFT JOIN person p ON p.id = r.person`;

export const CASE_BY_NUMBER = `${CASE}
WHERE r.number = +?1`;

const IN_STATE = `${CASE}
WHERE r.state = +?1 AND (?2 IS NULL OR r.kind = +?2) AND (?3 IS NULL OR r.assignee = +?3)
ORDER BY r.due_at`;

/** Uses request_by_state. */
export const CASES_IN = `${IN_STATE}
LIMIT ?4`;

/** The same from the other end: of those that ended, the latest. */
export const LATEST_CASES_IN = `${IN_STATE} DESC
LIMIT ?4`;

const MOST = 500;

const all = async (query: D1PreparedStatement): Promise<RequestCase[]> =>
  parseRows(RequestCase, (await query.all()).results);

/** Reads a request as staff see it. */
export const readCase = async (db: Database, number: number): Promise<RequestCase | undefined> =>
  (await all(db.prepare(CASE_BY_NUMBER).bind(number)))[0];

/** Reads the requests in a state: those that need an answer by due date, those that ended the latest first. */
export const casesIn = (
  db: Database,
  { state, kind, assignee }: RequestsQuery,
  most = MOST,
): Promise<RequestCase[]> => {
  const isUnderWay = state === 'open' || state === 'waiting';
  return all(
    db
      .prepare(isUnderWay ? CASES_IN : LATEST_CASES_IN)
      .bind(state, kind ?? null, assignee ?? null, most),
  );
};
