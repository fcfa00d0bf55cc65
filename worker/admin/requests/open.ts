import type { RequestCase } from '../../contract/requests.ts';
import type { Right } from '../../contract/rights.ts';
import type { Caller } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { notOpen } from '../../requests/answers.ts';
import { readCase } from '../../requests/board.ts';

export const NO_REQUEST = 'There is no such request.';

/** Reads a request as staff see it; throws 404 where there is none. */
export const requireCase = async (
  { db }: Pick<Caller, 'db'>,
  number: number,
): Promise<RequestCase> => {
  const found = await readCase(db, number);
  if (!found) throw new ProblemError('not-found', { detail: NO_REQUEST });
  return found;
};

/** A request as someone with these rights sees it: its person's address only for those who may see people. */
export const seenWith = <Request extends RequestCase>(
  rights: readonly Right[],
  request: Request,
): Request => (rights.includes('people-read') ? request : { ...request, email: null });

/** Reads a request that is not answered yet; throws 409 where it is. */
export const underWay = async (
  caller: Pick<Caller, 'db'>,
  number: number,
): Promise<RequestCase> => {
  const found = await requireCase(caller, number);
  if (found.state !== 'open' && found.state !== 'waiting') throw notOpen();
  return found;
};

/** Says why an act on an open request wrote nothing: there is none, or it is not open. */
export const whyNothing = async (
  caller: Pick<Caller, 'db'>,
  number: number,
): Promise<ProblemError> => {
  await requireCase(caller, number);
  return notOpen();
};
