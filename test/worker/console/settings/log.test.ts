import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { aForm, anEmail, as, signUp } from '../../builders.ts';
import { seal, state } from '../../log/sealing.ts';
import { atConsole } from '../signing-in.ts';

type Console = Awaited<ReturnType<typeof atConsole>>;

let console: Console;

beforeAll(async () => {
  console = await atConsole(['settings']);
});

const screen = async (by = console) => (await by.get('/log')).text();

describe('the screen of the log', () => {
  test('says how to begin before anything is sealed', async () => {
    expect(await screen()).toContain('Set LOG_KEYS and PUBLIC_URL.');
  });

  test('shows what is sealed, by which keys, and that nobody else has seen it', async () => {
    await signUp(await aForm(), anEmail());
    await seal();
    const { origin, keys } = await state();
    const html = await screen();
    expect(html).toContain(origin);
    expect(html).toContain(keys[0]?.vkey);
    expect(html).toContain(`${(await state()).size} records`);
    await env.FILES?.delete('log/checkpoint');
    expect(await screen()).toContain('Nobody else has seen this log');
    expect(await screen(await atConsole(['settings'], { locale: 'da' }))).toContain(
      'Ingen anden har set denne log',
    );
  });

  test('saves witnesses, logs to be a witness of, and an authority, and says what is none', async () => {
    const vkey = 'example.com/witness+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    const setting = {
      witnesses: `${vkey} https://example.com/witness`,
      witnessed: vkey,
      timestamps: 'https://time.example.com',
      receivers: 'archive@example.com\nhttps://keep.example.com/checkpoints',
    };
    expect((await console.post('/log/setting', setting)).status).toBe(303);
    const html = await screen();
    for (const text of [vkey, 'https://time.example.com', setting.receivers])
      expect(html).toContain(text);
    const { witnesses } = await state();
    expect(witnesses).toEqual([{ vkey, size: 0, at: null }]);
    const wrong = { ...setting, witnesses: 'example.com', timestamps: 'http://time.example.com' };
    const refused = await console.post('/log/setting', wrong);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Enter an address that begins with https://');
    const inside = { ...setting, receivers: 'https://10.0.0.1/checkpoints' };
    expect(await (await console.post('/log/setting', inside)).text()).toContain(
      'Enter an email address, or an address that begins with https://',
    );
    const none = { witnesses: '', witnessed: '', timestamps: '', receivers: '' };
    await console.post('/log/setting', none);
    expect((await state()).witnesses).toEqual([]);
  });

  test('says why a halted log goes on no more, and starts another with a reason', async () => {
    await env.DB.prepare("UPDATE log SET halted_at = 1, halted_by = 'behind'").run();
    expect(await screen()).toContain('The log has stopped');
    const overview = await (await atConsole(['settings'])).get('');
    expect(await overview.text()).toContain('href="/console/log"');
    expect((await console.post('/log/successor', { reason: ' ' })).status).toBe(422);
    const reason = 'Restored the backup of Monday.';
    expect((await console.post('/log/successor', { reason })).status).toBe(303);
    expect(await screen()).not.toContain('The log has stopped');
    expect((await state()).origin).toMatch(/\/log\/2$/);
    const acts = await (await as(['audit'])).get('/v1/audit?act=log.succeed');
    expect(await acts.text()).toContain(reason);
    const late = await console.post('/log/successor', { reason });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('No log is halted.');
  });

  test('is for those who may change settings', async () => {
    const { get, post } = await atConsole(['people-read']);
    expect((await get('/log')).status).toBe(403);
    expect((await post('/log/setting', {})).status).toBe(403);
  });
});
