import type { Caller } from '../platform/caller.ts';
import { isRefused } from '../platform/database.ts';
import { type ProblemError, tryAgainIn } from '../platform/problems/problem.ts';
import { DAY, SECOND } from '../platform/time.ts';
import { latestBut } from './store.ts';

/** What the trigger `request_is_capped` says, and how many requests or corrections it lets a person make a day. */
const CAPPED = 'too many requests in a day';
const MOST_A_DAY = 20;

type What = 'requests' | 'corrections';

/** Says when the person may ask, or correct, again. */
const tooOften = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  person: string,
  what: What,
): Promise<ProblemError> => {
  const askedAt = await latestBut(db, person, what === 'corrections', now - DAY, MOST_A_DAY);
  return tryAgainIn(
    Math.ceil(((askedAt ?? now) + DAY - now) / SECOND),
    'too-many-requests',
    `At most ${MOST_A_DAY} ${what} are taken in 24 hours.`,
  );
};

/**
 * Writes what a person asks for or corrects, all of it or nothing: throws 429 with Retry-After where they have
 * done so as often as a day allows. The database counts as it writes, so that two at once are two.
 */
export const writeCapped = async (
  caller: Pick<Caller, 'db' | 'now'>,
  person: string,
  what: What,
  statements: D1PreparedStatement[],
): Promise<D1Result[]> => {
  try {
    return await caller.db.batch(statements);
  } catch (error) {
    throw isRefused(error, CAPPED) ? await tooOften(caller, person, what) : error;
  }
};
