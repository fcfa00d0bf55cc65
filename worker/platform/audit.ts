import type { Caller } from './caller.ts';
import { jsonWithoutContacts } from './email.ts';

/** An administrative act: what, on which thing, and how the thing was before and after. */
export type Act = {
  act: string;
  object: string;
  before?: unknown;
  after?: unknown;
};

/** Whom the log names, and when. */
type Auditing = Pick<Caller, 'db' | 'actor' | 'now'>;

const INTO_AUDIT = 'INSERT INTO audit (actor, act, object, before, after, recorded_at)';

export const WRITE_ACT = `
${INTO_AUDIT}
VALUES (?1, ?2, ?3, ?4, ?5, ?6)`;

const writeActWhere = (condition: string): string => `
${INTO_AUDIT}
SELECT ?1, ?2, ?3, ?4, ?5, ?6
WHERE ${condition}`;

const writeActNamed = (object: string): string => `
${INTO_AUDIT}
SELECT ?1, ?2, ?3 || named.object, ?4, ?5, ?6
FROM (${object}) named`;

/** The log is never erased, so nobody's address or phone number goes into it, whatever a text holds. */
const json = (value: unknown): string | null =>
  value === undefined ? null : jsonWithoutContacts(value);

const valuesOf = ({ actor, now }: Auditing, { act, object, before, after }: Act) => [
  actor,
  act,
  object,
  json(before),
  json(after),
  now,
];

/** Makes the statement that records an act; it belongs in the batch that does the act. */
export const audit = (caller: Auditing, act: Act): D1PreparedStatement =>
  caller.db.prepare(WRITE_ACT).bind(...valuesOf(caller, act));

/**
 * Makes the statement that records an act only where a condition holds, whose own values are numbered from ?7.
 * In its batch it comes before what makes the condition false, so that an act that changes nothing is not
 * recorded either.
 */
export const auditWhere = (
  caller: Auditing,
  act: Act,
  condition: string,
  ...values: unknown[]
): D1PreparedStatement =>
  caller.db.prepare(writeActWhere(condition)).bind(...valuesOf(caller, act), ...values);

/**
 * Makes the statement that records an act on something that has its name only once it is written: `object` selects that
 * as `object`, its own values numbered from ?7. Nothing is recorded where it was not written.
 */
export const auditNamed = (
  caller: Auditing,
  act: Omit<Act, 'object'>,
  object: string,
  ...values: unknown[]
): D1PreparedStatement =>
  caller.db
    .prepare(writeActNamed(object))
    .bind(...valuesOf(caller, { ...act, object: '' }), ...values);

export const auditQueries = { 'write act where': writeActWhere('true') };
