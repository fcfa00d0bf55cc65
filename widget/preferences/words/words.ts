import type { Decision } from '../../../worker/contract/words.ts';
import type { Texts } from '../../locales/texts.ts';

/**
 * The preference centre's own words in one locale, with the few that its templates share with forms:
 * so that it fetches one file of words, not two.
 */
export type Words = Pick<Texts, 'more' | 'tab' | 'receive' | 'retry'> & {
  title: string;
  intro: string;
  email: string;
  ask: string;
  /** `{email}` is the address that was entered. */
  sent: string;
  code: string;
  enter: string;
  wrong: string;
  other: string;
  /** Asks for the email once more; below, that it was, and from when on that can be. `{when}` is like `in 20 seconds`. */
  resend: string;
  resent: string;
  wait: string;
  /** `{email}` is the address. */
  own: string;
  /** `{text}` is what was shown beside the box at the time. */
  shown: string;
  /** `{name}` is the legal basis. */
  basis: string;
  given: string;
  /** Of a subscription: that it was given, and below that it was withdrawn. */
  signedUp: string;
  refused: string;
  pending: string;
  withdrawn: string;
  unsubscribed: string;
  objected: string;
  restricted: string;
  expired: string;
  /** Of a purpose with another legal basis than consent. */
  informed: string;
  never: string;
  /** The states of a switch. */
  on: string;
  off: string;
  /** The channels of subscription types. */
  'e-mail': string;
  sms: string;
  phone: string;
  post: string;
  /** `{names}` is what ends with a purpose that is switched off. */
  ends: string;
  all: string;
  ending: string;
  object: string;
  objectText: string;
  allow: string;
  save: string;
  /** Said before anything is lost by signing out, and on the button that does so anyway. */
  unsaved: string;
  anyway: string;
  saved: string;
  same: string;
  failed: string;
  over: string;
  late: string;
  /** `{name}` is the subscription type; below, `{date}` is until when. */
  pause: string;
  running: string;
  paused: string;
  receipt: string;
  receipted: string;
  account: string;
};

/** The words of the account menu, the person's details, rights and history; fetched once a person has signed in. */
export type AccountWords = Pick<Texts, 'optional' | 'pick'> & {
  language: string;
  change: string;
  data: string;
  report: string;
  leave: string;
  /** After signing out. */
  left: string;
  mine: string;
  correct: string;
  /** `{email}` is the new address. */
  messages: string;
  history: string;
  proof: string;
  /** Leads to what was shown when something was decided, as it looked. */
  look: string;
  rights: string;
  requests: string;
  /** Each right, and what comes of using it. */
  access: string;
  accessAbout: string;
  portability: string;
  portabilityAbout: string;
  rectification: string;
  rectificationAbout: string;
  restriction: string;
  restrictionAbout: string;
  objection: string;
  objectionAbout: string;
  erasure: string;
  /** `{email}` and `{date}`: whose, and when. */
  sure: string;
  question: string;
  questionAbout: string;
  message: string;
  send: string;
  /** `{number}` and `{kind}` of a request; below, `{date}` is when. */
  number: string;
  open: string;
  waiting: string;
  done: string;
  declined: string;
  cancelled: string;
  cancel: string;
  /** Only the Worker says this: of a save, and on the page of a link. */
  overtaken: string;
  again: string;
};

const ofSubscriptions = { given: 'signedUp', withdrawn: 'unsubscribed' } as const;

/** Says what was decided of a purpose or a subscription; null where the person was never asked. */
export const decidedIn = (
  words: Words,
  kind: 'purpose' | 'subscription',
  decision: Decision | null,
): string =>
  words[
    kind === 'subscription' && (decision === 'given' || decision === 'withdrawn')
      ? ofSubscriptions[decision]
      : (decision ?? 'never')
  ];
