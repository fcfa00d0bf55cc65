import type {
  PurposePreference,
  SubscriptionPreference,
} from '../../worker/contract/preferences.ts';

/** Something that a person is shown of their own. */
export type Shown = PurposePreference | SubscriptionPreference;

/** Whether its box is ticked: yes to a consent, and no objection to anything else. */
export const isOn = (shown: Shown): boolean =>
  'change' in shown && shown.change === 'object'
    ? shown.decision !== 'objected' && shown.decision !== 'restricted'
    : shown.decision === 'given';

/** How it stands, as its word is called: what was only told of was not said yes to. */
export const saidOf = (shown: Shown) =>
  shown.decision === 'given' && 'change' in shown && shown.change === 'object'
    ? 'told'
    : (shown.decision ?? 'never');
