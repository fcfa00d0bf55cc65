import { withSafeHeaders } from '../outbox/header.ts';
import type { Transport } from '../outbox/message.ts';
import {
  claimDue,
  claimOne,
  type Due,
  forgetSent,
  markFailed,
  markSent,
} from '../outbox/outbox.ts';
import { transportOf } from '../outbox/transport.ts';
import type { Env } from '../platform/env.ts';
import { readSetting, settings } from '../settings/store.ts';
import { compose } from './compose.ts';
import { htmlText, type Letter, plainText } from './letter.ts';

const DAY_MS = 86_400_000;
const SLICE = 50;
/** One run sends a thousand letters at most; a mailing to many takes many runs. */
const MOST_SLICES = 20;
const FORGET_SLICE = 1000;

/** What a failed try is remembered by: never the server's own words, which may hold an address. */
const codeOf = (error: unknown): string =>
  error instanceof Error ? (/\b[45]\d\d\b/.exec(error.message)?.[0] ?? error.name) : 'unknown';

/** Mail programs show a button of their own for it, and press it by a POST. */
const unsubscribeHeaders = ({ unsubscribe }: Letter): Record<string, string> =>
  unsubscribe
    ? {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
    : {};

type Sender = { name: string; address: string };

const sendOne = async (env: Env, transport: Transport, sender: Sender, due: Due): Promise<void> => {
  try {
    const letter = await compose(env, due, sender.name || sender.address);
    if (letter)
      await transport(
        withSafeHeaders({
          messageId: `${due.id}@${sender.address.split('@')[1]}`,
          from: sender,
          to: due.recipient,
          subject: letter.subject,
          text: plainText(letter),
          html: await htmlText(letter),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': letter.locale,
            ...unsubscribeHeaders(letter),
          },
        }),
      );
  } catch (error) {
    console.warn('mail', due.template, codeOf(error));
    await markFailed(env.DB, due.id, codeOf(error));
    return;
  }
  await markSent(env.DB, due.id, Date.now());
};

const sendAll = async (env: Env, claim: () => Promise<Due[]>): Promise<number> => {
  const transport = transportOf(env, env.DB);
  if (!transport) return 0;
  const sender = await readSetting(env.DB, 'sender', settings.sender);
  if (!sender.address) return 0;
  const due = await claim();
  await Promise.all(due.map((message) => sendOne(env, transport, sender, message)));
  return due.length;
};

/** Sends a message that was written just now, behind the answer that it belongs to. */
export const sendNow = (env: Env, id: string): Promise<number> =>
  sendAll(env, () => claimOne(env.DB, Date.now(), id));

/** Sends what is due, a slice at a time, as far as one run goes, and forgets what old letters told. */
export const sweepOutbox = async (env: Env, now: number): Promise<void> => {
  for (let slice = 0; slice < MOST_SLICES; slice++)
    if ((await sendAll(env, () => claimDue(env.DB, now, SLICE))) < SLICE) break;
  const days = await readSetting(env.DB, 'mail-days', settings['mail-days']);
  await forgetSent(env.DB, now - days * DAY_MS, FORGET_SLICE);
};
