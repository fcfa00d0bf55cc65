import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runJob } from '../../../../worker/admin/jobs/run.ts';
import { updateSlice } from '../../../../worker/admin/jobs/slices.ts';
import { doSlice, readJob, writeJob } from '../../../../worker/admin/jobs/store.ts';
import { UpdateOrders } from '../../../../worker/contract/jobs.ts';
import { PeopleFilter } from '../../../../worker/contract/search.ts';
import type { Decision } from '../../../../worker/contract/words.ts';
import {
  aForm,
  anEmail,
  as,
  aToken,
  call,
  findPerson,
  recordsOf,
  signUp,
  standingsOf,
  theSystem,
} from '../../builders.ts';
import { makeKnown, makeStand } from '../../ledger/writers.ts';
import { dryRun, jobOf, workOver } from '../../people/working.ts';

const purpose = 'e-marketing';
const newsletter = 'newsletter';
const comment = 'It was the wrong list.';

const Made = z.object({ id: z.string() });

/** Imports addresses with a yes to the newsletter; returns the id of the job. */
const importAll = async (emails: readonly string[]): Promise<string> => {
  const rights = ['people-register', 'bulk', 'subscriptions-write'] as const;
  const headers = { Authorization: `Bearer ${await aToken([...rights])}` };
  const post = (path: string, body: string) => call(path, { method: 'POST', headers, body });
  const csv = `mail,name,news\n${emails.map((email) => `${email},Anna,yes`).join('\n')}\n`;
  const query = new URLSearchParams({ source: 'import', legalBasis: '61A', comment: 'A list.' });
  const { id } = Made.parse(await (await post(`/v1/imports?${query}`, csv)).json());
  const columns = ['email', 'given-name', `subscription:${newsletter}`];
  await post(`/v1/imports/${id}/begin`, JSON.stringify({ columns, purposes: [purpose] }));
  await runJob(theSystem(), id);
  await expect.poll(async () => (await jobOf(id)).state).toBe('done');
  return id;
};

const ordersFor = (job: string) => ({ kind: 'undo', job, comment });

/** Undoes a job, which must do what its dry run says; returns how many came to what. */
const undo = async (job: string) => {
  const { outcomes } = await dryRun({}, ordersFor(job), ['people-read', 'people-register', 'bulk']);
  const { id } = await workOver({}, ordersFor(job));
  const done = await jobOf(id);
  expect(done.outcomes).toEqual(
    Object.fromEntries(outcomes.map(({ outcome, count }) => [outcome, count])),
  );
  return done.outcomes;
};

/** People of whom purpose and newsletter stand so. */
const someone = async (decision?: Decision, below?: Decision): Promise<string> => {
  const email = anEmail();
  await makeKnown(email);
  if (decision) await makeStand(email, { purpose }, decision);
  if (below) await makeStand(email, { subscription: newsletter }, below);
  return email;
};

const update = { kind: 'bulk-update', purpose, source: 'manual', comment: 'A mistake.' };

describe('undoing an import', () => {
  test('erases whom it added, and keeps nobody from being imported again', async () => {
    const email = anEmail();
    expect(await undo(await importAll([email]))).toEqual({ erased: 1 });
    expect(await findPerson(email)).toBeUndefined();
    await importAll([email]);
    expect(await standingsOf(email)).toEqual({ [purpose]: 'given', [newsletter]: 'given' });
  });

  test('takes back what it wrote of people who were known, as if they had never been asked', async () => {
    const email = await someone();
    expect(await undo(await importAll([email]))).toEqual({ restored: 1 });
    expect(await standingsOf(email)).toEqual({ [purpose]: 'expired', [newsletter]: 'expired' });
    expect((await findPerson(email))?.fields).toEqual({});
    const last = (await recordsOf(email)).at(-1);
    expect(last?.content.source).toBe('undo');
    expect(last?.comment?.text).toBe(comment);
    await importAll([email]);
    expect(await standingsOf(email)).toEqual({ [purpose]: 'given', [newsletter]: 'given' });
  });

  test('leaves everyone of whom something came since', async () => {
    const [signedUp, decided] = [anEmail(), anEmail()];
    const job = await importAll([signedUp, decided]);
    await signUp(await aForm(), signedUp, { subscriptions: { newsletter: true } });
    await makeStand(decided, { purpose }, 'objected');
    expect(await undo(job)).toEqual({ left: 2 });
    expect((await standingsOf(signedUp))[purpose]).toBe('given');
    expect((await standingsOf(decided))[purpose]).toBe('objected');
  });

  test('ends no purpose under which the person has subscribed to something since', async () => {
    const email = await someone();
    const job = await importAll([email]);
    await makeStand(email, { subscription: newsletter }, 'withdrawn');
    await makeStand(email, { subscription: newsletter }, 'given');
    expect(await undo(job)).toEqual({ left: 1 });
    expect(await standingsOf(email)).toEqual({ [purpose]: 'given', [newsletter]: 'given' });
  });

  test('of people who were known and who were not undoes each as their own, and nobody who came since', async () => {
    const [known, other] = [await someone(), await someone()];
    const [added, erased, last, since] = [anEmail(), anEmail(), anEmail(), anEmail()];
    const job = await importAll([added, known, erased, other, last]);
    await makeKnown(since);
    const { delete: remove } = await as(['people-read', 'bulk-delete']);
    const id = (await findPerson(erased))?.id;
    expect((await remove(`/v1/people/${id}?reason=request`)).status).toBe(204);
    expect(await undo(job)).toEqual({ erased: 2, restored: 2 });
    expect(await findPerson(since)).toBeDefined();
    expect(await standingsOf(other)).toEqual({ [purpose]: 'expired', [newsletter]: 'expired' });
  });

  test('of more than a slice undoes each', async () => {
    const mark = crypto.randomUUID();
    const emails = Array.from({ length: 450 }, (_, at) => `u${at}.${mark}@example.com`);
    expect(await undo(await importAll(emails))).toEqual({ erased: 450 });
  });
});

describe('undoing a bulk update', () => {
  test('restores what it ended, with its legal basis and what the person was shown', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
    const before = await recordsOf(email);
    const { id } = await workOver(
      { email },
      { ...update, decision: 'withdrawn', legalBasis: '61F' },
    );
    expect(await standingsOf(email)).toMatchObject({ [newsletter]: 'withdrawn' });
    expect(await undo(id)).toEqual({ restored: 1 });
    expect(await standingsOf(email)).toMatchObject({ [purpose]: 'given', [newsletter]: 'given' });
    const restored = (await recordsOf(email)).slice(-2);
    for (const { content } of restored) {
      const same = before.find(
        (each) =>
          each.content.purpose === content.purpose &&
          each.content.subscription === content.subscription,
      );
      expect(content.legalBasis).toBe(same?.content.legalBasis);
      expect(content.statement).toBe(same?.content.statement);
    }
  });

  test('restores a legal basis, and touches nobody whom it had left alone', async () => {
    const [yes, no] = [await someone('given'), await someone('refused')];
    const filter = { email: 'anna.' };
    const { id } = await workOver(filter, { ...update, legalBasis: '61F' });
    await undo(id);
    expect((await findPerson(yes))?.standings[0]).toMatchObject({ legalBasis: '61A' });
    expect((await recordsOf(no)).length).toBe(1);
  });

  test('raises no no that the person has said since', async () => {
    const email = await someone('given');
    const { id } = await workOver(
      { email },
      { ...update, decision: 'withdrawn', legalBasis: '61A' },
    );
    await makeStand(email, { purpose }, 'objected');
    expect(await undo(id)).toEqual({ left: 1 });
    expect(await standingsOf(email)).toEqual({ [purpose]: 'objected' });
  });

  test('lets nothing wait for a confirmation again', async () => {
    const email = await someone('pending');
    const { id } = await workOver(
      { email },
      { ...update, decision: 'withdrawn', legalBasis: '61A' },
    );
    expect(await undo(id)).toEqual({ left: 1 });
    expect(await standingsOf(email)).toEqual({ [purpose]: 'withdrawn' });
  });
});

describe('a job', () => {
  test('is undone once, and does not go on after', async () => {
    const job = await importAll([anEmail()]);
    await undo(job);
    const { post } = await as(['people-register', 'bulk']);
    const orders = ordersFor(job);
    expect((await post('/v1/jobs', { filter: {}, orders, expected: 0 })).status).toBe(409);
    await env.DB.prepare("UPDATE job SET state = 'stopped' WHERE id = ?1").bind(job).run();
    expect((await post(`/v1/jobs/${job}/resume`, {})).status).toBe(409);
  });

  test('that was stopped does no slice after it has begun to be undone', async () => {
    const email = await someone('given');
    const id = crypto.randomUUID();
    const orders = UpdateOrders.parse({ ...update, decision: 'withdrawn', legalBasis: '61A' });
    const filter = PeopleFilter.parse({ email });
    const job = { id, filter, orders, total: 1, actor: 'user:worker', createdAt: Date.now() };
    await writeJob(env.DB, { ...job, state: 'running' }).run();
    const running = await readJob(env.DB, id);
    if (!running) throw new Error('No job.');
    const slice = await updateSlice(env.DB, running, orders, Date.now());
    const { post } = await as(['bulk-update', 'bulk']);
    await post(`/v1/jobs/${id}/stop`, {});
    const begun = await post('/v1/jobs', { filter: {}, orders: ordersFor(id), expected: 0 });
    expect(begun.status).toBe(201);
    await expect(doSlice(env.DB, running, slice, 0)).rejects.toThrow('NOT NULL');
    expect(await standingsOf(email)).toEqual({ [purpose]: 'given' });
  });

  test('that erases, or still runs, or is nowhere cannot be undone', async () => {
    const email = await someone();
    const erasure = { kind: 'bulk-delete', reason: 'other', comment: 'Old.' };
    const { id } = await workOver({ email }, erasure);
    const running = await importAll([anEmail()]);
    await env.DB.prepare("UPDATE job SET state = 'running' WHERE id = ?1").bind(running).run();
    const { post } = await as(['people-register', 'bulk', 'bulk-delete']);
    const ask = async (job: string) =>
      (await post('/v1/jobs', { filter: {}, orders: ordersFor(job), expected: 0 })).status;
    expect(await ask(id)).toBe(404);
    expect(await ask(crypto.randomUUID())).toBe(404);
    expect(await ask(running)).toBe(409);
  });

  test('is undone by nobody who may not begin it', async () => {
    const job = await importAll([anEmail()]);
    for (const rights of [['bulk'], ['people-register'], ['bulk', 'bulk-update']] as const) {
      const { post } = await as([...rights]);
      const body = { filter: {}, orders: ordersFor(job), expected: 1 };
      expect((await post('/v1/jobs', body)).status).toBe(403);
      const { filter, orders } = body;
      expect((await post('/v1/jobs/dry-runs', { filter, orders })).status).toBe(403);
    }
  });

  test('that undoes is audited, as the job was', async () => {
    const job = await importAll([anEmail()]);
    const { id } = await workOver({}, ordersFor(job));
    const { get } = await as(['audit']);
    const acts = await (await get(`/v1/audit?object=job/${id}`)).text();
    expect(acts).toContain('undo.begin');
    expect(acts).toContain(job);
  });
});
