// Looking at an email before anyone gets it.
import { EmailTexts } from '../../contract/emails.ts';
import { htmlText, plainText } from '../../emails/email.ts';
import { readingsFor } from '../../emails/readings.ts';
import { composeSample, type Sample } from '../../emails/sample.ts';
import { queuedIn, queueTest } from '../../outbox/queue.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readSetting } from '../../settings/store.ts';
import { findUser } from '../users/store.ts';
import { checkPlaces } from './save.ts';

/** An email as its reader would see it. */
export type Shown = { subject: string; html: string; text: string };

/** Reads the texts of a sample; throws 422 for what is missing, and for placeholders that the email cannot fill in. */
const checked = ({ template, texts }: Sample): EmailTexts => {
  const parsed = parse(EmailTexts, texts);
  checkPlaces(template, parsed);
  return parsed;
};

/** Composes an email from texts that may not be saved, about nobody. */
export const previewEmail = async (
  { env, db, host }: Pick<Caller, 'env' | 'db' | 'host'>,
  sample: Sample,
): Promise<Shown> => {
  const texts = checked(sample);
  const { name, address } = await readSetting(db, 'sender');
  const composing = { env, db, publicUrl: host, readings: readingsFor(db, []) };
  const email = await composeSample(composing, { ...sample, texts }, name || address);
  return { subject: email.subject, html: await htmlText(email), text: plainText(email) };
};

export const QUEUED = 'EXISTS (SELECT 1 FROM outbox WHERE id = ?7)';

/**
 * Sends a test of an email to a user of the console, and to nobody else. Throws 422 where there is no such user,
 * 409 while no sender is set, and 429 after many tests.
 */
export const sendTest = async (caller: Caller, sample: Sample, address: string): Promise<void> => {
  const { db, now, later, post } = caller;
  const texts = checked(sample);
  const to = normaliseEmail(address);
  const [user, sender] = await Promise.all([
    to === null ? null : findUser(db, to),
    readSetting(db, 'sender'),
  ]);
  if (!user?.active) throw invalidField('to', 'unknown', 'Enter the address of an active user.');
  if (!sender.address)
    throw new ProblemError('conflict', { detail: 'Set the sender in the settings first.' });
  const id = crypto.randomUUID();
  const { template, locale } = sample;
  const act = { act: 'mail.test', object: `${template}/${locale}` };
  const [queued] = await db.batch([
    queueTest(db, id, { template, locale, texts, to: user.email }, now),
    auditWhere(caller, act, QUEUED, id),
  ]);
  if (queuedIn(queued) === 0)
    throw new ProblemError('too-many-requests', { detail: 'Wait an hour before more tests.' });
  later(() => post(id));
};
