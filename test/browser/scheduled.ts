import { vi } from 'vitest';
import { worker } from './visitor.ts';

/** Runs the schedule once, as each minute does. */
export const runSchedule = (): Promise<Response> => fetch(`${worker}/cdn-cgi/local/scheduled`);

/**
 * Lets the schedule run until there is an answer, which is neither false nor null: a run of another test may be at the
 * same work.
 */
export const afterRuns = <Answer>(
  answer: () => Answer | false | null | Promise<Answer | false | null>,
): Promise<Answer> =>
  vi.waitFor(
    async () => {
      await runSchedule();
      const given = await answer();
      if (given === false || given === null) throw new Error('It is not done.');
      return given;
    },
    { timeout: 60_000, interval: 100 },
  );
