import { z } from 'zod';
import type { SubscriptionType } from '../../lists/store.ts';
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

/** Those who may get a subscription type now, a page by their ids. */
export const audienceFrom = async (
  db: Database,
  { key, purpose }: Pick<SubscriptionType, 'key' | 'purpose'>,
  after: string,
  limit: number,
): Promise<Addressee[]> => {
  const rule = await readSetting(db, 'mailing-rule');
  const query = db.prepare(AUDIENCE).bind(key, purpose, after, limit, Date.now(), rule);
  return z.array(Row).parse((await query.all()).results);
};

/** A page of all persons, by id. */
export const peopleFrom = async (
  db: Database,
  after: string,
  limit: number,
): Promise<Addressee[]> => {
  const { results } = await db.prepare(PEOPLE_FROM).bind(after, limit).all();
  return z.array(Row).parse(results);
};
