// An account of Klaviyo: its profiles, their lists and their suppressions.
type Suppression = { reason: string; timestamp: string };
export type Profile = {
  id: string;
  email: string;
  consent: 'SUBSCRIBED' | 'UNSUBSCRIBED' | 'NEVER_SUBSCRIBED';
  consentedAt: string | null;
  suppressions: Suppression[];
  listSuppressions: (Suppression & { list_id: string })[];
  /** The lists that it is in, with when it joined each. */
  lists: Map<string, string>;
};

export const lists = [
  { id: 'LIST01', name: 'Newsletter' },
  { id: 'LIST02', name: 'Invitations' },
];

const isBounce = ({ reason }: Suppression): boolean =>
  reason === 'HARD_BOUNCE' || reason === 'INVALID_EMAIL';

/** Opens an account by a clock of its own. */
export const klaviyoAccount = (clock: () => number) => {
  const all = new Map<string, Profile>();
  let next = 0;

  const now = (): string => new Date(clock()).toISOString().replace('Z', '000+00:00');
  const byEmail = (email: string) => [...all.values()].find((one) => one.email === email);

  const make = (email: string): Profile => {
    next += 1;
    const profile: Profile = {
      id: `01PROFILE${next}`,
      email,
      consent: 'NEVER_SUBSCRIBED',
      consentedAt: null,
      suppressions: [],
      listSuppressions: [],
      lists: new Map(),
    };
    all.set(profile.id, profile);
    return profile;
  };

  const isRefusing = ({ consent, suppressions }: Profile): boolean =>
    consent === 'UNSUBSCRIBED' || suppressions.some((each) => !isBounce(each));

  const subscribe = (email: string, list: string, consentedAt: string): void => {
    const profile = byEmail(email) ?? make(email);
    profile.suppressions = profile.suppressions.filter(isBounce);
    profile.listSuppressions = profile.listSuppressions.filter(({ list_id }) => list_id !== list);
    profile.consent = 'SUBSCRIBED';
    profile.consentedAt = consentedAt;
    if (!profile.lists.has(list)) profile.lists.set(list, now());
  };

  const shown = (profile: Profile, url: URL, list = '') => {
    const { id, email, consent, consentedAt, suppressions, listSuppressions } = profile;
    const marketing = {
      can_receive_email_marketing: suppressions.length === 0,
      consent,
      consent_timestamp: consentedAt,
      last_updated: consentedAt,
      suppression: suppressions,
      list_suppressions: listSuppressions,
    };
    const hasSubscriptions = url.searchParams.get('additional-fields[profile]') === 'subscriptions';
    return {
      type: 'profile',
      id,
      attributes: {
        email,
        ...(list === '' ? {} : { joined_group_at: profile.lists.get(list) }),
        ...(hasSubscriptions ? { subscriptions: { email: { marketing } } } : {}),
      },
      links: { self: `https://a.klaviyo.com/api/profiles/${id}` },
    };
  };

  return { all, now, byEmail, make, isRefusing, subscribe, shown };
};
