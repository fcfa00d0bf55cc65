import { v4, v7 } from 'uuid';
import type { Decided } from '../../contract/submission.ts';
import type { Decision } from '../../contract/words.ts';
import { sendNow } from '../../emails/send.ts';
import { type Rule, type SealedRecord, seal } from '../../ledger/record.ts';
import { typesUnder } from '../../ledger/under.ts';
import type { LaterWork } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import type { Env } from '../../platform/env.ts';
import { isCode } from '../../platform/signing/code.ts';
import { readSetting, settings } from '../../settings/store.ts';
import {
  forgetUnconfirmed,
  type Pending,
  pendingById,
  readUnconfirmed,
  useTry,
  writeConfirmed,
  writeLetter,
} from './store.ts';

const DAY_MS = 86_400_000;
const SLICE = 50;

type Sealing = { decision: Decision; actor: string; recordedAt: number };

const sealOne = (
  pending: Pending & { subject: string },
  { purpose, subscription, legalBasis }: Omit<Decided, 'decision'>,
  { decision, actor, recordedAt }: Sealing,
  rule: Rule,
): Promise<SealedRecord> =>
  seal(
    {
      id: v7(),
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
  );

const sealAll = async (pending: Pending, sealing: Sealing): Promise<SealedRecord[]> => {
  const { subject } = pending;
  // Without a record of its own nothing was left pending: all of it was given before.
  if (subject === null) return [];
  return Promise.all(
    pending.decisions
      .filter((decided) => decided.decision === 'pending')
      .map((decided) => sealOne({ ...pending, subject }, decided, sealing, 'settled')),
  );
};

/** What another submission may have left pending under a purpose that expires with this one. */
const sealOrphans = async (
  db: Database,
  pending: Pending,
  sealing: Sealing,
): Promise<SealedRecord[]> => {
  const { subject } = pending;
  if (subject === null) return [];
  const purposes = pending.decisions.flatMap(({ purpose }) => purpose ?? []);
  const legalBasis = new Map(pending.decisions.map((each) => [each.purpose, each.legalBasis]));
  return Promise.all(
    (await typesUnder(db, purposes)).map(({ key, purpose }) => {
      const item = { subscription: key, legalBasis: legalBasis.get(purpose) ?? '' };
      return sealOne({ ...pending, subject }, item, sealing, 'orphaned');
    }),
  );
};

export type Confirmed = 'confirmed' | 'expired';

/**
 * Makes what a submission left pending given. LaterWork decisions stand: what was withdrawn meanwhile
 * stays withdrawn. Confirming again changes nothing.
 */
export const confirm = async (
  env: Env,
  pending: Pending,
  host: string,
  later: LaterWork,
): Promise<Confirmed> => {
  if (pending.confirmedAt !== null) return 'confirmed';
  const now = Date.now();
  if (pending.expiresAt <= now) return 'expired';
  const notice = v4();
  const records = await sealAll(pending, { decision: 'given', actor: 'person', recordedAt: now });
  await writeConfirmed(env.DB, pending, records, now, { id: notice, host });
  later(sendNow({ env, db: env.DB }, notice));
  return 'confirmed';
};

/** Confirms with the six digits of the letter. Each call uses up one of five tries. */
export const confirmByCode = async (
  env: Env,
  pending: Pending,
  { code, host }: { code: string; host: string },
  later: LaterWork,
): Promise<boolean> =>
  (await useTry(env.DB, pending.id, Date.now())) &&
  (await isCode(env, pending.id, code)) &&
  (await confirm(env, pending, host, later)) === 'confirmed';

/** Sends the letter again, unless the person got enough of them already. Nobody is told which. */
export const sendAgain = async (env: Env, pending: Pending, host: string): Promise<void> => {
  const id = v4();
  await writeLetter(env.DB, pending.id, { id, host }, Date.now()).run();
  await sendNow({ env, db: env.DB }, id);
};

/** Forgets what nobody confirmed, in slices; what is left is for the next run. */
export const purgeUnconfirmed = async (env: Env, now: number): Promise<void> => {
  const days = await readSetting(env.DB, 'unconfirmed-days', settings['unconfirmed-days']);
  for (const id of await readUnconfirmed(env.DB, now - days * DAY_MS, SLICE)) {
    const pending = await pendingById(env.DB, id);
    if (!pending) continue;
    const sealing: Sealing = { decision: 'expired', actor: 'system', recordedAt: now };
    const records = [
      ...(await sealAll(pending, sealing)),
      ...(await sealOrphans(env.DB, pending, sealing)),
    ];
    await forgetUnconfirmed(env.DB, pending, records, now);
  }
};
