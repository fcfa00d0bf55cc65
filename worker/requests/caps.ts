import type { Caller } from '../platform/caller.ts';
import { tryAgainIn } from '../platform/problems/problem.ts';
import { DAY, SECOND } from '../platform/time.ts';
import { latestBut } from './store.ts';

/** So many requests, and so many corrections, a person makes in a day: each has its email and its row. */
const MOST_A_DAY = 20;

/** Throws 429 with Retry-After where a person has asked, or corrected, as often as a day allows. */
export const checkOften = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  person: string,
  what: 'requests' | 'corrections',
): Promise<void> => {
  const askedAt = await latestBut(db, person, what === 'corrections', now - DAY, MOST_A_DAY);
  if (askedAt === null) return;
  throw tryAgainIn(
    Math.ceil((askedAt + DAY - now) / SECOND),
    'too-many-requests',
    `At most ${MOST_A_DAY} ${what} are taken in 24 hours.`,
  );
};
