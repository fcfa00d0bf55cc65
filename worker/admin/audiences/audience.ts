import { z } from 'zod';
import type { Setting } from '../../contract/settings.ts';
import type { Grade } from '../../contract/words.ts';
import { hasGrade, leastGrade } from '../../ledger/grade.ts';
import { CODES, itemCode } from '../../ledger/stored.ts';
import type { SubscriptionType } from '../../lists/store.ts';
import type { Database } from '../../platform/database.ts';
import { parseRows } from '../../platform/rows.ts';

/** Uses held_by_item for the order, which is that of people's numbers, and primary keys for the rest. */
export const AUDIENCE = `
SELECT p.id, p.email, p.locale, p.number
FROM held sub
LEFT JOIN held pur ON pur.person = sub.person AND pur.item = ${itemCode("'purpose'", '?2')}
JOIN person p ON p.number = sub.person
WHERE sub.item = ${itemCode("'subscription'", '?1')} AND sub.decision = ${CODES.given}
  AND sub.person > CAST(?3 AS INTEGER)
  AND (pur.decision IN (${CODES.given}, ${CODES.informed}) OR (?6 = 'subscription'
    AND (pur.decision IS NULL OR pur.decision = ${CODES.pending})))
  AND NOT EXISTS (SELECT 1 FROM undeliverable u WHERE u.person = p.id)
  AND NOT EXISTS (SELECT 1 FROM pause WHERE person = p.id AND subscription = ?1 AND until > ?5)
  AND ${hasGrade('sub', '?7')}
  AND ${hasGrade('pur', '?7')}
ORDER BY sub.person
LIMIT ?4`;

/** Uses the primary key of person. */
export const PEOPLE_FROM = `
SELECT id, email, locale
FROM person
WHERE id > ?1
ORDER BY id
LIMIT ?2`;

const Row = z.object({ id: z.string(), email: z.string(), locale: z.string() });
export type Addressee = z.infer<typeof Row>;

const Subscriber = Row.extend({ number: z.number() });
export type Subscriber = z.infer<typeof Subscriber>;

/** By which rule an audience is judged, and the least grade of evidence that counts. */
export type Judged = { rule: Setting<'mailing-rule'>; evidence?: Grade | undefined };

/** Those who may get a subscription type now under a rule, a page by their numbers, of which the last is where the next begins. */
export const audienceFrom = async (
  db: Database,
  { key, purpose }: Pick<SubscriptionType, 'key' | 'purpose'>,
  { rule, evidence }: Judged,
  after: string,
  limit: number,
): Promise<Subscriber[]> => {
  const query = db
    .prepare(AUDIENCE)
    .bind(key, purpose, after, limit, Date.now(), rule, leastGrade(evidence));
  return parseRows(Subscriber, (await query.all()).results);
};

/** A page of all persons, by id. */
export const peopleFrom = async (
  db: Database,
  after: string,
  limit: number,
): Promise<Addressee[]> => {
  const { results } = await db.prepare(PEOPLE_FROM).bind(after, limit).all();
  return parseRows(Row, results);
};
