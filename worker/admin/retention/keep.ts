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
  ofPurpose,
  readCursor,
  readOld,
  readOldSubmissions,
  readOver,
  STALE,
} from './store.ts';

/** The schedule, which acts here. */
type System = Pick<Caller, 'env' | 'db' | 'actor' | 'now'>;

const SLICE = 200;

const expired = (purpose: string, people: number) => ({
  act: 'retention.expire',
  object: purpose,
  after: { people },
});

/** Lets what has stood for too long without a sign of life expire, and says so in the ledger. */
const expirePurposes = async (caller: System): Promise<void> => {
  const { db, actor, now } = caller;
  const lists = await readWholeLists(db);
  for (const { key, retentionDays } of lists.purposes) {
    if (retentionDays === null) continue;
    const after = await readCursor(db, ofPurpose(key));
    const before = now - retentionDays * DAY;
    const { over, last } = await readOver(db, key, { after, before, limit: SLICE });
    if (last === after) continue;
    const people = over.map(({ decision, legalBasis, ...person }) => ({
      ...person,
      standings: [{ purpose: key, decision, legalBasis }],
    }));
    const cause = { decision: 'expired', source: 'manual', actor } as const;
    await db.batch([
      moveCursor(db, ofPurpose(key), last),
      ...(await endConsents(db, people, cause, now)),
      ...(over.length > 0 ? [audit(caller, expired(key, over.length))] : []),
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
  const after = await readCursor(db, STALE);
  const old = await readOld(db, now - days * DAY, after, SLICE);
  const isMore = old.length === SLICE && old.every(({ isOld }) => isOld);
  const next = isMore ? (old.at(-1)?.number ?? 0) : 0;
  const statements = next === after ? [] : [moveCursor(db, STALE, next)];
  // Nothing stands for them as a yes that could end: that is what makes them stale.
  const stale = old
    .filter(({ isStale }) => isStale)
    .map(({ id, email, locale }) => ({ id, email, locale, standings: [] }));
  const erased = {
    act: 'retention.erase',
    object: 'people',
    after: { people: stale.map(({ id }) => id) },
  };
  if (stale.length > 0)
    statements.push(
      ...(await erasePeople(caller, stale, { source: 'manual', actor, reason: 'retention' })),
      audit(caller, erased),
    );
  if (statements.length > 0) await db.batch(statements);
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
              readCursor(db, ofPurpose(key))
                .then((after) => countOver(db, key, after, horizon - retentionDays * DAY))
                .then((count) => ({ purpose: key, days: retentionDays, count })),
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
