// How Klaviyo says what someone is sent.
import { z } from 'zod';
import { latest, timeOf } from '../kit/reading.ts';
import type { Read } from '../kit/rule.ts';

const Time = z.string().nullish();

const Suppression = z.object({ reason: z.string(), timestamp: Time });
type Suppression = z.infer<typeof Suppression>;

const Marketing = z.object({
  consent: z.string().nullish(),
  consent_timestamp: Time,
  suppression: z.array(Suppression).nullish(),
  list_suppressions: z.array(Suppression.extend({ list_id: z.string() })).nullish(),
});

/** A profile, with when it joined the list that it was read of, if it was read of one. */
export const Profile = z.object({
  id: z.string(),
  attributes: z.object({
    email: z.string().nullish(),
    joined_group_at: Time,
    subscriptions: z
      .object({ email: z.object({ marketing: Marketing.nullish() }).nullish() })
      .nullish(),
  }),
});
export type Profile = z.infer<typeof Profile>;

/** Lists that someone is in, each with when they joined it. */
export type Memberships = ReadonlyMap<string, string | null>;

/** Suppressions that say the address cannot be reached; every other reason is a no. */
const BOUNCES = new Set(['HARD_BOUNCE', 'INVALID_EMAIL']);

const isBounce = ({ reason }: Suppression): boolean => BOUNCES.has(reason);

const marketingOf = ({ attributes }: Profile) => attributes.subscriptions?.email?.marketing;

/** Says whether emails to a profile bounce. */
export const isUnreachable = (profile: Profile): boolean =>
  (marketingOf(profile)?.suppression ?? []).some(isBounce);

/**
 * How a list stands for a profile. Who unsubscribed from everything, reported spam or was suppressed gets nothing of
 * any list; a suppression of one list is a no to that. Who was only put into a list is sent it without having asked.
 */
export const readOf = (profile: Profile, list: string, lists: Memberships): Read => {
  const marketing = marketingOf(profile);
  const nos = (marketing?.suppression ?? []).filter((each) => !isBounce(each));
  if (nos.length > 0 || marketing?.consent === 'UNSUBSCRIBED') {
    const at = latest([...nos.map(({ timestamp }) => timestamp), marketing?.consent_timestamp]);
    return { state: 'off', at, isBlocked: true };
  }
  const own = (marketing?.list_suppressions ?? []).filter(
    (each) => each.list_id === list && !isBounce(each),
  );
  if (own.length > 0)
    return { state: 'off', at: latest(own.map(({ timestamp }) => timestamp)), isBlocked: false };
  if (!lists.has(list)) return { state: 'absent', at: null, isBlocked: false };
  const state = marketing?.consent === 'SUBSCRIBED' ? 'on' : 'unasked';
  return { state, at: timeOf(lists.get(list)), isBlocked: false };
};

/** A condition of Klaviyo's: a field is one of some values. */
export const anyOf = (field: string, values: readonly string[]): string =>
  `any(${field},${JSON.stringify(values)})`;
