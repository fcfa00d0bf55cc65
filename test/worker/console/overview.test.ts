import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { begin } from '../../../worker/connectors/walk.ts';
import { aWebhook } from '../admin/webhooks/receiving.ts';
import { aForm, anEmail, as, signUp } from '../builders.ts';
import { connect } from '../connectors/connecting.ts';
import { atConsole } from './signing-in.ts';

/** The steps that the overview checks off. */
const taken = (page: string): number => page.split('class="badge good"').length - 1;

describe('the overview of a new installation', () => {
  beforeEach(async () => {
    await env.DB.prepare("UPDATE purpose_text SET privacy_url = ''").run();
  });

  test('leads to the first sign-up, and checks off each step by what is there', async () => {
    const { get } = await atConsole(['forms', 'lists', 'settings']);
    const read = async () => (await get('')).text();
    const fresh = await read();
    expect(fresh).toContain('Set the sender of emails');
    expect(fresh).toContain('href="/console/forms/new"');
    const before = taken(fresh);
    const settings = await as(['settings', 'lists']);
    await settings.put('/v1/settings/sender', { name: 'Us', address: 'us@site.test' });
    expect(taken(await read())).toBe(before + 1);
    await env.DB.prepare("UPDATE purpose_text SET privacy_url = 'https://site.test/privacy'").run();
    await aForm({ origins: [] });
    expect(taken(await read())).toBe(before + 3);
    const form = await aForm();
    expect(taken(await read())).toBe(before + 4);
    await signUp(form, anEmail());
    expect(await read()).not.toContain('Set the sender of emails');
  });
});

describe('the overview names, with a link', () => {
  const set = (table: 'connection' | 'webhook', id: string, values: string) =>
    env.DB.prepare(`UPDATE ${table} SET ${values} WHERE id = ?1`).bind(id).run();

  const troubled = async () => {
    const { get } = await atConsole(['settings', 'export']);
    const page = await (await get('')).text();
    return (path: string): string | undefined =>
      new RegExp(`<a href="/console${path}">([^<]*)</a>`).exec(page)?.[1];
  };

  test('a connected tool that is stopped, whose last run failed, or that differs', async () => {
    const id = await connect('listmonk', {}, []);
    const at = `/connections/${id}`;
    expect((await troubled())(at)).toBeUndefined();
    await set('connection', id, 'tries = 1');
    expect((await troubled())(at)).toContain('the last sync failed');
    for (const stopped of ['over-limit', 'refused', 'unreachable']) {
      await set('connection', id, `stopped = '${stopped}'`);
      expect((await troubled())(at)).toMatch(/^Our listmonk: .*(paused|stopped|not answered)/);
    }
    const report = {
      ...begin('reconcile', 0).report,
      differences: { unconfirmed: 2, undeliverable: 1 },
    };
    await set(
      'connection',
      id,
      `stopped = NULL, tries = 0, reconciled = '${JSON.stringify(report)}'`,
    );
    expect((await troubled())(at)).toBe('Our listmonk: 3 differences between the tool and here');
    const { get } = await atConsole(['forms']);
    expect(await (await get('')).text()).not.toContain(at);
  });

  test('a webhook that is disabled or to which nothing arrives', async () => {
    const { id } = await aWebhook();
    const at = `/webhooks/${id}`;
    expect((await troubled())(at)).toBeUndefined();
    await set('webhook', id, 'failing_since = 1764093600000');
    expect((await troubled())(at)).toMatch(/^Webhook CRM: nothing has arrived since .*2025/);
    await set('webhook', id, "state = 'failing'");
    expect((await troubled())(at)).toContain('disabled');
    await set('webhook', id, "state = 'gone'");
    expect((await troubled())(at)).toContain('gone');
    await set('webhook', id, "state = 'paused', failing_since = NULL");
    expect((await troubled())(at)).toBeUndefined();
  });

  test('notices that are overdue and that are due soon, in one line', async () => {
    const DAY = 86_400_000;
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    const registered = {
      purposes: ['sales-and-service'],
      legalBasis: '61F',
      comment: 'A partner.',
    };
    for (const days of [35, 31, 27, 10]) {
      vi.setSystemTime(now - days * DAY);
      const { post } = await as(['people-register']);
      const body = { ...registered, email: anEmail(), locale: 'en', source: 'e-mail' };
      expect((await post('/v1/people', body)).status).toBe(201);
    }
    vi.useRealTimers();
    const { get } = await atConsole(['people-read']);
    expect(await (await get('')).text()).toContain(
      '2 people are overdue for a privacy notice · 1 person must get a privacy notice within a week',
    );
  });
});
