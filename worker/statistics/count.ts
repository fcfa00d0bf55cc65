import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { isFresh } from '../platform/remembered.ts';
import { SECOND } from '../platform/time.ts';
import { addCount, type Counted } from './store.ts';

/** Counts are written together, so that a page that is seen often costs one write and not many. */
const GATHER_MS = 5 * SECOND;

const waiting = new Map<string, number>();
/** Since when (UTC ms) a request gathers them. It may have been ended before it wrote. */
let since = 0;

const write = async (db: Database): Promise<void> => {
  await scheduler.wait(GATHER_MS);
  since = 0;
  const counts = [...waiting];
  waiting.clear();
  if (counts.length === 0) return;
  await db.batch(
    counts.map(([name, count]) => {
      const [form = '', what = ''] = name.split(' ');
      return addCount(db, form, { what: what as Counted, at: Date.now(), count });
    }),
  );
};

/** Counts that a form was shown or begun, behind the answer. Nothing is kept of who it was. */
export const countView = (
  { db, later }: Pick<Caller, 'db' | 'later'>,
  form: string,
  what: 'shown' | 'started',
): void => {
  const name = `${form} ${what}`;
  waiting.set(name, (waiting.get(name) ?? 0) + 1);
  const now = Date.now();
  if (isFresh(since, 2 * GATHER_MS, now)) return;
  since = now;
  later(() => write(db));
};

/** Drops what waits, as when its database is gone. */
export const forgetViews = (): void => {
  waiting.clear();
  since = 0;
};
