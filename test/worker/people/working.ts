import { z } from 'zod';
import { runJob } from '../../../worker/admin/jobs/run.ts';
import { OutcomeCount, OutcomeTotals } from '../../../worker/contract/outcomes.ts';
import type { Right } from '../../../worker/contract/rights.ts';
import { as, theSystem } from '../builders.ts';

const Id = z.object({ id: z.string() });
const DryRun = z.object({
  count: z.number(),
  sample: z.array(z.object({ email: z.string() })),
  outcomes: z.array(OutcomeCount),
});
const JobRow = z.object({
  state: z.string(),
  seen: z.number(),
  changed: z.number(),
  total: z.number(),
  outcomes: OutcomeTotals,
});

/** How a job is now. */
export const jobOf = async (id: string) => {
  const { get } = await as(['bulk-update']);
  return JobRow.parse(await (await get(`/v1/jobs/${id}`)).json());
};

/** Looks, begins and waits until it is done. */
export const workOver = async (filter: object, orders: object) => {
  const { post } = await as(['bulk', 'bulk-update', 'bulk-delete', 'people-register', 'breach']);
  const { count } = DryRun.parse(
    await (await post('/v1/jobs/dry-runs', { filter, orders })).json(),
  );
  const answer = await post('/v1/jobs', { filter, orders, expected: count });
  if (answer.status !== 201) throw new Error(await answer.text());
  const { id } = Id.parse(await answer.json());
  await runJob(theSystem(), id);
  return { id, count };
};

export const dryRun = async (filter: object, orders: object, rights: Right[] = ['people-read']) => {
  const { post } = await as(['bulk-update', ...rights]);
  return DryRun.parse(await (await post('/v1/jobs/dry-runs', { filter, orders })).json());
};
