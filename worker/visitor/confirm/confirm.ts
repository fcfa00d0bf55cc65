import type { Decided } from '../../contract/submission.ts';
import type { Decision } from '../../contract/words.ts';
import { type Draft, occasionId, type Rule, seal } from '../../ledger/record.ts';
import { readUnder } from '../../ledger/under.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { forEach } from '../../platform/each.ts';
import { writeAndRead } from '../../platform/gather.ts';
import { isCode } from '../../platform/signing/code.ts';
import { DAY } from '../../platform/time.ts';
import { isDue } from '../../platform/trim.ts';
import type { WhereFrom } from '../../platform/where-from.ts';
import { readSetting } from '../../settings/store.ts';
import { addConfirmedFrom } from '../../submissions/store.ts';
import { writeEmailAgain } from './ask.ts';
import { readStandsNow, type StandsNow } from './outcome.ts';
import {
  forgetUnconfirmed,
  OVERDUE,
  type Pending,
  pendingById,
  readUnconfirmed,
  useTry,
  writeConfirmed,
} from './store.ts';

const SLICE = 50;

type Sealing = { decision: Decision; actor: string; recordedAt: number };

const draftOf = (
  pending: Pending & { subject: string },
  { purpose, subscription, legalBasis }: Omit<Decided, 'decision'>,
  { decision, actor, recordedAt }: Sealing,
  rule: Rule,
): Draft => ({
  content: {
    subject: pending.subject,
    purpose: purpose ?? null,
    subscription: subscription ?? null,
    decision,
    legalBasis,
    source: 'web-form',
    actor,
    recordedAt,
    statement: pending.statement,
    form: pending.form,
    version: pending.version,
    page: pending.page,
    locale: pending.locale,
    comment: null,
    submission: pending.id,
  },
  rule,
});

const draftsOf = (pending: Pending, sealing: Sealing): Draft[] => {
  const { subject } = pending;
  // Without a record of its own nothing was left pending: all of it was given before.
  if (subject === null) return [];
  return pending.decisions
    .filter((decided) => decided.decision === 'pending')
    .map((decided) => draftOf({ ...pending, subject }, decided, sealing, 'settled'));
};

/** What another submission may have left pending under a purpose that expires with this one. */
const orphansOf = async (db: Database, pending: Pending, sealing: Sealing): Promise<Draft[]> => {
  const { subject } = pending;
  if (subject === null) return [];
  const purposes = pending.decisions.flatMap(({ purpose }) => purpose ?? []);
  const legalBases = new Map(pending.decisions.map((each) => [each.purpose, each.legalBasis]));
  const { types, basisOf } = await readUnder(db, purposes, [pending.person]);
  return types.map(({ key, purpose }) => {
    const legalBasis = basisOf(pending.person, key) ?? legalBases.get(purpose) ?? '';
    return draftOf({ ...pending, subject }, { subscription: key, legalBasis }, sealing, 'orphaned');
  });
};

/** What came of confirming: how the submission stands then, or that it was too late. */
export type Confirmed = { state: 'confirmed'; now: StandsNow | null } | { state: 'expired' };

/** To whom it is told how a submission stands, and where it was confirmed from. */
type Confirming = { email?: string; from?: WhereFrom };

/**
 * Confirms a submission: what it left pending is given, and how it stands then is read in the same round trip, to
 * be told to `email`. Later decisions stand: what was withdrawn meanwhile stays withdrawn. Confirming again
 * changes nothing.
 */
export const confirm = async (
  { db, now, later, post }: Caller,
  pending: Pending,
  { email = pending.email, from }: Confirming = {},
): Promise<Confirmed> => {
  if (pending.confirmedAt !== null)
    return { state: 'confirmed', now: await readStandsNow(db, pending, email) };
  if (pending.expiresAt <= now) return { state: 'expired' };
  const notice = crypto.randomUUID();
  const sealing: Sealing = { decision: 'given', actor: 'person', recordedAt: now };
  const records = await seal(occasionId(), draftsOf(pending, sealing));
  const stands = await writeAndRead(
    db,
    [
      ...writeConfirmed(db, pending, records, now, notice),
      ...(from ? [addConfirmedFrom(db, pending.id, from)] : []),
    ],
    (trip) => readStandsNow(trip, pending, email),
  );
  later(() => post(notice));
  return { state: 'confirmed', now: stands };
};

/** What came of a code: the submission that it was for, if any, and how that stands if the code was right. */
export type ByCode = { pending: Pending | null; now: StandsNow | null };

/** Confirms a submission by its receipt and the code in the email. Each call uses up one of five tries. */
export const confirmByCode = async (
  caller: Caller,
  { receipt, code, from }: { receipt: string; code: string; from: WhereFrom },
  told: (email: string) => string,
): Promise<ByCode> => {
  const { pending, hasTry } = await useTry(caller.db, receipt, caller.now);
  if (!pending || !hasTry || !(await isCode(caller.env, pending.id, code)))
    return { pending, now: null };
  const confirmed = await confirm(caller, pending, { email: told(pending.email), from });
  return { pending, now: confirmed.state === 'confirmed' ? confirmed.now : null };
};

/** Sends the email again behind the answer, unless the person has had enough of them: the answer does not say which. */
export const sendAgain = ({ db, now, later, post }: Caller, pending: Pending): void =>
  later(async () => {
    const id = crypto.randomUUID();
    await db.batch(writeEmailAgain(db, pending.id, id, now));
    await post(id);
  });

/** Forgets what nobody confirmed, in slices; what is left is for the next run. Returns how much that was. */
export const purgeUnconfirmed = async (db: Database, now: number): Promise<number> => {
  if (!(await isDue(db, OVERDUE, now))) return 0;
  const days = await readSetting(db, 'unconfirmed-days');
  const old = await readUnconfirmed(db, now - days * DAY, SLICE);
  const purge = async (id: string): Promise<void> => {
    const pending = await pendingById(db, id);
    if (!pending) return;
    const sealing: Sealing = { decision: 'expired', actor: 'system', recordedAt: now };
    const records = await seal(occasionId(), [
      ...draftsOf(pending, sealing),
      ...(await orphansOf(db, pending, sealing)),
    ]);
    await forgetUnconfirmed(db, pending, records);
  };
  await forEach('unconfirmed', old, (id) => id, purge);
  return old.length;
};
