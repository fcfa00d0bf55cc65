import type { Known } from '../ledger/decide.ts';
import { isYes } from '../ledger/rules.ts';
import { readWholeLists, type WholeLists } from '../lists/whole.ts';
import { markBounced } from '../people/bounces.ts';
import { endConsents, type Leaving, type Stands, subscribedTo } from '../people/ending.ts';
import type { Caller } from '../platform/caller.ts';
import type { Kind } from './signal.ts';

/** How something stands for a person: since when (UTC ms), and whether they said so themselves. */
type Held = Stands & { since: number; isOwn?: boolean };

/** What is reported of a person; `at` is when it happened (UTC ms), null for now. */
export type Report = {
  person: Known & { standings: readonly Held[] };
  kind: Kind;
  at: number | null;
  item?: string | undefined;
  /** What its records say of where it came from. */
  comment?: string | undefined;
};

/** Whether a person consented to something after a moment (UTC ms), by their own word. */
const isSince = ({ isOwn, decision, since }: Held, at: number | null): boolean =>
  at !== null && isOwn === true && isYes(decision) && since > at;

/** Picks what a report ends: what the person consented to after it happened stands, and the purpose that it is under. */
const endedBy = ({ person, kind, at, item }: Report, lists: WholeLists): Held[] => {
  const types = lists['subscription-types'];
  const type = kind === 'unsubscribe' && types.find(({ key }) => key === item);
  const left = type
    ? person.standings.filter(({ subscription }) => subscription === type.key)
    : subscribedTo(person.standings, lists);
  const ends = new Set(left);
  const stands = person.standings.filter((held) => isSince(held, at));
  const above = stands.map(
    ({ subscription }) => types.find(({ key }) => key === subscription)?.purpose,
  );
  const isAbove = ({ isOwn, purpose }: Held): boolean =>
    isOwn === true && purpose !== undefined && above.includes(purpose);
  return person.standings.filter(
    (held) => ends.has(held) && !stands.includes(held) && !isAbove(held),
  );
};

/** Joins what is reported of each person: what ends, when it was said first, and who reported it. */
const leavingBy = (reports: readonly Report[], lists: WholeLists, now: number): Leaving[] =>
  [...Map.groupBy(reports, ({ person }) => person)].map(([person, own]) => {
    const ended = new Set(own.flatMap((report) => endedBy(report, lists)));
    const at = Math.min(...own.map((report) => report.at ?? now));
    return {
      id: person.id,
      email: person.email,
      locale: person.locale,
      standings: person.standings.filter((held) => ended.has(held)),
      own: { comment: own[0]?.comment, decidedAt: at < now ? at : undefined },
    };
  });

/**
 * Makes the statements that do what is reported of people: who complained is unsubscribed from everything, who
 * unsubscribed from what they left, and an address that refuses email for good gets no more. Only that is no
 * answer of theirs, and withdraws nothing.
 */
export const effectOf = async (
  { db, actor, now }: Pick<Caller, 'db' | 'actor' | 'now'>,
  reports: readonly Report[],
): Promise<D1PreparedStatement[]> => {
  const [bounces, endings] = [
    reports.filter(({ kind }) => kind === 'bounce'),
    reports.filter(({ kind }) => kind !== 'bounce'),
  ];
  const bounced = bounces.map(({ person: { id, email } }) => ({ person: id, email }));
  const marked = bounced.length > 0 ? [markBounced(db, bounced, now)] : [];
  if (endings.length === 0) return marked;
  const cause = { decision: 'withdrawn', source: 'e-mail', actor } as const;
  const leaving = leavingBy(endings, await readWholeLists(db), now);
  return [...marked, ...(await endConsents(db, leaving, cause, now))];
};
