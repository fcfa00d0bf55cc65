import type { Texts } from '../../locales/texts.ts';

/**
 * The preference centre's own words in one locale, with the few that its templates share with forms:
 * so that it fetches one file of words, not two.
 */
export type Words = Pick<Texts, 'more' | 'tab' | 'receive' | 'optional' | 'pick'> & {
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
  /** `{email}` is the address. */
  own: string;
  /** `{date}` and `{source}`: when and how it came. */
  since: string;
  /** `{text}` is what was shown beside the box at the time. */
  shown: string;
  /** `{name}` is the legal basis. */
  basis: string;
  given: string;
  refused: string;
  pending: string;
  withdrawn: string;
  objected: string;
  restricted: string;
  expired: string;
  /** Of a purpose with another legal basis than consent. */
  informed: string;
  never: string;
  object: string;
  ends: string;
  all: string;
  save: string;
  saved: string;
  same: string;
  overtaken: string;
  history: string;
  data: string;
  leave: string;
  failed: string;
  over: string;
  late: string;
  again: string;
  rights: string;
  access: string;
  rectification: string;
  erasure: string;
  restriction: string;
  portability: string;
  objection: string;
  message: string;
  request: string;
  /** `{email}` and `{date}`: whose, and when. */
  sure: string;
  yes: string;
  no: string;
  /** `{number}` and `{kind}` of a request; below, `{date}` is when. */
  number: string;
  open: string;
  waiting: string;
  done: string;
  cancelled: string;
  cancel: string;
  /** `{name}` is the subscription type. */
  pause: string;
  running: string;
  paused: string;
  mine: string;
  correct: string;
  /** `{email}` is the new address. */
  messages: string;
  receipt: string;
  receipted: string;
  report: string;
};
