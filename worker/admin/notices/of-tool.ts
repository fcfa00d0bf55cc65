import type { Caller } from '../../platform/caller.ts';
import { DAY } from '../../platform/time.ts';
import { readSetting } from '../../settings/store.ts';
import { writeNotices } from './write.ts';

/** Makes what notifies people whom a connected tool has told us of (GDPR art. 14). */
export const notifyOfTool =
  ({ db, now }: Pick<Caller, 'db' | 'now'>) =>
  async (people: readonly string[]): Promise<D1PreparedStatement[]> => {
    const days = await readSetting(db, 'notice-days');
    return writeNotices(
      db,
      people.map((person) => ({ person, id: crypto.randomUUID() })),
      { source: 'api', now, dueAt: now + days * DAY },
    );
  };
