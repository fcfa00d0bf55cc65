import { mostEmails } from '../contract/email-caps.ts';
import type { EmailTemplate } from '../contract/emails.ts';
import { DAY, HOUR } from '../platform/time.ts';

/** The kinds of email that anyone may have sent to a person, each with a cap of its own. */
type Capped = Extract<EmailTemplate, 'confirmation' | 'entry' | 'address-new'>;

/**
 * Returns whether a person may be sent one more email of a kind, whichever room sends it. The kinds are counted
 * apart, so that signing someone up again and again never keeps them from a sign-in code. `person` and `now`
 * name them in the statement that this stands in. Uses outbox_by_person.
 */
export const mayGetEmail = (kind: Capped, person: string, now: string): string => {
  const sent = (since: number) =>
    `(SELECT COUNT(*) FROM outbox o WHERE o.person = ${person}
    AND o.template = '${kind}' AND o.created_at > ${now} - ${since})`;
  return `${sent(HOUR)} < ${mostEmails.anHour}\n  AND ${sent(DAY)} < ${mostEmails.aDay}`;
};
