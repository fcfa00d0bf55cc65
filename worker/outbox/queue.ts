// The one place that queues emails; the schedule sends what a room does not send at once.
import { z } from 'zod';
import type { EmailTemplate } from '../contract/emails.ts';
import type { Database } from '../platform/database.ts';
import type { Facts } from './facts.ts';

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
};

/**
 * Makes the SQL that queues an email for each row of a room's own `FROM … WHERE …`, in the batch that the
 * email tells of. It returns the ids: see `queuedIn`.
 */
export const insertEmails = <T extends EmailTemplate>(
  named: T,
  { template = `'${named}'`, facts, now, ...columns }: Columns<T>,
  from: string,
): string => {
  const members = Object.entries(facts).map(([name, value]) => `'${name}', ${value}`);
  const values = {
    ...columns,
    template,
    facts: `json_object(${members.join(', ')})`,
    next_at: now,
    created_at: now,
  };
  return `
INSERT INTO outbox (${Object.keys(values).join(', ')})
SELECT ${Object.values(values).join(', ')}
${from}
RETURNING id`;
};

const Queued = z.array(z.object({ id: z.string() }));

/** Reads the ids of the emails that a statement queued. */
export const queuedIn = (result: D1Result | undefined): string[] =>
  Queued.parse(result?.results).map(({ id }) => id);

/** An email to a person, by its own id. */
export type Addressed = { id: string; person: string };

/** ?1 is a JSON array of `Addressed`. */
export const QUEUE_EMAILS = `
INSERT INTO outbox (id, person, template, locale, facts, next_at, created_at)
SELECT each.value ->> 'id', p.id, ?2, p.locale, ?3, ?4, ?4
FROM json_each(?1) each
JOIN person p ON p.id = each.value ->> 'person'
RETURNING id`;

/** Makes the statement that queues one email of a kind to each person whom we have, all of the same facts. */
export const queueEmails = <T extends EmailTemplate>(
  db: Database,
  template: T,
  emails: readonly Addressed[],
  facts: Facts<T> & { job?: string },
  now: number,
): D1PreparedStatement =>
  db.prepare(QUEUE_EMAILS).bind(JSON.stringify(emails), template, JSON.stringify(facts), now);
