import { tryAgainIn } from './problems/problem.ts';

/** What was asked of another service did not come in time. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** Waits for an answer no longer than that; what comes later is let go. */
export const within = async <Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate()), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Seconds after which the same request may be sent again. */
const RETRY_S = 5;

/** Waits no longer than that for a service that a request cannot do without; throws 503 where it fails or is late. */
export const answered = async <Answer>(
  ms: number,
  answer: Promise<Answer>,
  detail?: string,
): Promise<Answer> => {
  try {
    return await within(ms, answer);
  } catch {
    throw tryAgainIn(RETRY_S, 'unavailable', detail);
  }
};
