import { keepRetention } from '../../worker/admin/retention/keep.ts';
import { sweepOutbox } from '../../worker/emails/send.ts';
import type { Caller } from '../../worker/platform/caller.ts';
import { DAY, HOUR, MINUTE } from '../../worker/platform/time.ts';
import { foldCounts } from '../../worker/statistics/fold.ts';
import { purgeUnconfirmed } from '../../worker/visitor/confirm/confirm.ts';
import { carryOutErasures } from '../../worker/visitor/requests/requests.ts';
import { peopleOf } from './names.ts';
import { breaches, office, requests } from './office.ts';
import { hire, importFile, owner } from './staff.ts';
import type { Stage } from './stage.ts';
import { DAYS } from './step.ts';
import { visits } from './visits.ts';

/** Before the 90 days there was a first list, of which nobody was heard again: longer ago than consents are kept. */
export const FIRST_LIST_DAYS = 800;

/** What the schedule does in a night: emails, counts, erasures that are due, and what nobody confirmed. */
const night = async (caller: Caller): Promise<void> => {
  await sweepOutbox(caller);
  await carryOutErasures(caller);
  await purgeUnconfirmed(caller.db, caller.now);
  await keepRetention(caller);
  await foldCounts(caller.db);
};

/**
 * Lets the demo's company live through its last 90 days by the Worker's own acts, each at its time: sign-ups,
 * withdrawals, requests, a breach, imports. Every record is sealed and counted as any other is.
 */
export const liveThrough = async (
  stage: Stage,
  { now, site, count = 200 }: { now: number; site: string; count?: number },
): Promise<void> => {
  const start = now - DAYS * DAY;
  const people = peopleOf(count);
  const visitors = people.slice(0, Math.floor(count * 0.7));
  const others = people.slice(visitors.length);
  const agent = await stage.at(start, owner, (caller) => hire(caller, 'Mads Kjær', 'agent'));
  const officer = await stage.at(start, owner, (caller) =>
    hire(caller, 'Freja Lund', 'privacy-officer'),
  );
  await stage.at(start, owner, (caller) => hire(caller, 'Ruby Hughes', 'marketer'));
  await stage.at(start, owner, (caller) => hire(caller, 'Jack Bennett', 'auditor'));
  const steps = [
    ...visits(visitors, site),
    ...requests(visitors, officer),
    ...office(others, agent, officer),
    ...breaches(officer),
  ]
    .map(({ day, hour, ...step }) => ({ ...step, time: start + day * DAY + hour * HOUR }))
    .filter(({ time }) => time < now)
    .toSorted((one, other) => one.time - other.time);
  await stage.at(
    now - FIRST_LIST_DAYS * DAY,
    owner,
    importFile('members-2024.csv', others.slice(16, 22)),
  );
  let midnight = start + DAY;
  for (const { time, role, act } of steps) {
    for (; midnight <= time; midnight += DAY)
      await stage.at(midnight, { actor: 'system', rights: [] }, night);
    await stage.at(time, role, act);
  }
  await stage.at(now - MINUTE, { actor: 'system', rights: [] }, night);
};
