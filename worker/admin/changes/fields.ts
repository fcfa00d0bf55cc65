import type { ChangeEvent, EventField } from '../../contract/events.ts';
import { readDetails } from '../../people/details.ts';
import type { Database } from '../../platform/database.ts';

/** Adds to events the details of their people that someone asked for, as they are now: none of anyone erased. */
export const withFields = async (
  db: Database,
  events: readonly ChangeEvent[],
  wanted: readonly EventField[],
): Promise<ChangeEvent[]> => {
  const people = new Set(events.flatMap(({ data }) => data.person ?? []));
  const details = await readDetails(db, [...people], wanted);
  return events.map((event) => {
    const fields = details.get(event.data.person ?? '');
    return fields ? { ...event, data: { ...event.data, fields } } : event;
  });
};
