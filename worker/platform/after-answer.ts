const AFTER_MS = 100;

/**
 * Begins work once the answer has left, so that what a known address costs more cannot be felt in it:
 * what waitUntil is given begins at once, beside the answer that is still on its way.
 */
export const afterAnswer = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  await scheduler.wait(AFTER_MS);
  return work();
};
