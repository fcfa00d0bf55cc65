// What happened since, for anyone who follows it. Triggers write the rows (worker/migrations/0014_events.sql).
import { z } from 'zod';
import { type ChangeEvent, type EventData, EventType } from '../contract/events.ts';
import { RequestKind } from '../contract/requests.ts';
import { Decision } from '../contract/words.ts';
import { earlierOf, itemCode, occasionOf, ROOM, wordOf } from '../ledger/stored.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** Acts with what else there is to say of them, from some SQL that names them as `e`. By the primary keys. */
const actsOf = (from: string): string => `
SELECT e.number, e.kind, e.person, e.about, e.at, q.kind AS asked, q.state AS outcome, s.form, s.version
FROM ${from}
LEFT JOIN request q ON e.kind GLOB '*request.*' AND q.number = e.about
LEFT JOIN submission s ON e.kind GLOB 'submission.*' AND s.id = e.about`;

/** The acts from that of sequence ?1 on, at most ?2. */
export const ACTS_FROM = `${actsOf('event e')}
WHERE e.number >= ${occasionOf('?1')}
ORDER BY e.number
LIMIT ?2`;

/** Some acts by their numbers, ?1. */
export const ACTS_AT = actsOf('json_each(?1) one CROSS JOIN event e ON e.number = one.value');

const BEFORE = earlierOf('earlier.decision', {
  person: 'r.number',
  item: itemCode('r.item_kind', 'r.item'),
  occasion: 'r.occasion',
  n: 'r.position',
});

/** What the ledger has of acts. Uses occasion_by_person for what was decided before. */
const decidedIn = (acts: string): string => `
SELECT e.number, r.position, r.item_kind AS itemKind, r.item, r.decision, ${wordOf(`(${BEFORE})`)} AS before,
  (SELECT above.key
    FROM item own
    JOIN item above ON above.code = own.purpose
    WHERE own.kind = r.item_kind AND own.key = r.item) AS above,
  r.legal_basis AS legalBasis, r.source, r.actor, r.decided_at AS decidedAt, r.id, r.sequence, r.submission
FROM ${acts}
CROSS JOIN record r ON r.occasion = e.about
WHERE e.kind = 'decided'`;

export const DECIDED_FROM = decidedIn(
  `(SELECT number, kind, about FROM event WHERE number >= ${occasionOf('?1')} ORDER BY number LIMIT ?2) e`,
);

export const DECIDED_AT = decidedIn('json_each(?1) one CROSS JOIN event e ON e.number = one.value');

const ActRow = z.object({
  number: z.number(),
  kind: z.string(),
  person: z.string().nullable(),
  about: z.union([z.string(), z.number()]).nullable(),
  at: z.number(),
  asked: RequestKind.nullable(),
  outcome: z.string().nullable(),
  form: z.string().nullable(),
  version: z.number().nullable(),
});
type ActRow = z.infer<typeof ActRow>;

const DecidedRow = z.object({
  number: z.number(),
  position: z.number(),
  itemKind: z.enum(['purpose', 'subscription']),
  item: z.string(),
  above: z.string().nullable(),
  decision: Decision,
  before: Decision.nullable(),
  legalBasis: z.string(),
  source: z.string(),
  actor: z.string(),
  decidedAt: z.number().nullable(),
  id: z.string(),
  sequence: z.number(),
  submission: z.string().nullable(),
});
type DecidedRow = z.infer<typeof DecidedRow>;

/** An objection and a restriction end what a purpose allowed, as a withdrawal does; `after` says which it was. */
const typeOf: Readonly<Record<Decision, EventType>> = {
  given: 'consent.given',
  informed: 'consent.informed',
  pending: 'consent.pending',
  refused: 'consent.refused',
  withdrawn: 'consent.withdrawn',
  objected: 'consent.withdrawn',
  restricted: 'consent.withdrawn',
  expired: 'consent.expired',
};

const Outcome = z.enum(['done', 'refused', 'cancelled']).optional().catch(undefined);
const ActorKind = z.enum(['person', 'user', 'api', 'system']);

/** The id of an event: the time is in it, for a restored backup gives its sequences again. */
const idOf = (at: number, sequence: number): string =>
  `evt_${at.toString(36)}_${sequence.toString(36)}`;

/** The sequence of the event with an id; null for what is no id. */
export const sequenceIn = (id: string): number | null => {
  const [, sequence] = /^evt_[0-9a-z]+_([0-9a-z]{1,11})$/.exec(id) ?? [];
  return sequence === undefined ? null : Number.parseInt(sequence, 36);
};

const event = (act: ActRow, position: number, type: EventType, data: EventData): ChangeEvent => {
  const sequence = act.number * ROOM + position;
  return {
    id: idOf(act.at, sequence),
    type,
    timestamp: new Date(act.at).toISOString(),
    sequence,
    data,
  };
};

const decidedEvent = (act: ActRow, row: DecidedRow): ChangeEvent => {
  const isPurpose = row.itemKind === 'purpose';
  return event(act, row.position, isPurpose ? typeOf[row.decision] : 'subscription.changed', {
    person: act.person,
    purpose: isPurpose ? row.item : (row.above ?? undefined),
    subscription: isPurpose ? undefined : row.item,
    before: row.before,
    after: row.decision,
    legalBasis: row.legalBasis,
    source: row.source,
    actor: ActorKind.parse(row.actor.split(':')[0]),
    decidedAt: row.decidedAt ?? undefined,
    record: row.id,
    recordSequence: row.sequence,
    submission: row.submission ?? undefined,
  });
};

/** What an act that the ledger does not know was about. */
const subjectOf = ({ kind, about, asked, form, version }: ActRow): Omit<EventData, 'person'> => {
  if (typeof about === 'number') return { request: about, kind: asked ?? undefined };
  if (about === null) return {};
  return kind.startsWith('breach')
    ? { breach: about }
    : { submission: about, form: form ?? undefined, version: version ?? undefined };
};

const ownEvents = (act: ActRow): ChangeEvent[] =>
  act.kind.split(' ').map((kind, position) => {
    const type = EventType.parse(kind);
    const outcome = type === 'request.closed' ? Outcome.parse(act.outcome) : undefined;
    return event(act, position, type, { person: act.person, ...subjectOf(act), outcome });
  });

/** Makes the events of acts, in their order, of what two queries found. */
const eventsOf = (acts: D1Result | undefined, decided: D1Result | undefined): ChangeEvent[] => {
  const records = Map.groupBy(parseRows(DecidedRow, decided?.results), ({ number }) => number);
  return parseRows(ActRow, acts?.results).flatMap((act) =>
    act.kind === 'decided'
      ? (records.get(act.number) ?? [])
          .toSorted((one, other) => one.position - other.position)
          .map((row) => decidedEvent(act, row))
      : ownEvents(act),
  );
};

/**
 * Reads the events behind a sequence (0 for all that are kept) in their order, at most `limit`: as many, where there
 * are so many. An act of many events may be parted over two pages.
 */
export const eventsAfter = async (
  db: Database,
  after: number,
  limit: number,
): Promise<ChangeEvent[]> => {
  // The first act may be the one whose events were all read before.
  const [acts, decided] = await db.batch([
    db.prepare(ACTS_FROM).bind(after, limit + 1),
    db.prepare(DECIDED_FROM).bind(after, limit + 1),
  ]);
  return eventsOf(acts, decided)
    .filter(({ sequence }) => sequence > after)
    .slice(0, limit);
};

/** Leaves of events those of some types; all where none is named. */
export const ofTypes = (
  events: readonly ChangeEvent[],
  types: readonly EventType[],
): readonly ChangeEvent[] =>
  types.length === 0 ? events : events.filter(({ type }) => types.includes(type));

/** Reads some events by their sequences; those that were forgotten are not among them. */
export const eventsAt = async (
  db: Database,
  sequences: readonly number[],
): Promise<ChangeEvent[]> => {
  if (sequences.length === 0) return [];
  const numbers = [...new Set(sequences.map((sequence) => Math.floor(sequence / ROOM)))];
  const [acts, decided] = await db.batch([
    db.prepare(ACTS_AT).bind(JSON.stringify(numbers)),
    db.prepare(DECIDED_AT).bind(JSON.stringify(numbers)),
  ]);
  return eventsOf(acts, decided)
    .filter(({ sequence }) => sequences.includes(sequence))
    .toSorted((one, other) => one.sequence - other.sequence);
};
