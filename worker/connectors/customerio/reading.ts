// How Customer.io says what someone is sent.
import { z } from 'zod';
import type { Read } from '../kit/rule.ts';

/** Attributes come as what was set, or as a text of it. */
const Flag = z.union([z.boolean(), z.string(), z.number()]).nullish();
const Flags = z.record(z.string(), Flag).nullish();

const fromText = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  if (value === '') return null;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

const Preferences = z.preprocess(fromText, z.object({ topics: Flags, channels: Flags }).nullish());

/** Someone as the App API answers. */
export const Customer = z.object({
  customer: z.object({
    unsubscribed: Flag,
    attributes: z.looseObject({
      cio_id: z.string().nullish(),
      email: z.string().nullish(),
      unsubscribed: Flag,
      cio_subscription_preferences: Preferences,
    }),
    identifiers: z.object({ cio_id: z.string().nullish() }).nullish(),
  }),
});
export type Customer = z.infer<typeof Customer>;

/** What is sent to anyone who has not chosen: which topics, and whether the channel of emails is open. */
export type Defaults = { topics: ReadonlySet<string>; isEmailOn: boolean };

/** What was chosen; null where nothing was, as an empty value says too. */
const chosen = (flag: z.infer<typeof Flag>): boolean | null => {
  if (flag === undefined || flag === null || flag === '') return null;
  return ['true', '1'].includes(String(flag).toLowerCase());
};

/** Says whether emails reach someone at all, of their channels. */
export const hasEmailOn = ({ customer }: Customer, { isEmailOn }: Defaults): boolean =>
  chosen(customer.attributes.cio_subscription_preferences?.channels?.email) ?? isEmailOn;

/**
 * How a topic stands for someone. An email goes out only where both its topic and the channel are on; who is
 * unsubscribed, or has closed the channel, gets none of any topic. Since when is not told for each topic.
 */
export const readOf = (one: Customer, topic: string, defaults: Defaults): Read => {
  const { unsubscribed, attributes } = one.customer;
  const preferences = attributes.cio_subscription_preferences;
  const isBlocked =
    chosen(unsubscribed) === true ||
    chosen(attributes.unsubscribed) === true ||
    chosen(preferences?.channels?.email) === false;
  if (isBlocked) return { state: 'off', at: null, isBlocked };
  const choice = chosen(preferences?.topics?.[topic]);
  if (choice === false) return { state: 'off', at: null, isBlocked };
  const isSent = hasEmailOn(one, defaults);
  if (choice === true) return { state: isSent ? 'on' : 'absent', at: null, isBlocked };
  const isUnasked = isSent && defaults.topics.has(topic);
  return { state: isUnasked ? 'unasked' : 'absent', at: null, isBlocked };
};
