import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectors } from '../../../worker/connectors/all.ts';
import { ConnectorKey } from '../../../worker/contract/connections.ts';
import { listmonkServer, settings } from '../../connectors/listmonk.ts';
import { aForm, anEmail, findPerson, signUp } from '../builders.ts';
import { connect, kept, runAt } from '../connectors/connecting.ts';
import { atConsole } from './signing-in.ts';

type Console = Awaited<ReturnType<typeof atConsole>>;

let at: Console;

beforeAll(async () => {
  at = await atConsole(['settings', 'people-read']);
});

beforeEach(async () => {
  await env.DB.prepare('DELETE FROM connection').run();
});

const fields = Object.fromEntries(
  Object.entries(settings).map(([key, value]) => [`settings.${key}`, value]),
);
const idIn = (answer: Response): string =>
  /connections\/([0-9a-f-]{36})/.exec(answer.headers.get('Location') ?? '')?.[1] ?? '';
const html = async (path: string): Promise<string> => (await at.get(path)).text();

describe('the screens of connected tools', () => {
  test('connect a tool, map it, try it dry and start it, and never show its secrets', async () => {
    const made = await at.post('/connections/new/listmonk', { name: 'Our emails', ...fields });
    expect(made.status).toBe(303);
    const id = idIn(made);
    const path = `/connections/${id}`;
    expect((await kept(id)).secrets).not.toContain(settings.token);

    const early = await at.post(`${path}/acts`, { act: 'start' });
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('Map an item');
    const form = {
      name: 'Our emails',
      'map.subscription:newsletter': '1',
      limit: '10',
      'settings.url': settings.url,
      'settings.user': settings.user,
    };
    expect((await at.post(path, form)).status).toBe(303);
    expect(await (await at.post(`${path}/acts`, { act: 'start' })).text()).toContain('dry run');

    const tool = listmonkServer(Date.now);
    const email = anEmail();
    await signUp(await aForm(), email);
    expect((await at.post(`${path}/acts`, { act: 'dry-run' })).status).toBe(303);
    await runAt(tool.send, Date.now());
    expect(await html(path)).toContain('Last dry run');
    expect(tool.has(email)).toBe(false);

    expect((await at.post(`${path}/acts`, { act: 'start' })).status).toBe(303);
    await runAt(tool.send, Date.now());
    expect(tool.state(email, '1')).toBe('on');
    expect((await kept(id)).reconciled).toMatchObject({
      there: 0,
      known: 0,
      changes: { 'on-there': 1 },
    });
    const shown = await html(path);
    expect(shown).toContain('Last comparison');
    expect(shown).not.toContain(settings.token);
    const person = await findPerson(email);
    expect(await html(`/people/${person?.id}`)).toContain('Our emails');

    expect((await at.post(`${path}/acts`, { act: 'pause' })).status).toBe(303);
    expect((await kept(id)).state).toBe('paused');
    expect((await at.post(`${path}/remove`, {})).status).toBe(303);
    expect(await html('/connections')).toContain('No tools connected yet.');
  });

  test('refuse an address that leads nowhere outside, before anything is asked there', async () => {
    const wrong = { ...fields, 'settings.url': 'https://127.0.0.1' };
    const answer = await at.post('/connections/new/listmonk', { name: 'Our emails', ...wrong });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('on the internet');
  });

  test('a start needs a dry run within the limit, of this very mapping', async () => {
    const mapping = [{ item: 'subscription:newsletter', target: '1' }];
    const id = await connect('listmonk', settings, mapping);
    await env.DB.prepare(
      "UPDATE connection SET state = 'draft', most = 1, settings = json_object('url', ?1, 'user', ?2)",
    )
      .bind(settings.url, settings.user)
      .run();
    const form = await aForm();
    for (let one = 0; one < 2; one++) await signUp(form, anEmail());
    await at.post(`/connections/${id}/acts`, { act: 'dry-run' });
    await runAt(listmonkServer(Date.now).send, Date.now());
    const over = await at.post(`/connections/${id}/acts`, { act: 'start' });
    expect(await over.text()).toContain('more than the limit');
    const saved = { name: 'Our emails', 'map.subscription:newsletter': '1', limit: '100' };
    const reach = { 'settings.url': settings.url, 'settings.user': settings.user };
    await at.post(`/connections/${id}`, { ...saved, ...reach });
    expect((await at.post(`/connections/${id}/acts`, { act: 'start' })).status).toBe(303);
    await at.post(`/connections/${id}/acts`, { act: 'pause' });
    await at.post(`/connections/${id}`, {
      ...saved,
      ...reach,
      'map.subscription:newsletter': '',
      'map.subscription:invitations': '1',
    });
    expect(await kept(id)).toMatchObject({ state: 'draft', dryRun: null });
  });

  test.each(ConnectorKey.options)('ask in Danish too for what %s is reached with', async (key) => {
    const danish = await atConsole(['settings'], { locale: 'da' });
    const page = await (await danish.get(`/connections/new/${key}`)).text();
    expect(page).toMatch(/Forbind [A-Z]|Forbind listmonk/);
    expect(page).not.toMatch(/<label[^>]*>[a-z]+<\/label>/);
    const optional = connectors[key].settings.filter(({ pattern }) => pattern.test(''));
    expect(page.match(/Valgfrit/g) ?? []).toHaveLength(optional.length);
  });

  test('show auditors all of it, and let them change nothing', async () => {
    const auditor = await atConsole(['audit', 'people-read']);
    expect((await auditor.get('/connections')).status).toBe(200);
    expect((await auditor.post('/connections/new/listmonk', fields)).status).toBe(403);
  });
});
