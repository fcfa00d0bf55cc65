import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeLog } from '../../../../worker/admin/webhooks/waiting.ts';
import { aWebhook, forgetWebhooks } from '../../admin/webhooks/receiving.ts';
import { atConsole } from '../signing-in.ts';

beforeEach(forgetWebhooks);

describe('the screen of a webhook', () => {
  test('has its deliveries, page by page', async () => {
    const { id } = await aWebhook();
    const { get } = await atConsole(['settings']);
    const now = Date.now();
    const sent = { type: 'consent.given', ms: 5, status: 204, error: null, tries: 1 };
    await env.DB.batch(
      Array.from({ length: 21 }, (_, one) =>
        writeLog(env.DB, id, [{ ...sent, event: `evt_${one}x`, at: now + one }], now + one),
      ),
    );
    const first = await (await get(`/webhooks/${id}`)).text();
    expect(first).toContain('evt_20x');
    expect(first).not.toContain('evt_0x');
    const [, next = ''] = /<a href="(\?before=[^"]+)">Next page<\/a>/.exec(first) ?? [];
    const second = await (await get(`/webhooks/${id}${next}`)).text();
    expect(second).toContain('evt_0x');
    expect(second).not.toContain('Next page');
  });

  test('refuses a page that it cannot have named', async () => {
    const { id } = await aWebhook();
    const { get } = await atConsole(['settings']);
    expect((await get(`/webhooks/${id}?before=${'x'.repeat(37)}`)).status).toBe(422);
  });

  test('says so where nothing arrives, while it is still tried', async () => {
    const { id } = await aWebhook();
    const { get } = await atConsole(['settings']);
    expect(await (await get('/webhooks')).text()).toContain('>Active<');
    await env.DB.prepare('UPDATE webhook SET failing_since = 1 WHERE id = ?1').bind(id).run();
    for (const path of ['/webhooks', `/webhooks/${id}`])
      expect(await (await get(path)).text()).toContain('>Nothing arrives<');
  });
});
