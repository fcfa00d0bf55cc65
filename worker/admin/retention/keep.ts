import type { Upcoming } from '../../contract/retention.ts';
import { forgetReports } from '../../incidents/store.ts';
import { endConsents } from '../../people/ending.ts';
import { erasePeople } from '../../people/erase.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { forEach } from '../../platform/each.ts';
import { DAY } from '../../platform/time.ts';
import { forgetUnfound } from '../../requests/case.ts';
import { readSetting } from '../../settings/store.ts';
import { deleteSubmissions } from '../../submissions/store.ts';
import {
  countOver,
  countSubmissions,
  moveCursor,
  ofPurpose,
  readCursor,
  readKept,
  readOld,
  readOldSubmissions,
  readOver,
  restsOf,
  STALE,
  STALE_RESTS,
  stillStale,
} from './store.ts';

/** The schedule, which acts here. */
type System = Pick<Caller, 'env' | 'db' | 'actor' | 'now'>;

const YEAR = 365 * DAY;
/** So many consents end, submissions are deleted or people erased in a run. */
const SLICE = 200;
/** Among so many people a run looks for those of whom nothing stands. */
const LOOKED_AT = 1000;

const expired = (purpose: string, people: number) => ({
  act: 'retention.expire',
  object: purpose,
  after: { people },
});

/** Lets one purpose of people expire that has stood for too long without a sign of life; returns how many records it passed. */
const expirePurpose = async (
  caller: System,
  key: string,
  retentionDays: number,
): Promise<number> => {
  const { db, actor, now } = caller;
  const rests = restsOf(key, retentionDays);
  if (now < (await readCursor(db, rests))) return 0;
  const after = await readCursor(db, ofPurpose(key));
  const before = now - retentionDays * DAY;
  const { over, last, young } = await readOver(db, key, { after, before, limit: SLICE });
  if (last === after) {
    if (young !== null) await moveCursor(db, rests, young + retentionDays * DAY).run();
    return 0;
  }
  // Only what has stood for so long: someone may agree again in this very moment.
  const people = over.map(({ decision, legalBasis, only, ...person }) => ({
    ...person,
    standings: [{ purpose: key, decision, legalBasis, only }],
  }));
  const cause = { decision: 'expired', source: 'automatic', actor } as const;
  await db.batch([
    moveCursor(db, ofPurpose(key), last),
    ...(await endConsents(db, people, cause, now)),
    ...(over.length > 0 ? [audit(caller, expired(key, over.length))] : []),
  ]);
  return last - after;
};

/** Lets what has stood for too long expire, purpose by purpose, and says so in the ledger. */
const expirePurposes = async (caller: System): Promise<number> => {
  let passed = 0;
  await forEach(
    'retention',
    await readKept(caller.db),
    ({ key }) => key,
    async ({ key, retentionDays }) => {
      passed += await expirePurpose(caller, key, retentionDays);
    },
  );
  return passed;
};

const dropOldSubmissions = async (caller: System): Promise<number> => {
  const { db, now } = caller;
  const days = await readSetting(db, 'submission-days');
  if (days === 0) return 0;
  const old = await readOldSubmissions(db, now - days * DAY, SLICE);
  if (old.length === 0) return 0;
  await db.batch([
    deleteSubmissions(db, old),
    audit(caller, {
      act: 'retention.submissions',
      object: 'submissions',
      after: { submissions: old.length },
    }),
  ]);
  return old.length;
};

/**
 * Erases people of whom nothing stands and nothing was heard for long; a slice a run, and a round a day, since
 * nobody gets older by more than that meanwhile.
 */
const eraseStale = async (caller: System): Promise<number> => {
  const { db, actor, now } = caller;
  if (now < (await readCursor(db, STALE_RESTS))) return 0;
  const days = await readSetting(db, 'stale-days');
  if (days === 0) return 0;
  const old = await readOld(db, now - days * DAY, await readCursor(db, STALE), LOOKED_AT);
  const found = old.filter(({ isStale }) => isStale);
  const isMore =
    found.length > SLICE || (old.length === LOOKED_AT && old.every(({ isOld }) => isOld));
  const stale = found.slice(0, SLICE);
  const last = (found.length > SLICE ? stale : old).at(-1)?.number ?? 0;
  const statements = isMore
    ? [moveCursor(db, STALE, last)]
    : [moveCursor(db, STALE, 0), moveCursor(db, STALE_RESTS, now + DAY)];
  const erased = {
    act: 'retention.erase',
    object: 'people',
    after: { people: stale.map(({ id }) => id) },
  };
  // Nothing stands for them as a yes that could end: that is what makes them stale.
  const people = stale.map(({ id, email, locale }) => ({ id, email, locale, standings: [] }));
  // Where one of them was heard of in this very moment, all are left for the next round.
  const condition = stillStale(erased.after.people, now - days * DAY);
  const cause = { source: 'automatic', actor, reason: 'retention', condition } as const;
  if (people.length > 0)
    statements.push(
      auditWhere(caller, erased, condition.sql('?7'), condition.value),
      ...(await erasePeople(caller, people, cause)),
    );
  await db.batch(statements);
  return isMore ? old.length : people.length;
};

/** Forgets who asked for something and was not found, a year after the answer. */
const forgetContacts = ({ db, now }: System): Promise<number> =>
  forgetUnfound(db, now - YEAR, SLICE);

/** Forgets reports of breaches a year after they were closed. */
const forgetOldReports = ({ db, now }: System): Promise<number> =>
  forgetReports(db, now - YEAR, SLICE);

const steps = [
  ['purposes', expirePurposes],
  ['submissions', dropOldSubmissions],
  ['people', eraseStale],
  ['contacts', forgetContacts],
  ['reports', forgetOldReports],
] as const;

/** What the schedule does: a slice of each. What is left is for the next run. Returns how much was done. */
export const keepRetention = async (caller: System): Promise<number> => {
  let done = 0;
  await forEach(
    'retention',
    steps,
    ([name]) => name,
    async ([, step]) => {
      done += await step(caller);
    },
  );
  return done;
};

/** Counts what retention will end or delete within so many days; no count goes beyond ten thousand. */
export const readUpcoming = async (
  db: Database,
  now: number,
  within: number,
): Promise<Upcoming> => {
  const horizon = now + within * DAY;
  const [kept, days, staleDays] = await Promise.all([
    readKept(db),
    readSetting(db, 'submission-days'),
    readSetting(db, 'stale-days'),
  ]);
  const [count, ...purposes] = await Promise.all([
    days === 0 ? 0 : countSubmissions(db, horizon - days * DAY),
    ...kept.map(async ({ key, retentionDays }) => ({
      purpose: key,
      days: retentionDays,
      count: await countOver(db, key, horizon - retentionDays * DAY),
    })),
  ]);
  return { purposes, submissions: { days, count }, staleDays };
};
