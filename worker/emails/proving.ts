// Letters by which somebody proves that an address is theirs.
import { z } from 'zod';
import { codeFor } from '../platform/signing/code.ts';
import { signLink } from '../platform/signing/link.ts';
import { readSetting, settings } from '../settings/store.ts';
import { addressLink } from '../visitor/corrections/address.ts';
import { readChange, type Side } from '../visitor/corrections/store.ts';
import { readReceiptOf } from '../visitor/receipts/store.ts';
import { codeOf } from '../visitor/verify/code.ts';
import type { Composer } from './contents.ts';

const ConfirmationFacts = z.object({ submission: z.string(), host: z.string() });

/** Asks whoever reads it to confirm the address. */
export const confirmation: Composer = async (env, { facts }) => {
  const { submission, host } = ConfirmationFacts.parse(facts);
  const receipt = await readReceiptOf(env.DB, submission);
  if (!receipt) return null;
  const hours = await readSetting(env.DB, 'confirm-hours', settings['confirm-hours']);
  const days = await readSetting(env.DB, 'unconfirmed-days', settings['unconfirmed-days']);
  const token = await signLink(env, {
    scope: 'confirm',
    subject: submission,
    seconds: hours * 3600,
  });
  return {
    values: { page: receipt.page ?? host, hours: String(hours), days: String(days) },
    code: await codeFor(env, submission),
    url: `${host}/confirm/${token}`,
  };
};

const EntryFacts = z.object({ entry: z.string(), host: z.string() });
const LINK_SECONDS = 3600;

/** The way into the preference centre. */
export const entry: Composer = async (env, { facts, person }) => {
  const { entry: id, host } = EntryFacts.parse(facts);
  const link = { scope: 'preferences', subject: person, seconds: LINK_SECONDS } as const;
  return {
    values: {},
    code: await codeFor(env, codeOf(id)),
    url: `${host}/enter/${await signLink(env, link)}`,
  };
};

const ChangeFacts = z.object({ change: z.string(), host: z.string() });

/** Asks one of two mailboxes to agree that letters go to the new one. */
export const addressLetter =
  (side: Side): Composer =>
  async (env, { facts }) => {
    const { change: id, host } = ChangeFacts.parse(facts);
    const change = await readChange(env.DB, id);
    if (!change) return null;
    return {
      values: { email: change.email },
      url: await addressLink(env, host, change, side),
    };
  };
