import { OutOfQueries } from './budget.ts';
import { isOutage } from './problems/of-error.ts';

/** Some of several things could not be done; the log has which, and why. */
export class SomeFailed extends Error {
  override readonly name = 'SomeFailed';
}

/**
 * Does something for each of several rows: one that fails is logged by its id, and holds up no other. Throws
 * at the end where some failed, so that the schedule notes it; and at once where the database does not answer,
 * or not in this run any more.
 */
export const forEach = async <Row>(
  what: string,
  rows: readonly Row[],
  idOf: (row: Row) => string | number,
  work: (row: Row) => Promise<unknown>,
): Promise<void> => {
  let failed = 0;
  for (const row of rows)
    try {
      await work(row);
    } catch (error) {
      if (error instanceof OutOfQueries || isOutage(error)) throw error;
      failed += 1;
      console.error(what, idOf(row), error instanceof Error ? error.name : 'unknown');
    }
  if (failed > 0) throw new SomeFailed(`${failed} of ${rows.length}`);
};
