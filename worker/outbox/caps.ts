import { DAY, HOUR } from '../platform/time.ts';

/**
 * Returns whether a person may be sent one more email with a link or a code: at most 3 an hour and 10 a day,
 * whichever room sends them. `person` and `now` name them in the statement that this stands in. Uses
 * outbox_by_person.
 */
export const mayGetEmail = (person: string, now: string): string => {
  const sent = (since: number) =>
    `(SELECT COUNT(*) FROM outbox o WHERE o.person = ${person}
    AND o.template IN ('confirmation', 'entry', 'address-new') AND o.created_at > ${now} - ${since})`;
  return `${sent(HOUR)} < 3\n  AND ${sent(DAY)} < 10`;
};
