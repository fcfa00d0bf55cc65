import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { runJob } from '../../../../worker/admin/jobs/run.ts';
import { updateSlice } from '../../../../worker/admin/jobs/slices.ts';
import {
  doSlice,
  failing,
  forgetTyped,
  readJob,
  writeJob,
} from '../../../../worker/admin/jobs/store.ts';
import { UpdateOrders } from '../../../../worker/contract/jobs.ts';
import { PeopleFilter } from '../../../../worker/contract/search.ts';
import {
  aForm,
  anEmail,
  as,
  count,
  findPerson,
  recordsOf,
  signUp,
  standingsOf,
  theSystem,
} from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { jobOf, workOver } from '../../people/working.ts';
import { somePeople, withdraw } from './some-people.ts';

describe('a bulk update', () => {
  test('writes each person’s record with the actor and the reason', async () => {
    const { emails, filter } = await somePeople();
    const { id } = await workOver(filter, withdraw);
    expect(await jobOf(id)).toMatchObject({ state: 'done', seen: 3, changed: 3, total: 3 });
    for (const email of emails) {
      expect(await standingsOf(email)).toMatchObject({
        'e-marketing': 'withdrawn',
        newsletter: 'withdrawn',
      });
      const last = (await recordsOf(email)).at(-1);
      expect(last?.comment?.text).toBe('The list was bought.');
      expect(last?.content.actor).toMatch(/^api:/);
    }
  });

  test('lifts nobody’s restriction', async () => {
    const {
      emails: [email = ''],
      filter,
    } = await somePeople(1);
    const person = await findPerson(email);
    const { post } = await as(['consents-write']);
    await post(`/v1/people/${person?.id}/decisions`, {
      purpose: 'e-marketing',
      decision: 'restricted',
      source: 'phone',
      comment: 'Asked for it.',
    });
    await workOver(filter, { ...withdraw, decision: 'given' });
    expect((await standingsOf(email))['e-marketing']).toBe('restricted');
  });

  test('leaves every no as it is, and counts only what it changed', async () => {
    const { emails, filter } = await somePeople(3);
    const [yes = '', no = ''] = emails;
    const person = await findPerson(no);
    const { post } = await as(['consents-write']);
    await post(`/v1/people/${person?.id}/decisions`, {
      purpose: 'e-marketing',
      decision: 'objected',
      source: 'phone',
      comment: 'Asked us to stop.',
    });
    const again = await workOver(filter, { ...withdraw, decision: 'given' });
    expect(await jobOf(again.id)).toMatchObject({ seen: 3, changed: 0 });
    const { id } = await workOver(filter, { ...withdraw, decision: 'given', legalBasis: '61F' });
    expect(await jobOf(id)).toMatchObject({ seen: 3, changed: 2 });
    expect((await standingsOf(no))['e-marketing']).toBe('objected');
    expect((await findPerson(yes))?.standings[0]).toMatchObject({ legalBasis: '61F' });
  });

  test('does no slice twice, though two runners take it at once', async () => {
    const {
      emails: [email = ''],
      filter,
    } = await somePeople(1);
    const { id } = await workOver(filter, { ...withdraw, decision: 'given', legalBasis: '61F' });
    await env.DB.prepare("UPDATE job SET state = 'running', cursor = '' WHERE id = ?1")
      .bind(id)
      .run();
    const job = await readJob(env.DB, id);
    if (job?.orders.kind !== 'bulk-update') throw new Error('No job.');
    const before = (await recordsOf(email)).length;
    // As it was begun: what was typed is forgotten once it is done.
    const slice = await updateSlice(
      env.DB,
      { ...job, filter: PeopleFilter.parse(filter) },
      { ...job.orders, decision: 'objected' },
      Date.now(),
    );
    await doSlice(env.DB, job, { ...slice, next: 'x' }, 0);
    await expect(doSlice(env.DB, job, { ...slice, next: 'x' }, 0)).rejects.toThrow('UNIQUE');
    expect((await recordsOf(email)).length).toBe(before + 2);
  });

  test('can be stopped, and goes on where it was', async () => {
    const { emails, filter } = await somePeople(2);
    const { post } = await as(['bulk-update']);
    const id = crypto.randomUUID();
    await writeJob(env.DB, {
      id,
      state: 'running',
      total: 2,
      actor: 'system',
      createdAt: Date.now(),
      filter: PeopleFilter.parse(filter),
      orders: UpdateOrders.parse(withdraw),
    }).run();
    await post(`/v1/jobs/${id}/stop`, {});
    await runJob(theSystem(), id);
    expect(await jobOf(id)).toMatchObject({ state: 'stopped', seen: 0 });
    await post(`/v1/jobs/${id}/resume`, {});
    await expect.poll(async () => (await jobOf(id)).state).toBe('done');
    expect((await standingsOf(emails[1] ?? ''))['e-marketing']).toBe('withdrawn');
  });

  test('does not go on once it has failed and whom it was for is forgotten', async () => {
    const { emails, filter } = await somePeople(1);
    const { post } = await as(['bulk-update']);
    const id = crypto.randomUUID();
    const job = {
      id,
      state: 'running',
      total: 1,
      actor: 'system',
      createdAt: Date.now(),
      filter: PeopleFilter.parse(filter),
      orders: UpdateOrders.parse(withdraw),
    } as const;
    await writeJob(env.DB, job).run();
    await failing(env.DB, id, 'It failed.').run();
    const failed = await readJob(env.DB, id);
    if (!failed) throw new Error('No job.');
    await forgetTyped(env.DB, failed).run();
    expect((await post(`/v1/jobs/${id}/resume`, {})).status).toBe(409);
    expect((await standingsOf(emails[0] ?? ''))['e-marketing']).toBe('given');
  });

  test('does not begin where the number has changed since someone looked', async () => {
    const { filter } = await somePeople(1);
    const { post } = await as(['bulk-update']);
    const answer = await post('/v1/jobs', { filter, orders: withdraw, expected: 2 });
    expect(answer.status).toBe(409);
  });

  test('takes no host from anyone who asks for it, and ignores one that an old job holds', async () => {
    const { filter } = await somePeople(1);
    const { post } = await as(['bulk-update']);
    const orders = { kind: 'consent-renewal', purpose: 'e-marketing' };
    const forged = { ...orders, host: 'https://evil.example' };
    expect((await post('/v1/jobs', { filter, orders: forged, expected: 1 })).status).toBe(422);
    const { id } = await workOver(filter, orders);
    await env.DB.prepare('UPDATE job SET orders = ?2 WHERE id = ?1')
      .bind(id, JSON.stringify(forged))
      .run();
    expect((await readJob(env.DB, id))?.orders).toEqual(orders);
  });

  test('of each kind needs the right of its own', async () => {
    const { filter } = await somePeople(1);
    const { post } = await as(['bulk-update']);
    const orders = { kind: 'bulk-delete', reason: 'other', comment: 'Old ones.' };
    expect((await post('/v1/jobs', { filter, orders, expected: 1 })).status).toBe(403);
  });
});

describe('a bulk erasure', () => {
  test('leaves a ledger that says withdrawn and names nobody, and a hash of each address', async () => {
    const { emails, filter } = await somePeople(2);
    const ids = await Promise.all(emails.map(async (email) => (await findPerson(email))?.id ?? ''));
    const before = await count('SELECT COUNT(*) AS count FROM suppression');
    await workOver(filter, {
      kind: 'bulk-delete',
      reason: 'other',
      comment: 'They left long ago.',
    });
    for (const email of emails) expect(await findPerson(email)).toBeUndefined();
    expect(await count('SELECT COUNT(*) AS count FROM suppression')).toBe(before + 2);
    const { get } = await as(['people-read']);
    const left = await (await get(`/v1/people/${ids[0]}/records`)).text();
    expect(left).toContain('withdrawn');
    expect(left).not.toContain('@example.com');
  });
});

describe('asking again', () => {
  test('writes to those who agreed, and their consent still holds', async () => {
    const {
      emails: [email = ''],
      filter,
    } = await somePeople(1);
    await workOver(
      { ...filter, purpose: 'e-marketing' },
      { kind: 'consent-renewal', purpose: 'e-marketing' },
    );
    const message = (await messagesTo(email)).find(({ subject }) =>
      subject.includes('changed the wording'),
    );
    expect(message?.text).toContain('Yes, send me news');
    expect(message?.text).toContain('/enter/');
    expect(message?.headers['List-Unsubscribe']).toMatch(/^<https:.*\/v1\/unsubscribe\/.*>$/);
    expect(message?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect((await standingsOf(email))['e-marketing']).toBe('given');
  });

  test('does not write to who has taken it back meanwhile', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, { purposes: { 'e-marketing': false } });
    await workOver({ email }, { kind: 'consent-renewal', purpose: 'e-marketing' });
    expect((await messagesTo(email)).filter(({ subject }) => subject.includes('changed'))).toEqual(
      [],
    );
  });
});
