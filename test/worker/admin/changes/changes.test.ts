import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { ChangeEvent, ChangesPage, FeedState } from '../../../../worker/contract/events.ts';
import { forgetEvents, KEPT_MS } from '../../../../worker/events/readers.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  as,
  aToken,
  call,
  count,
  send,
  textOf,
  yes,
} from '../../builders.ts';

const feed = async () => {
  const { get } = await as(['changes']);
  return FeedState.parse(await (await get('/v1/changes/feed')).json());
};

const turn = async (on: boolean) => {
  const { put } = await as(['settings']);
  return FeedState.parse(await (await put('/v1/changes/feed', { on })).json());
};

const read = async (query: Record<string, string>, rights = ['changes' as const]) => {
  const { get } = await as(rights);
  return get(`/v1/changes?${new URLSearchParams(query)}`);
};

const page = async (query: Record<string, string>) =>
  ChangesPage.parse(await (await read(query)).json());

const anna = { email: anEmail(), name: 'Anna Holm' };

const signUpAnna = async () => {
  const label = { en: 'Yours' };
  const form = await aForm(aFormWith({ key: 'name', kind: 'text', label, stores: 'name' }));
  const sent = await send(form, { body: { fields: anna, ...yes } });
  if (!sent.ok) throw new Error(await sent.text());
};

const stream = async (query: Record<string, string>) => {
  const answer = await call(`/v1/changes?${new URLSearchParams(query)}`, {
    headers: {
      Authorization: `Bearer ${await aToken(['changes'])}`,
      Accept: 'application/x-ndjson',
    },
  });
  expect(answer.headers.get('Content-Type')).toContain('application/x-ndjson');
  return (await textOf(answer))
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
};

describe('while the feed is off', () => {
  test('it says so, and how to turn it on', async () => {
    expect((await feed()).on).toBe(false);
    const answer = await read({});
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('/v1/changes/feed');
  });
});

describe('turning the feed on', () => {
  test('is audited once, however often it is asked for', async () => {
    expect((await turn(true)).on).toBe(true);
    await turn(true);
    expect(await count("SELECT COUNT(*) AS count FROM audit WHERE act = 'changes.switch'")).toBe(1);
  });
});

describe('the feed', () => {
  beforeAll(async () => {
    await turn(true);
    await signUpAnna();
  });

  test('is read page by page, and goes on where it ended', async () => {
    const first = await page({ limit: '2' });
    expect(first.changes.map(({ type }) => type)).toEqual([
      'submission.recorded',
      'person.created',
    ]);
    expect(first.more).toBe(true);
    const rest = await page({ after: String(first.next) });
    expect(rest.changes.map(({ type }) => type)).toContain('consent.given');
    expect(rest.more).toBe(false);
    expect(await page({ after: String(rest.next) })).toEqual({
      changes: [],
      next: rest.next,
      more: false,
    });
  });

  test('has only the types that were asked for, and goes on behind the others', async () => {
    const { changes, next } = await page({ types: 'consent.given,consent.withdrawn' });
    expect(changes.map(({ type }) => type)).toEqual(['consent.given']);
    expect(next).toBe((await page({})).next);
    expect((await read({ types: 'consent.lost' })).status).toBe(422);
  });

  test('holds no detail of a person, unless a key that may view people asks for them', async () => {
    expect(await (await read({})).text()).not.toContain(anna.email);
    const query = new URLSearchParams({ fields: 'email,name' });
    expect((await read({ fields: 'email' })).status).toBe(403);
    const { get } = await as(['changes', 'people-read']);
    const { changes } = ChangesPage.parse(await (await get(`/v1/changes?${query}`)).json());
    expect(changes.find(({ type }) => type === 'consent.given')?.data.fields).toEqual(anna);
  });

  test('is streamed whole as NDJSON, with a last line that says where to go on', async () => {
    const lines = await stream({});
    const { changes, next } = await page({ limit: '500' });
    expect(lines).toEqual([...changes, { end: true, next, more: false }]);
    expect(ChangeEvent.parse(lines[0]).sequence).toBe(changes[0]?.sequence);
    expect(await stream({ after: String(next) })).toEqual([{ end: true, next, more: false }]);
  });

  test('answers 410 to a program that comes back after what followed was forgotten', async () => {
    const { changes } = await page({ limit: '1' });
    await forgetEvents(env.DB, Date.now() + KEPT_MS + 1000);
    const { complete } = await feed();
    expect((await read({ after: String(changes[0]?.sequence) })).status).toBe(410);
    expect((await read({ after: String(complete) })).status).toBe(200);
    expect((await read({ after: '0' })).status).toBe(200);
  });
});
