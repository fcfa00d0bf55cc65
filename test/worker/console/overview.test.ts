import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm, anEmail, as, signUp } from '../builders.ts';
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
