import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { z } from 'zod';
import { knownTexts } from '../../../worker/outbox/templates.ts';
import { knownDisclosing } from '../../../worker/personal-data/disclosure.ts';
import type { Env } from '../../../worker/platform/env.ts';
import { knownBrand, knownSender, knownTerms } from '../../../worker/settings/known-brand.ts';
import { emailService } from '../emails/service.ts';
import { byTrips } from '../trips.ts';

/** What something asks of D1: rows as D1 itself counts and bills them, statements, and round trips. */
export type Cost = { read: number; written: number; statements: number; trips: number };

/** What an act is done with: a Worker whose database is counted, and that sends emails as an operator's does. */
export type Counted = { on: Env; context: ExecutionContext };

const Result = z.object({ meta: z.object({ rows_read: z.number(), rows_written: z.number() }) });
const Results = z.union([Result.transform((result) => [result]), z.array(Result)]);

/**
 * Does something to its end, what follows its answer included, and counts what it asked of D1. The isolate
 * knows the brand and what is in every email already, as it does but once in ten seconds.
 */
export const costOf = async (act: (counted: Counted) => Promise<unknown>): Promise<Cost> => {
  const cost = { read: 0, written: 0, statements: 0, trips: 0 };
  const DB = byTrips(env.DB, async (go, queries) => {
    cost.trips += 1;
    cost.statements += queries;
    const answer = await go();
    for (const { meta } of Results.parse(answer)) {
      cost.read += meta.rows_read;
      cost.written += meta.rows_written;
    }
    return answer;
  });
  const context = createExecutionContext();
  await Promise.all(
    [knownBrand, knownSender, knownTerms, knownDisclosing, knownTexts].map((read) => read(env.DB)),
  );
  await act({ on: { ...env, ...emailService().on, DB }, context });
  await waitOnExecutionContext(context);
  return cost;
};

/** What acts cost, a line each. */
export const tsvOf = (costs: readonly (Cost & { act: string })[]): string => {
  const rows = costs.map(({ act, ...cost }) => [act, ...Object.values(cost)].join('\t'));
  const head = ['act', 'rows read', 'rows written', 'statements', 'round trips'].join('\t');
  return `${[head, ...rows].join('\n')}\n`;
};
