// What we know of people and of the items that a tool knows too.
import { z } from 'zod';
import type { Mapped } from '../contract/connections.ts';
import { isNo } from '../ledger/rules.ts';
import { CODES, decisionOf, earlierOf, NUMBERS, PERSON_CODE, UNDO_CODE } from '../ledger/stored.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';
import type { Ours } from './kit/rule.ts';

const OWN = NUMBERS.get('own');
const SYSTEM = NUMBERS.get('system');

/**
 * The newest answer of a person `p` about an item `i`: their own act, or one that a user registered for them on
 * evidence. What they have yet to confirm, were told, or let expire is none. Uses occasion_by_person.
 */
const NEWEST_ANSWER = `SELECT json_array(own.decision, COALESCE(o.decided_at, o.recorded_at))
      FROM occasion o
      JOIN decided own ON own.occasion = o.number AND own.item = i.code
      WHERE o.person = p.number
        AND (o.actor = ${PERSON_CODE} OR (o.counted_as = ${OWN} AND o.actor <> ${SYSTEM}))
        AND own.decision NOT IN (${CODES.pending}, ${CODES.informed}, ${CODES.expired})
      ORDER BY o.number DESC, own.n DESC
      LIMIT 1`;

/** What was decided right before what holds. */
const BEFORE = earlierOf('earlier.decision', {
  person: 'h.person',
  item: 'h.item',
  occasion: 'h.occasion',
  n: 'h.n',
});

const ITEMS = `SELECT json_group_array(json_array(i.kind || ':' || i.key,
      iif(h.decision = ${CODES.expired} AND h.source = ${UNDO_CODE}, NULL, h.decision), h.since,
      iif(h.decision = ${CODES.expired}, (${BEFORE}), NULL),
      above.decision, json((${NEWEST_ANSWER}))))
    FROM json_each(?2) m
    JOIN item i ON i.kind = m.value ->> 'kind' AND i.key = m.value ->> 'key'
    LEFT JOIN held h ON h.person = p.number AND h.item = i.code
    LEFT JOIN held above ON above.person = p.number AND above.item = i.purpose`;

/** The addresses that someone had, and nobody has now. */
const FORMER = `SELECT json_group_array(former.value)
    FROM json_each(c.before) former
    WHERE NOT EXISTS (SELECT 1 FROM person other WHERE other.email = former.value)`;

const COLUMNS = `p.number, p.id, p.email, p.locale, (${ITEMS}) AS items, c.contacts, c.moved,
  (${FORMER}) AS former`;

/** ?1 is a JSON array of addresses, ?2 of items, ?3 the connection. Each by the index of its address. */
export const OURS_BY_EMAIL = `
SELECT ${COLUMNS}
FROM json_each(?1) one
CROSS JOIN person p ON p.email = one.value
LEFT JOIN connected c ON c.person = p.number AND c.connection = +?3`;

/** The same, ?1 a JSON array of numbers of people. */
export const OURS_BY_NUMBER = `
SELECT ${COLUMNS}
FROM json_each(?1) one
CROSS JOIN person p ON p.number = one.value
LEFT JOIN connected c ON c.person = p.number AND c.connection = +?3`;

/** What was noted of one list, topic or consent of one contact. */
const KnownTarget = z.object({
  state: z.enum(['on', 'off', 'pending', 'absent', 'unasked']),
  at: z.number().nullable(),
  isBlocked: z.boolean(),
  seenAt: z.number(),
  wrote: z.enum(['on', 'off']).nullable(),
  refusedBy: z.number().nullable(),
});

/** What was noted of one contact at a tool: its id there, and each of its lists, topics or consents. */
export const KnownContact = z.object({
  id: z.string(),
  email: z.string(),
  isUndeliverable: z.boolean(),
  targets: z.record(z.string(), KnownTarget),
});
export type KnownContact = z.infer<typeof KnownContact>;

const Row = z.object({
  number: z.number(),
  id: z.string(),
  email: z.string(),
  locale: z.string(),
  items: json(
    z.array(
      z.tuple([
        z.string(),
        z.number().nullable(),
        z.number().nullable(),
        z.number().nullable(),
        z.number().nullable(),
        z.tuple([z.number(), z.number()]).nullable(),
      ]),
    ),
  ),
  contacts: json(z.array(KnownContact)).nullable(),
  moved: z.number().nullable(),
  former: json(z.array(z.string())),
});

/** A person here, with what we know of each item, and what was noted of them at the tool. */
export type OurPerson = {
  number: number;
  id: string;
  email: string;
  locale: string;
  items: ReadonlyMap<string, Ours>;
  known: readonly KnownContact[];
  hasMoved: boolean;
  /** The addresses that they have had since they were read there last. */
  former: readonly string[];
};

type ItemRow = z.infer<typeof Row>['items'][number];

/** How an item stands: as its purpose does where that is a no, and open where nobody confirmed what was asked. */
const oursOf = ([, code, since, before, above, answer]: ItemRow): Ours => {
  const own: Ours['own'] = answer && { says: isNoCode(answer[0]) ? 'no' : 'yes', at: answer[1] };
  const shared = { since: since ?? 0, own };
  if (above !== null && isNoCode(above)) return { decision: decisionOf(above), ...shared };
  if (before === CODES.pending) return { decision: 'pending', since: 0, own };
  return { decision: code === null ? null : decisionOf(code), ...shared };
};

const isNoCode = (code: number): boolean => isNo(decisionOf(code));

const people = (results: unknown): OurPerson[] =>
  parseRows(Row, results).map(({ items, contacts, moved, ...person }) => ({
    ...person,
    items: new Map(items.map((item) => [item[0], oursOf(item)])),
    known: contacts ?? [],
    hasMoved: moved === 1,
  }));

/** The items of a mapping as SQL takes them. */
export const itemsOf = (mapping: readonly Mapped[]): string =>
  JSON.stringify(
    mapping.map(({ item }) => {
      const [kind, key] = item.split(':');
      return { kind, key };
    }),
  );

/** Which people to read: by their addresses, or by their numbers. */
export type Whom = { emails: readonly string[] } | { numbers: readonly number[] };

/** Reads people here, with what we know of each item of a mapping, and of them at a tool. */
export const readOurs = async (
  db: Database,
  { number, mapping }: { number: number; mapping: readonly Mapped[] },
  whom: Whom,
): Promise<OurPerson[]> => {
  const [sql, values] =
    'emails' in whom ? [OURS_BY_EMAIL, whom.emails] : [OURS_BY_NUMBER, whom.numbers];
  const query = db.prepare(sql).bind(JSON.stringify(values), itemsOf(mapping), number);
  return people((await query.all()).results);
};
