import type { Need } from '../../contract/overview.ts';
import type { Right } from '../../contract/rights.ts';
import type { CountedAs, Decision } from '../../contract/words.ts';
import { readOpenReports } from '../../incidents/store.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { readLog } from '../../log/store.ts';
import { readOutboxHealth } from '../../outbox/outbox.ts';
import type { Caller } from '../../platform/caller.ts';
import { readLasting } from '../../platform/failing-tasks.ts';
import { publicUrl } from '../../platform/public-url.ts';
import { DAY, HOUR } from '../../platform/time.ts';
import { lastDays } from '../../platform/zone.ts';
import { casesIn } from '../../requests/board.ts';
import { knownZone } from '../../settings/known-brand.ts';
import { readSetting } from '../../settings/store.ts';
import { type Counts, readCounts } from '../../statistics/counts.ts';
import { AUTHORITY_MS, readBreaches } from '../breach/cases.ts';
import { countDueNotices } from '../notices/store.ts';
import { readTroubled } from './receivers.ts';

const SOON_DAYS = 7;
const DAYS = 30;

/** Who looks, with which rights, and when. */
type Looking = Pick<Caller, 'env' | 'db' | 'rights' | 'now'>;

/** What needs attention first, of what these rights are about. */
const needsFor = async ({
  env,
  db,
  rights,
  now,
}: Looking): Promise<{
  needs: Need[];
  mail: Awaited<ReturnType<typeof readOutboxHealth>> | null;
}> => {
  const may = (right: Right) => rights.includes(right);
  const [
    requests,
    dueNotices,
    mail,
    breaches,
    reports,
    troubled,
    failing,
    log,
    sender,
    { purposes },
  ] = await Promise.all([
    may('requests') ? casesIn(db, { state: 'open' }) : [],
    may('people-read') ? countDueNotices(db, now, SOON_DAYS * DAY) : { soon: 0, late: 0 },
    may('mail') ? readOutboxHealth(db, now) : null,
    may('breach') ? readBreaches(db) : [],
    may('breach') ? readOpenReports(db) : [],
    may('settings') ? readTroubled(db) : [],
    readLasting(db),
    readLog(db),
    readSetting(db, 'sender'),
    readWholeLists(db),
  ]);
  const isUnlinked = purposes.some(
    ({ active, texts }) => active && Object.values(texts).some(({ privacyUrl }) => !privacyUrl),
  );
  const needs: Need[] = [
    ...(log && log.haltedAt !== null && log.haltedBy !== null
      ? [{ kind: 'log-halted' as const, by: log.haltedBy, since: log.haltedAt }]
      : []),
    ...breaches
      .filter(({ closedAt, authorityAt }) => closedAt === null && authorityAt === null)
      .map(({ id, title, discoveredAt }) => ({
        kind: 'breach' as const,
        id,
        title,
        hours: Math.floor((discoveredAt + AUTHORITY_MS - now) / HOUR),
      })),
    ...(reports.length > 0 ? [{ kind: 'breach-reports' as const, count: reports.length }] : []),
    ...requests
      .map(({ number, dueAt }) => ({
        kind: 'request' as const,
        number,
        days: Math.ceil((dueAt - now) / DAY),
      }))
      .filter(({ days }) => days <= SOON_DAYS),
    ...(dueNotices.soon > 0
      ? [{ kind: 'due-notices' as const, count: dueNotices.soon, late: dueNotices.late }]
      : []),
    ...(mail && mail.dead > 0 ? [{ kind: 'failed-emails' as const, count: mail.dead }] : []),
    ...troubled,
    ...failing.map(({ name, since, tries, error }) => ({
      kind: 'failing-task' as const,
      task: name,
      since,
      tries,
      error,
    })),
    ...(publicUrl(env) ? [] : [{ kind: 'no-public-url' as const }]),
    ...(sender.address ? [] : [{ kind: 'no-sender' as const }]),
    ...(isUnlinked && may('lists') ? [{ kind: 'no-privacy-link' as const }] : []),
  ];
  return { needs, mail };
};

/** Makes what tells how often some purposes were decided on a day, in one way or in any. */
const decisionsIn =
  ({ decisions }: Counts, purposes: readonly string[]) =>
  (day: string, countedAs: CountedAs, decision?: Decision): number =>
    decisions
      .filter(
        (each) =>
          purposes.includes(each.item) &&
          each.day === day &&
          each.countedAs === countedAs &&
          (decision === undefined || each.decision === decision),
      )
      .reduce((sum, { count }) => sum + count, 0);

/** What needs attention, and how things go; counts are kept as they change, so reading them is quick. */
export const readOverview = async (looking: Looking) => {
  const { db, now } = looking;
  // No time zone is two days behind: the days that are shown are known once all is asked, in one round trip.
  const since = new Date(now - (DAYS + 1) * DAY).toISOString().slice(0, 10);
  const [zone, { needs, mail }, counts, { purposes }] = await Promise.all([
    knownZone(db),
    needsFor(looking),
    readCounts(db, since),
    readWholeLists(db),
  ]);
  const names = lastDays(zone, DAYS, now);
  const active = purposes.filter((purpose) => purpose.active).map(({ key }) => key);
  const many = decisionsIn(counts, active);
  return {
    needs,
    people: counts.people,
    mail,
    days: names.map((day) => ({
      day,
      given: many(day, 'own', 'given'),
      withdrawn: many(day, 'own', 'withdrawn'),
      informed: many(day, 'own', 'informed'),
      imported: many(day, 'import'),
      erased: many(day, 'erasure'),
    })),
    standings: active.map((purpose) => ({
      purpose,
      counts: Object.fromEntries(
        counts.standings
          .filter(({ kind, item }) => kind === 'purpose' && item === purpose)
          .map(({ decision, count }) => [decision, count]),
      ) as Partial<Record<Decision, number>>,
    })),
  };
};
