import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import type { readOverview } from '../../../../worker/admin/overview/needs.ts';
import { app } from '../../../../worker/app.ts';
import { aForm, anEmail, as, aToken, host, signUp } from '../../builders.ts';

type Overview = Awaited<ReturnType<typeof readOverview>>;

const overview = async (rights: Parameters<typeof as>[0]): Promise<Overview> =>
  (await (await as(rights)).get('/v1/overview')).json();

describe('the overview', () => {
  test('tells how many there are, what was decided today and how purposes stand', async () => {
    const before = await overview(['forms']);
    const form = await aForm();
    await signUp(form, anEmail());
    const after = await overview(['forms']);
    expect(after.people).toBe(before.people + 1);
    expect(after.days).toHaveLength(30);
    expect(after.days.at(-1)?.given).toBe((before.days.at(-1)?.given ?? 0) + 1);
    const given = ({ standings }: Overview) =>
      standings.find(({ purpose }) => purpose === 'e-marketing')?.counts.given ?? 0;
    expect(given(after)).toBe(given(before) + 1);
  });

  test('tells what needs someone first, of what their rights are about', async () => {
    const { post } = await as(['breach']);
    const facts = { nature: 'n', consequences: 'c', measures: 'm', contact: 'c@site.test' };
    const discoveredAt = Date.now() - 79.5 * 3_600_000;
    await post('/v1/breaches', { title: 'Late', discoveredAt, facts });
    const late = { kind: 'breach', title: 'Late', hours: -8 };
    expect((await overview(['breach'])).needs[0]).toMatchObject(late);
    expect((await overview(['forms'])).needs).not.toContainEqual(expect.objectContaining(late));
  });

  test('tells how mail fares to those who may know', async () => {
    expect((await overview(['mail'])).mail).toMatchObject({ dead: 0 });
    expect((await overview(['forms'])).mail).toBeNull();
  });

  test('tells that no email can be sent while PUBLIC_URL is not set', async () => {
    const unset = { kind: 'no-public-url' };
    expect((await overview(['forms'])).needs).not.toContainEqual(unset);
    const headers = { Authorization: `Bearer ${await aToken(['forms'])}` };
    const answer = await app.request(
      `${host}/v1/overview`,
      { headers },
      { ...env, PUBLIC_URL: undefined },
      createExecutionContext(),
    );
    const { needs }: Overview = await answer.json();
    expect(needs).toContainEqual(unset);
  });
});
