import type { PurposePreference, SubscriptionPreference } from './preferences.ts';

/** Something that a person is shown of their own. */
export type Shown = PurposePreference | SubscriptionPreference;

/** Whether its box is ticked: yes to a consent, and no objection to anything else. */
export const isOn = (shown: Shown): boolean =>
  'change' in shown && shown.change === 'object'
    ? shown.decision !== 'objected' && shown.decision !== 'restricted'
    : shown.decision === 'given';

/** The consent status, as the key of its word: a purpose without consent is `informed`, not `given`. */
export const statusOf = (shown: Shown) =>
  shown.decision === 'given' && 'change' in shown && shown.change === 'object'
    ? 'informed'
    : (shown.decision ?? 'never');
