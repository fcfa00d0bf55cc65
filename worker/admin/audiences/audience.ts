import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { readSetting } from '../../settings/store.ts';

/** Uses standing_by_item for the order, and primary keys for the rest. */
export const AUDIENCE = `
SELECT p.id, p.email, p.locale
FROM standing sub
LEFT JOIN standing pur ON pur.person = sub.person AND pur.item_kind = 'purpose' AND pur.item = ?2
JOIN person p ON p.id = sub.person
WHERE sub.item_kind = 'subscription' AND sub.item = ?1 AND sub.decision = 'given'
  AND sub.person > ?3
  AND (pur.decision IN ('given', 'informed') OR (?6 = 'subscription'
    AND (pur.decision IS NULL OR pur.decision = 'pending')))
  AND NOT EXISTS (SELECT 1 FROM undeliverable u WHERE u.person = p.id)
  AND NOT EXISTS (SELECT 1 FROM pause WHERE person = p.id AND subscription = ?1 AND until > ?5)
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

const SLICE = 500;

/** Everybody who may get a subscription type now, a slice at a time. */
export async function* audience(
  db: Database,
  subscription: string,
  purpose: string,
): AsyncGenerator<Addressee[]> {
  const rule = await readSetting(db, 'mailing-rule');
  let after = '';
  for (;;) {
    const { results } = await db
      .prepare(AUDIENCE)
      .bind(subscription, purpose, after, SLICE, Date.now(), rule)
      .all();
    const people = z.array(Row).parse(results);
    if (people.length > 0) yield people;
    const last = people.at(-1);
    if (!last || people.length < SLICE) return;
    after = last.id;
  }
}

/** A page of all persons, by id. */
export const peopleFrom = async (
  db: Database,
  after: string,
  limit: number,
): Promise<Addressee[]> => {
  const { results } = await db.prepare(PEOPLE_FROM).bind(after, limit).all();
  return z.array(Row).parse(results);
};
