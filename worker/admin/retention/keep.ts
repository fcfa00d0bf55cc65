import type { Upcoming } from '../../contract/retention.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { endConsents } from '../../people/ending.ts';
import { erasePeople } from '../../people/erase.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { DAY } from '../../platform/time.ts';
import { readSetting } from '../../settings/store.ts';
import { deleteSubmissions } from '../../submissions/store.ts';
import {
  countOver,
  countSubmissions,
  moveCursor,
  readCursor,
  readOld,
  readOldSubmissions,
  readOver,
} from './store.ts';

/** The schedule, which acts here. */
type System = Pick<Caller, 'env' | 'db' | 'actor' | 'now'>;

const SLICE = 200;

/** Lets what has stood for too long without a sign of life expire, and says so in the ledger. */
const expirePurposes = async (caller: System): Promise<void> => {
  const { db, actor, now } = caller;
  const lists = await readWholeLists(db);
  const kept = lists.purposes.flatMap(({ key, retentionDays }) =>
    retentionDays === null
      ? []
      : (['given', 'informed'] as const).map((decision) => ({ key, decision, retentionDays })),
  );
  for (const { key, decision, retentionDays } of kept) {
    const asked = { purpose: key, decision };
    const over = await readOver(db, asked, now - retentionDays * DAY, SLICE);
    if (over.length === 0) continue;
    const people = over.map(({ person, legalBasis }) => ({
      ...person,
      standings: [{ purpose: key, decision, legalBasis }],
    }));
    const cause = { decision: 'expired', source: 'manual', actor } as const;
    await db.batch([
      ...(await endConsents(db, people, cause, now)),
      audit(caller, {
        act: 'retention.expire',
        object: key,
        after: { people: over.length },
      }),
    ]);
  }
};

const dropOldSubmissions = async (caller: System): Promise<void> => {
  const { db, now } = caller;
  const days = await readSetting(db, 'submission-days');
  if (days === 0) return;
  const old = await readOldSubmissions(db, now - days * DAY, SLICE);
  if (old.length === 0) return;
  await db.batch([
    deleteSubmissions(db, old),
    audit(caller, {
      act: 'retention.submissions',
      object: 'submissions',
      after: { submissions: old.length },
    }),
  ]);
};

/** Erases people of whom nothing stands and nothing was heard for long; a slice a run, round and round. */
const eraseStale = async (caller: System): Promise<void> => {
  const { db, actor, now } = caller;
  const days = await readSetting(db, 'stale-days');
  if (days === 0) return;
  const old = await readOld(db, now - days * DAY, await readCursor(db, 'stale'), SLICE);
  const last = old.at(-1);
  const cursor =
    last && old.length === SLICE
      ? { createdAt: last.createdAt, id: last.id }
      : { createdAt: 0, id: '' };
  // Nothing stands for them as a yes that could end: that is what makes them stale.
  const stale = old
    .filter(({ isStale }) => isStale)
    .map(({ id, email, locale }) => ({ id, email, locale, standings: [] }));
  const erased = {
    act: 'retention.erase',
    object: 'people',
    after: { people: stale.map(({ id }) => id) },
  };
  await db.batch([
    moveCursor(db, 'stale', cursor),
    ...(await erasePeople(caller, stale, {
      source: 'manual',
      actor,
      reason: 'retention',
    })),
    ...(stale.length > 0 ? [audit(caller, erased)] : []),
  ]);
};

/** What the schedule does: a slice of each. What is left is for the next run. */
export const keepRetention = async (caller: System): Promise<void> => {
  await expirePurposes(caller);
  await dropOldSubmissions(caller);
  await eraseStale(caller);
};

/** Counts what retention will end or delete within so many days; no count goes beyond ten thousand. */
export const readUpcoming = async (
  db: Database,
  now: number,
  within: number,
): Promise<Upcoming> => {
  const { purposes } = await readWholeLists(db);
  const horizon = now + within * DAY;
  const days = await readSetting(db, 'submission-days');
  return {
    purposes: await Promise.all(
      purposes.flatMap(({ key, retentionDays }) =>
        retentionDays === null
          ? []
          : [
              countOver(db, key, horizon - retentionDays * DAY).then((count) => ({
                purpose: key,
                days: retentionDays,
                count,
              })),
            ],
      ),
    ),
    submissions: {
      days,
      count: days === 0 ? 0 : await countSubmissions(db, horizon - days * DAY),
    },
    staleDays: await readSetting(db, 'stale-days'),
  };
};
