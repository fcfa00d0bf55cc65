import type { Decision } from '../../contract/words.ts';

/** The page that checks proof files. */
export type VerifyPageTexts = {
  title: string;
  intro: string;
  /** Says that nothing is sent. */
  private: string;
  drop: string;
  choose: string;
  /** What a program does that checks the same offline. */
  script: string;
  /** Heads what may be compared: an address, and keys and certificates from elsewhere. */
  compare: string;
  address: string;
  addressHelp: string;
  keys: string;
  keysHelp: string;
  again: string;
  checking: string;
  holds: string;
  fails: string;
  /** All that could be checked holds, but something cannot be known. */
  partly: string;
  listHolds: string;
  listFails: string;
  listUnknown: string;
  records: string;
  when: string;
  what: string;
  decision: string;
  record: string;
  together: string;
  logKey: string;
  download: string;
  tooLarge: string;
};

/** What a check found. `{by}` is a witness or an authority, `{at}` a time, `{size}` and `{later}` numbers of records. */
export type VerifyTexts = {
  page: VerifyPageTexts;
  decisions: Record<Decision, string>;
  found: {
    file: { holds: string; fails: string };
    whole: { holds: string; fails: string; unknown: string };
    content: { holds: string; fails: string };
    sealed: { unknown: string };
    included: { holds: string; fails: string };
    signed: { holds: string; fails: string; unknown: string };
    key: { holds: string; fails: string; unknown: string };
    statement: { holds: string; fails: string };
    look: { holds: string; fails: string };
    clicks: { holds: string; fails: string };
    receipt: { holds: string; fails: string };
    address: { holds: string; fails: string; unknown: string; absent: string };
    witness: { holds: string; fails: string; absent: string };
    time: { holds: string; fails: string; absent: string };
    authority: { holds: string; fails: string; unknown: string };
    consistent: { holds: string; fails: string; unknown: string; absent: string };
  };
};
