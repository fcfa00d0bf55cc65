// Emails by which a person proves that an address is theirs.
import { FormView } from '../contract/form.ts';
import type { Reach } from '../contract/sessions.ts';
import type { Decided, Receipt } from '../contract/submission.ts';
import { durationIn } from '../locales/own.ts';
import { emailFacts } from '../outbox/facts.ts';
import { codeOf } from '../people/entries.ts';
import { codeFor } from '../platform/signing/code.ts';
import { signLink } from '../platform/signing/link.ts';
import { HOUR, SECOND } from '../platform/time.ts';
import { addressLink } from '../visitor/corrections/address.ts';
import { readChange, type Side } from '../visitor/corrections/store.ts';
import type { Composer } from './contents.ts';
import type { Item } from './email.ts';

/** What a person chose and is still to confirm, in the words that were shown: what they receive, or else agree to. */
const toConfirm = ({ statement, decisions }: Receipt): Item[] => {
  const isPending = (own: Pick<Decided, 'purpose' | 'subscription'>) =>
    decisions.some(
      ({ purpose, subscription, decision }) =>
        decision === 'pending' && purpose === own.purpose && subscription === own.subscription,
    );
  return FormView.parse(statement.content)
    .sections.flatMap(({ purposes }) => purposes)
    .filter(({ key }) => isPending({ purpose: key }))
    .flatMap(({ title, text, subscriptions }) => {
      const types = subscriptions.filter(({ key }) => isPending({ subscription: key }));
      return types.length > 0
        ? types.map(({ name, description }) => ({ title: name, text: description }))
        : [{ title, text }];
    });
};

/** Asks a person to confirm their address, and names what they chose. */
export const confirmation: Composer = async ({ env, publicUrl, readings }, { facts, locale }) => {
  const { submission } = emailFacts.confirmation.parse(facts);
  const [receipt, { confirmHours: hours, unconfirmedDays: days }] = await Promise.all([
    readings.receipt(submission),
    readings.terms(),
  ]);
  if (!receipt) return null;
  const token = await signLink(env, {
    scope: 'confirm',
    subject: submission,
    seconds: (hours * HOUR) / SECOND,
  });
  return {
    values: {
      page: receipt.page ?? publicUrl,
      hours: durationIn(locale, hours, 'hour'),
      days: durationIn(locale, days, 'day'),
    },
    items: toConfirm(receipt),
    code: await codeFor(env, submission),
    url: `${publicUrl}/confirm/${token}`,
    receipt: `${publicUrl}/receipts/${receipt.receipt}`,
  };
};

const LINK_SECONDS = HOUR / SECOND;

/** Lets a person into the preference centre, for everything: they asked for it less than an hour ago. */
export const entry: Composer = async ({ env, publicUrl }, { facts, person }) => {
  const { entry: id } = emailFacts.entry.parse(facts);
  const link = {
    scope: 'preferences',
    subject: person,
    item: 'all' satisfies Reach,
    seconds: LINK_SECONDS,
  } as const;
  return {
    values: {},
    code: await codeFor(env, codeOf(id)),
    url: `${publicUrl}/enter/${await signLink(env, link)}`,
  };
};

/** Asks one of two mailboxes to agree that emails go to the new one. */
export const newAddress =
  (side: Side): Composer =>
  async ({ env, db, publicUrl }, { facts }) => {
    const { change: id } = emailFacts[`address-${side}`].parse(facts);
    const change = await readChange(db, id);
    if (!change) return null;
    return {
      values: { email: change.email },
      url: await addressLink(env, publicUrl, change, side),
    };
  };
