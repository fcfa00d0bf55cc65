import type { Standing } from '../../contract/people.ts';
import type {
  Change,
  PreferencesBody,
  PurposePreference,
  Saved,
  SubscriptionPreference,
} from '../../contract/preferences.ts';
import { isOn } from '../../contract/standing.ts';
import { decide } from '../../ledger/decide.ts';
import type { Choice } from '../../ledger/record.ts';
import { keepStatements } from '../../ledger/statement.ts';
import { underFor } from '../../ledger/under.ts';
import { endingsOf, type Stands } from '../../people/ending.ts';
import { composePreferences, readAgain, type Shown } from '../../personal-data/preferences.ts';
import type { Caller } from '../../platform/caller.ts';
import { writeAndRead } from '../../platform/gather.ts';
import { monthsAfter } from '../../platform/zone.ts';
import { saidOf } from './said.ts';
import { writePause } from './store.ts';

/** What came of saving: what was recorded and what is shown now, or why nothing was. */
export type SaveResult =
  | { ok: true; saved: Saved; now: Shown }
  | { ok: false; why: 'other-words' | 'unknown-item' }
  /** A purpose is agreed to, and none of the several things that one receives under it is chosen. */
  | { ok: false; why: 'none-chosen'; purpose: PurposePreference };

/** What a person wants changed, and the page they were on, as far as it is kept. */
type Wanted = Omit<PreferencesBody, 'page'> & { page?: string | null };

const choicesOfPurpose = (purpose: PurposePreference, on: boolean): Choice[] | undefined => {
  const { key, change, legalBasis } = purpose;
  if (change === 'none') return undefined;
  const own = { purpose: key, legalBasis: legalBasis.key };
  if (on) return [{ ...own, decision: change === 'object' ? 'informed' : 'given', rule: 'chosen' }];
  if (change === 'object') return [{ ...own, decision: 'objected', rule: 'chosen' }];
  return [{ ...own, decision: 'withdrawn', rule: 'ends' }];
};

/** What a change means for the ledger; undefined for what was not offered, or needs another yes first. */
const choicesOf = (
  purposes: readonly PurposePreference[],
  { purpose, subscription, on }: Change,
  changes: readonly Change[],
  standings: readonly Standing[],
): Choice[] | undefined => {
  if (purpose !== undefined) {
    const shown = purposes.find(({ key }) => key === purpose);
    return shown && choicesOfPurpose(shown, on);
  }
  const owner = purposes.find(({ subscriptions }) =>
    subscriptions.some(({ key }) => key === subscription),
  );
  if (!owner || subscription === undefined) return undefined;
  const isOpen = changes.find((change) => change.purpose === owner.key)?.on ?? isOn(owner);
  if (on && !isOpen) return undefined;
  if (!on)
    return endingsOf(
      standings.filter((standing) => standing.subscription === subscription),
      'withdrawn',
    );
  return [{ subscription, legalBasis: owner.legalBasis.key, decision: 'given', rule: 'chosen' }];
};

/** The purposes that are agreed to again while nothing under them is, or is to be, received. */
const bare = (
  purposes: readonly PurposePreference[],
  changes: readonly Change[],
): PurposePreference[] =>
  purposes.filter(
    ({ key, change, subscriptions }) =>
      change === 'consent' &&
      subscriptions.length > 0 &&
      changes.some(({ purpose, on }) => purpose === key && on) &&
      !subscriptions.some(
        (type) =>
          changes.find(({ subscription }) => subscription === type.key)?.on ??
          type.decision === 'given',
      ),
  );

/** What a bare yes is about: what was chosen before and never confirmed, or the only thing there is. */
const impliedBy = ({ subscriptions }: PurposePreference): SubscriptionPreference[] => {
  const pending = subscriptions.filter(({ decision }) => decision === 'pending');
  if (pending.length > 0) return pending;
  return subscriptions.length === 1 ? subscriptions : [];
};

const recordOf = (purposes: readonly PurposePreference[], change: Change): string | null =>
  (change.purpose === undefined
    ? purposes
        .flatMap(({ subscriptions }) => subscriptions)
        .find(({ key }) => key === change.subscription)
    : purposes.find(({ key }) => key === change.purpose)
  )?.record ?? null;

/** What of these is not changed by name. */
const others = (standings: readonly Stands[], changes: readonly Change[]): Stands[] =>
  standings.filter(
    ({ purpose, subscription }) =>
      !changes.some((change) => change.purpose === purpose && change.subscription === subscription),
  );

/** Whether a save does nothing but end or pause something: that is never refused for its words. */
const onlyEnds = ({ changes, everything, pauses }: Wanted): boolean =>
  (everything || changes.length + pauses.length > 0) &&
  changes.every(({ on }) => !on) &&
  pauses.every(({ months }) => months > 0);

/**
 * Records what a person has changed of what they are shown, in one batch, on the words that they saw; what only ends
 * something also where the words are others by now, and then on none. Only what they touched
 * is written: two tabs that change different things both count, and of the same thing the later save.
 * The ledger ends the subscriptions of a purpose with it. What stands then is read in the same round trip.
 */
export const savePreferences = async (
  { db, now: recordedAt }: Caller,
  before: Shown,
  body: Wanted,
): Promise<SaveResult> => {
  const { person, centre } = before.seen;
  const hasSeen = before.statement.sha256 === body.statement;
  if (!hasSeen && !onlyEnds(body)) return { ok: false, why: 'other-words' };
  const { purposes } = before.preferences;
  const agreed = bare(purposes, body.changes);
  const open = agreed.find((purpose) => impliedBy(purpose).length === 0);
  if (open) return { ok: false, why: 'none-chosen', purpose: open };
  const implied = agreed
    .flatMap(impliedBy)
    .map(({ key, record }): Change => ({ subscription: key, on: true, seen: record }));
  const changes = [...body.changes, ...implied];
  const choices = changes.map((change) => choicesOf(purposes, change, changes, person.standings));
  const known = new Set(
    purposes.flatMap(({ subscriptions }) => subscriptions.map(({ key }) => key)),
  );
  if (
    choices.includes(undefined) ||
    body.pauses.some(({ subscription }) => !known.has(subscription))
  )
    return { ok: false, why: 'unknown-item' };

  const occasion = {
    person: { ...person, locale: body.locale },
    source: 'preference-centre',
    actor: 'person',
    authority: 'person' as const,
    statement: hasSeen ? before.statement.sha256 : null,
    page: body.page ?? null,
  };
  const rest = body.everything ? others(before.subscribed, changes) : [];
  const decisions = [...choices.flatMap((each) => each ?? []), ...endingsOf(rest, 'withdrawn')];
  const rests = body.pauses.map(({ subscription, months }) =>
    writePause(db, person.id, subscription, monthsAfter(centre.timeZone, recordedAt, months)),
  );
  const decided =
    decisions.length > 0
      ? [
          ...(hasSeen ? keepStatements(db, [before.statement], recordedAt) : []),
          ...(await decide(
            db,
            occasion,
            decisions,
            recordedAt,
            underFor(centre.lists['subscription-types'], person.standings),
          )),
        ]
      : [];
  const statements = [...decided, ...rests];
  const after = await writeAndRead(db, statements, (trip) => readAgain(trip, before.seen));
  const now = await composePreferences(after, body.locale);
  const { preferences } = now;
  const was = new Set(person.standings.map(({ record }) => record));
  const outcome = {
    decisions: after.person.standings
      .filter(({ record, since }) => !was.has(record) && since === recordedAt)
      .map(({ purpose, subscription, decision }) => ({
        ...(purpose ? { purpose } : { subscription }),
        decision,
      })),
    overtaken: body.changes.some((change) => recordOf(purposes, change) !== change.seen),
    preferences,
  };
  const said = saidOf(outcome, body.pauses, after.person.standings);
  return { ok: true, saved: { recordedAt, ...outcome, said }, now };
};
