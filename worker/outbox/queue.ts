// The one place that queues emails; the schedule sends what a room does not send at once.
import type { EmailTemplate, EmailTexts, TemplateName } from '../contract/emails.ts';
import type { Right } from '../contract/rights.ts';
import type { Database } from '../platform/database.ts';
import { HOUR, MINUTE } from '../platform/time.ts';
import type { Facts } from './facts.ts';

/** For so long (ms) an email that was just written is its request's to send; then the schedule tries it. */
export const CLAIMED = 2 * MINUTE;

/** The columns of the emails that a room queues, each as SQL over the room's own tables and values. */
type Columns<T extends EmailTemplate> = {
  id: string;
  /** Not for users of the console, who are no persons. */
  person?: string;
  /** Where the template is chosen in the statement: one with the facts of the named one. */
  template?: string;
  locale: string;
  facts: { [Name in keyof Facts<T>]: string };
  /** The address, where it is not the person's own. */
  recipient?: string;
  request?: string;
  now: string;
  scheduled?: boolean;
};

/**
 * Makes the SQL that queues an email for each row of a room's own `FROM … WHERE …`, in the batch that the
 * email tells of. The email is claimed with its row, for the request that sends it behind its answer; one that is
 * `scheduled` waits for the first that sends.
 */
export const insertEmails = <T extends EmailTemplate>(
  named: T,
  { template = `'${named}'`, facts, now, scheduled = false, ...columns }: Columns<T>,
  from: string,
): string => {
  const members = Object.entries(facts).map(([name, value]) => `'${name}', ${value}`);
  const values = {
    ...columns,
    template,
    facts: `json_object(${members.join(', ')})`,
    next_at: scheduled ? now : `${now} + ${CLAIMED}`,
    created_at: now,
  };
  return `
INSERT INTO outbox (${Object.keys(values).join(', ')})
SELECT ${Object.values(values).join(', ')}
${from}`;
};

/** The columns of emails to users of the console, of each `u` one. */
export const TO_USERS = {
  id: 'lower(hex(randomblob(16)))',
  locale: 'u.locale',
  recipient: 'u.email',
} as const;

/** Joins, as SQL, the active users who have a right, as `u`. */
export const joinUsers = (right: Right): string =>
  `JOIN user u ON u.active = 1 AND EXISTS (SELECT 1 FROM json_each(u.rights) WHERE value = '${right}')`;

/** Whether a template is that of a privacy notice, one that ships or one of the operator's own, as SQL. */
export const isNotice = (template: string): string =>
  `(${template} IN ('privacy-notice', 'source-notice') OR ${template} GLOB 'notice-*')`;

/** So many tests of emails go to an address in an hour. */
const TESTS_AN_HOUR = 20;

/** Queues the test of an email to a user, of texts (JSON) that may not be saved. Uses outbox_by_recipient. */
export const WRITE_TEST = `
INSERT INTO outbox (id, template, locale, facts, recipient, next_at, created_at)
SELECT ?1, ?2, ?3, json_object('test', json(?4)), ?5, ?6 + ${CLAIMED}, ?6
WHERE (SELECT COUNT(*) FROM outbox o WHERE o.recipient = ?5 AND o.created_at > ?6 - ${HOUR}) < ${TESTS_AN_HOUR}`;

/** How many emails a statement queued. */
export const queuedIn = (result: D1Result | undefined): number => result?.meta.changes ?? 0;

/** An email to a person, by its own id. */
export type Addressed = { id: string; person: string };

/** Queues emails of template ?2 at ?4, of facts by some SQL over the person `p`. ?1 is a JSON array of `Addressed`. */
const queueOf = (facts: string): string => `
INSERT INTO outbox (id, person, template, locale, facts, next_at, created_at)
SELECT each.value ->> 'id', p.id, ?2, p.locale, ${facts}, ?4, ?4
FROM json_each(?1) each
JOIN person p ON p.id = each.value ->> 'person'`;

export const QUEUE_EMAILS = queueOf('?3');

/** The same where people read different facts: ?3 is a JSON object of them by language, `*` for all others. */
export const QUEUE_TRANSLATED =
  queueOf(`COALESCE((SELECT f.value FROM json_each(?3) f WHERE f.key = p.locale),
    (SELECT f.value FROM json_each(?3) f WHERE f.key = substr(p.locale, 1, 2)),
    (SELECT f.value FROM json_each(?3) f WHERE f.key = '*'))`);

/** Makes the statement that queues one email of a kind to each person, of the facts in their language. */
export const queueTranslated = <T extends EmailTemplate>(
  db: Database,
  template: T,
  emails: readonly Addressed[],
  facts: Readonly<Record<string, Facts<T> & { job?: string }>> & { '*': Facts<T> },
  now: number,
): D1PreparedStatement =>
  db.prepare(QUEUE_TRANSLATED).bind(JSON.stringify(emails), template, JSON.stringify(facts), now);

/** Makes the statement that queues one email of a kind to each person whom we have, all of the same facts. */
export const queueEmails = <T extends EmailTemplate>(
  db: Database,
  template: T,
  emails: readonly Addressed[],
  facts: Facts<T> & { job?: string },
  now: number,
): D1PreparedStatement =>
  db.prepare(QUEUE_EMAILS).bind(JSON.stringify(emails), template, JSON.stringify(facts), now);

/** Makes the statement that queues the test of an email to the address of a user, unless they had many of late. */
export const queueTest = (
  db: Database,
  id: string,
  {
    template,
    locale,
    texts,
    to,
  }: { template: TemplateName; locale: string; texts: EmailTexts; to: string },
  now: number,
): D1PreparedStatement =>
  db.prepare(WRITE_TEST).bind(id, template, locale, JSON.stringify(texts), to, now);
