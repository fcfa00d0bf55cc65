import { describe, expect, test } from 'vitest';
import { keptPage } from '../../../../worker/platform/page-address.ts';
import {
  aForm,
  anEmail,
  anIp,
  call,
  problemOf,
  recordsOf,
  send,
  signUp,
  site,
  yes,
} from '../../builders.ts';

describe('the page of a record', () => {
  test('keeps origin, path and utm, and drops query and fragment', async () => {
    const email = anEmail();
    const page = 'https://site.test/a/b?session=1&utm_source=letter&utm_medium=mail#top';
    await signUp(await aForm(), email, { page });
    const [record] = await recordsOf(email);
    expect(record?.content.page).toBe('https://site.test/a/b?utm_source=letter&utm_medium=mail');
  });

  test('never holds an address, wherever the site has put one', async () => {
    const email = anEmail();
    const page = 'https://site.test/u/bo@example.com?utm_term=eva%40example.com';
    await signUp(await aForm(), email, { page });
    const [record] = await recordsOf(email);
    expect(record?.content.page).not.toMatch(/bo|eva/);
  });

  test.each([
    [
      'longer than anyone reads',
      `${site}/${'a'.repeat(9000)}?${'b'.repeat(9000)}`,
      /^https:\/\/site\.test\/a{400,500}$/,
    ],
    ['of a frame made by the page', 'about:srcdoc', /^https:\/\/site\.test\/$/],
    ['inside a file', 'file:///home/anna/page.html', /^https:\/\/site\.test\/$/],
    ['that is no address', 'the home page', /^https:\/\/site\.test\/$/],
    [
      'on another origin than the browser names',
      'https://evil.test/bait',
      /^https:\/\/site\.test\/$/,
    ],
  ])('%s never stands in the way of a decision', async (_, page, kept) => {
    const email = anEmail();
    expect((await signUp(await aForm(), email, { page })).status).toBe(201);
    const [record] = await recordsOf(email);
    expect(record?.content.page).toMatch(kept);
  });

  test('is kept without a browser only if it may use the form', async () => {
    const form = await aForm();
    const pageOf = async (page: string) => {
      const email = anEmail();
      const body = {
        version: 1,
        locale: 'en',
        fields: { email },
        ...yes,
        page,
      };
      const headers = { 'Content-Type': 'application/json', 'CF-Connecting-IP': anIp() };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      expect((await call(`/v1/forms/${form}/submissions`, init)).status).toBe(201);
      return (await recordsOf(email))[0]?.content.page;
    };
    expect(await pageOf(`${site}/page`)).toBe(`${site}/page`);
    expect(await pageOf('https://evil.test/bait')).toBeNull();
  });

  test('is cut before it is looked through', () => {
    const kept = keptPage(`${site}/${'.@'.repeat(20_000)}`, site, () => true);
    expect(kept?.length).toBeLessThan(600);
  });

  test('of a page without an origin, the refusal says what can be done', async () => {
    const refused = await send(await aForm(), { headers: { Origin: 'null' } });
    expect(refused.status).toBe(403);
    const { detail } = await problemOf(refused);
    expect(detail).toContain('hosted form');
    expect(detail).not.toContain('"null"');
  });
});

describe('evidence', () => {
  test('of where a submission came from is kept apart, for 90 days at first', async () => {
    const email = anEmail();
    await send(await aForm(), {
      headers: { 'CF-Connecting-IP': '203.0.113.7', 'User-Agent': 'Firefox' },
      body: { fields: { email } },
    });
    const [record] = await recordsOf(email);
    expect(record?.evidence).toMatchObject({ ip: '203.0.113.7', userAgent: 'Firefox' });
    const days =
      ((record?.evidence?.expiresAt ?? 0) - (record?.content.recordedAt ?? 0)) / 86_400_000;
    expect(days).toBe(90);
  });

  test('is not kept at all where the setting says 0 days', async () => {
    const { env } = await import('cloudflare:test');
    await env.DB.prepare("UPDATE setting SET value = '0' WHERE key = 'evidence-days'").run();
    const form = await aForm();
    const email = anEmail();
    await signUp(form, email);
    await env.DB.prepare("UPDATE setting SET value = '90' WHERE key = 'evidence-days'").run();
    expect((await recordsOf(email))[0]?.evidence).toBeNull();
  });

  test('is erased by the scheduled run once its time is up, and the record stays', async () => {
    const { env } = await import('cloudflare:test');
    const { eraseExpiredEvidence } = await import('../../../../worker/submissions/evidence.ts');
    const email = anEmail();
    await signUp(await aForm(), email);
    expect(await eraseExpiredEvidence(env.DB, Date.now())).toBe(0);
    expect(await eraseExpiredEvidence(env.DB, Date.now() + 91 * 86_400_000)).toBeGreaterThan(0);
    const records = await recordsOf(email);
    expect(records.length).toBeGreaterThan(0);
    expect(records[0]?.evidence).toBeNull();
  });
});
