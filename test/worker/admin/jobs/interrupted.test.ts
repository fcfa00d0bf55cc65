import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { saveBreach } from '../../../../worker/admin/breach/cases.ts';
import { runJob, runJobs } from '../../../../worker/admin/jobs/run.ts';
import { doSlice, readJob, setState, writeJob } from '../../../../worker/admin/jobs/store.ts';
import { Orders } from '../../../../worker/contract/jobs.ts';
import { PeopleFilter } from '../../../../worker/contract/search.ts';
import { as, count, theSystem } from '../../builders.ts';
import { byTrips, type Trip } from '../../trips.ts';
import { somePeople, withdraw } from './some-people.ts';

/** Writes a job that is to run, for people who share a beginning of their addresses. */
const aJob = async (email: string, orders: object): Promise<string> => {
  const id = crypto.randomUUID();
  await writeJob(env.DB, {
    id,
    state: 'running',
    filter: PeopleFilter.parse({ email }),
    orders: Orders.parse(orders),
    total: 1,
    actor: 'system',
    createdAt: Date.now(),
  }).run();
  return id;
};

/** Runs a job on a database that does something else in the place of a round trip; says whether it came to that. */
const runWith = async (job: string, moment: number, instead: Trip): Promise<boolean> => {
  let trips = 0;
  const DB = byTrips(env.DB, (go, queries) => {
    trips += 1;
    return trips === moment ? instead(go, queries) : go();
  });
  await runJob(theSystem({ ...env, DB }), job).catch(() => undefined);
  return trips >= moment;
};

const NOTICES = "SELECT COUNT(*) AS count FROM outbox WHERE template GLOB '*-notice'";

const lost = new Error('Network connection lost.');
const losses: readonly Trip[] = [
  () => Promise.reject(lost),
  async (go) => {
    await go();
    throw lost;
  },
];

describe('a job', () => {
  test('ends, and keeps nothing that was typed, whichever round trip of its run is lost', async () => {
    const { filter } = await somePeople(1);
    const typed = () =>
      count(
        'SELECT COUNT(*) AS count FROM job WHERE instr(filter || orders, ?1) > 0',
        filter.email,
      );
    for (const loss of losses)
      for (let moment = 1; ; moment++) {
        const id = await aJob(filter.email, withdraw);
        const isLost = await runWith(id, moment, loss);
        await env.DB.prepare('UPDATE job SET leased_to = 0').run();
        await runJobs(theSystem());
        expect([(await readJob(env.DB, id))?.state, await typed()], `${moment}`).toEqual([
          'done',
          0,
        ]);
        if (!isLost) break;
      }
  });

  test('that is stopped in its last slice is done, and does not send it again', async () => {
    const { filter } = await somePeople(1);
    const id = await aJob(filter.email, { kind: 'consent-renewal', purpose: 'e-marketing' });
    const job = await readJob(env.DB, id);
    if (!job) throw new Error('No job.');
    await setState(env.DB, id, 'running', 'stopped').run();
    await doSlice(env.DB, job, { next: null, seen: 1, changed: 1, statements: [] }, 0);
    const { post } = await as(['bulk', 'bulk-update']);
    expect((await post(`/v1/jobs/${id}/resume`, {})).status).toBe(409);
    expect((await readJob(env.DB, id))?.state).toBe('done');
  });
});

describe('two jobs at once', () => {
  const facts = { nature: 'A', consequences: 'B', measures: 'C', contact: 'D' };
  const aBreach = () => saveBreach(theSystem(), { title: 'Laptop', discoveredAt: 1, facts });

  test.each([
    [
      'a breach',
      async () => ({ kind: 'breach-notice', breach: await aBreach(), facts, translations: {} }),
    ],
    ['how their data is used', async () => ({ kind: 'notice' })],
  ])('notify everyone of %s once, whenever the other comes', async (_, ordersOf) => {
    const { filter } = await somePeople(1);
    for (let moment = 1; ; moment++) {
      await env.DB.prepare('DELETE FROM outbox').run();
      const orders = await ordersOf();
      const [one, other] = [await aJob(filter.email, orders), await aJob(filter.email, orders)];
      const came = await runWith(one, moment, async (go) => {
        await runJob(theSystem(), other);
        return go();
      });
      if (!came) await runJob(theSystem(), other);
      expect(await count(NOTICES), `${moment}`).toBe(1);
      expect((await readJob(env.DB, one))?.state, `${moment}`).toBe('done');
      if (!came) break;
    }
  });
});
