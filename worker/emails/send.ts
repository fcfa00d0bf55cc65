import { withSafeHeaders } from '../outbox/header.ts';
import type { Transport } from '../outbox/message.ts';
import {
  type Claim,
  claimDue,
  claimOne,
  type Due,
  forgetSent,
  markFailed,
  markSent,
} from '../outbox/outbox.ts';
import { transportOf } from '../outbox/transport.ts';
import type { Caller } from '../platform/caller.ts';
import { publicUrl } from '../platform/public-url.ts';
import { DAY } from '../platform/time.ts';
import { readSetting } from '../settings/store.ts';
import { compose } from './compose.ts';
import type { Composing } from './contents.ts';
import { type Email, htmlText, plainText } from './email.ts';

const SLICE = 50;
/** One run sends a thousand emails at most; a mailing to many takes many runs. */
const MOST_SLICES = 20;
const FORGET_SLICE = 1000;

/** What a failed try is remembered by: never the server's own words, which may hold an address. */
const codeOf = (error: unknown): string =>
  error instanceof Error ? (/\b[45]\d\d\b/.exec(error.message)?.[0] ?? error.name) : 'unknown';

/** Mail programs show a button of their own for it, and press it by a POST. */
const unsubscribeHeaders = ({ unsubscribe }: Email): Record<string, string> =>
  unsubscribe
    ? {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
    : {};

type Sender = { name: string; address: string };

const sendOne = async (
  composing: Composing,
  transport: Transport,
  sender: Sender,
  due: Due,
): Promise<void> => {
  const { db } = composing;
  try {
    const email = await compose(composing, due, sender.name || sender.address);
    if (email)
      await transport(
        withSafeHeaders({
          messageId: `${due.id}@${sender.address.split('@')[1]}`,
          from: sender,
          to: due.recipient,
          subject: email.subject,
          text: plainText(email),
          html: await htmlText(email),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': email.locale,
            ...unsubscribeHeaders(email),
          },
        }),
      );
  } catch (error) {
    console.warn('mail', due.template, codeOf(error));
    await markFailed(db, due.id, codeOf(error));
    return;
  }
  await markSent(db, due.id, Date.now());
};

/** What sending takes of anyone who sends: a request, or the schedule. */
type Sending = Pick<Caller, 'env' | 'db'>;

/** Sends what `claim` claims, and returns how many rows those were; nothing is claimed without a transport, a sender and an address for the links. */
const sendAll = async ({ env, db }: Sending, claim: () => Promise<Claim>): Promise<number> => {
  const transport = transportOf(env, db);
  const url = publicUrl(env);
  if (!transport || !url) return 0;
  const sender = await readSetting(db, 'sender');
  if (!sender.address) return 0;
  const { due, claimed } = await claim();
  const composing = { env, db, publicUrl: url };
  await Promise.all(due.map((message) => sendOne(composing, transport, sender, message)));
  return claimed;
};

/** Sends an email that was written just now, behind the answer that it belongs to. */
export const sendNow = (sending: Sending, id: string): Promise<number> =>
  sendAll(sending, () => claimOne(sending.db, Date.now(), id));

/** Sends what is due, a slice at a time, as far as one run goes, and forgets what old emails said. */
export const sweepOutbox = async (sending: Sending & Pick<Caller, 'now'>): Promise<void> => {
  const { db, now } = sending;
  for (let slice = 0; slice < MOST_SLICES; slice++)
    if ((await sendAll(sending, () => claimDue(db, now, SLICE))) < SLICE) break;
  const days = await readSetting(db, 'mail-days');
  await forgetSent(db, now - days * DAY, FORGET_SLICE);
};
