import { ProblemError } from '../problems/problem.ts';

/**
 * Reads what a form posts, by the reading that a route needs. Throws 400 `bad-request` where the body is
 * damaged, such as multipart without a boundary.
 */
export const readForm = async <Body>(read: () => Promise<Body>): Promise<Body> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ProblemError('bad-request', { detail: 'The form cannot be read. Send it again.' });
  }
};
