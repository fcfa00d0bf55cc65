import { SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { bundles, Right } from '../../../worker/contract/rights.ts';
import { aForm, as, aToken, host } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';
import { api, doings, every, needs, open, openedBy, openTo, screens } from './routes.ts';

/** What someone with these rights sends along, to the console or the API. */
const headersOf = async (route: string, rights: Right[]): Promise<Record<string, string>> => {
  if (!route.includes('/console')) return { Authorization: `Bearer ${await aToken(rights)}` };
  const { token } = await atConsole(rights);
  return { Cookie: `__Host-samtykke-console=${token}`, Origin: host };
};

describe('every route', () => {
  test('is in the table of rights, or open on purpose', () => {
    const named = new Set([...api, ...screens, ...doings].map(([route]) => route));
    const forgotten = every.filter(
      (route) => !named.has(route) && !open.some((pattern) => pattern.test(route)),
    );
    expect(forgotten).toEqual([]);
    expect([...named].filter((route) => !every.includes(route))).toEqual([]);
  });
});

describe('with an API key', () => {
  test.each(Right.options)('that has only the right "%s", its routes open', async (right) => {
    const headers = await headersOf('/v1', [right]);
    const own = openedBy(api, right);
    expect(await openTo(own, headers)).toEqual(own);
  });

  // What all other rights together do not open, none of them opens alone.
  test.each(needs)('that has every right but %s, its routes stay closed', async (_, need) => {
    const headers = await headersOf('/v1', need.others);
    expect(await openTo(need.routes, headers)).toEqual([]);
  });

  test('that has ended or expired, or with none, nothing opens', async () => {
    const token = await aToken(['forms', 'api-keys']);
    const headers = { Authorization: `Bearer ${token}` };
    const made = await SELF.fetch(`${host}/v1/api-keys`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'CRM', rights: ['forms'] }),
    });
    const { id, token: fresh } = (await made.json()) as { id: string; token: string };
    const withFresh = { Authorization: `Bearer ${fresh}` };
    const ask = async (by: Record<string, string>) =>
      (await SELF.fetch(`${host}/v1/forms/none`, { method: 'PUT', headers: by })).status;
    expect(await ask(withFresh)).toBe(422);
    await SELF.fetch(`${host}/v1/api-keys/${id}/end`, { method: 'POST', headers });
    expect(await ask(withFresh)).toBe(401);
    expect(await ask({ Authorization: `Bearer ${await aToken(['forms'], -1)}` })).toBe(401);
    expect(await ask({})).toBe(401);
  });
});

describe('at the console', () => {
  // An auditor's rights open screens that none of them opens alone: here each right is tried on every screen.
  test.each(Right.options)('with only the right "%s", exactly its screens open', async (right) => {
    const headers = await headersOf('/console', [right]);
    const all = screens.map(([route]) => route);
    expect(await openTo(all, headers)).toEqual(openedBy(screens, right));
  });
});

describe('an auditor', () => {
  test('sees every screen, and changes nothing', async () => {
    const { token, get } = await atConsole([...bundles.auditor]);
    const headers = { Cookie: `__Host-samtykke-console=${token}`, Origin: host };
    const all = [...screens, ...doings]
      .map(([route]) => route)
      .filter((route) => route.includes(' /console'));
    const seen = await openTo(all, headers);
    const shown = all.filter((route) => route.startsWith('GET '));
    expect(seen).toEqual(shown.filter((route) => route !== 'GET /console/people/register'));
    for (const path of ['/forms', '/lists', '/settings', '/users', '/requests', '/mail']) {
      const page = await (await get(path)).text();
      expect(page).toContain('You can view this screen, but not change anything in it.');
      const live = /<form method="post"[^>]*>(?!<fieldset class="read-only" disabled>)/;
      expect(page).not.toMatch(live);
    }
  });

  test('filters a list, and sees a form and an email as they are saved', async () => {
    const form = await aForm();
    const { get } = await atConsole([...bundles.auditor]);
    const shown = async (path: string) => (await get(path)).text();
    expect(await shown('/requests')).toMatch(/<form class="filter">(?!<fieldset)/);
    const editor = await shown(`/forms/${form}`);
    expect(editor).toContain(`src="/console/forms/${form}/preview?`);
    for (const view of ['embed', 'statistics', 'versions'])
      expect(editor).toContain(`href="/console/forms/${form}/${view}"`);
    expect(editor).not.toContain(`href="/console/forms/${form}/delete"`);
    expect(await shown('/register')).toContain('href="/console/register/mapping"');
    expect(await shown(`/forms/${form}/preview`)).toContain('<samtykke-form');
    expect(await shown('/mail/entry/en')).toContain('src="/console/mail/entry/en/preview"');
    expect(await shown('/mail/entry/en/preview')).toContain('is your code for');
  });
});

describe('an auditor by API', () => {
  test('reads, and opens nothing that writes', async () => {
    const headers = { Authorization: `Bearer ${await aToken([...bundles.auditor])}` };
    const all = [...api, ...doings]
      .map(([route]) => route)
      .filter((route) => !route.includes(' /console'));
    const opened = await openTo(all, headers);
    expect(opened.filter((route) => !route.startsWith('GET '))).toEqual([]);
    expect(opened).toContain('GET /v1/audit');
  });
});

describe('a doing with people', () => {
  for (const [route, ...rights] of doings)
    test(`${route} needs ${rights.join(' and ')}`, async () => {
      for (const right of rights)
        expect(await openTo([route], await headersOf(route, [right]))).toEqual([]);
      expect(await openTo([route], await headersOf(route, rights))).toEqual([route]);
    });
});

describe('a denied act', () => {
  test('is in the audit log, as every act is', async () => {
    const { get, user } = await atConsole(['forms']);
    await get('/users');
    const auditor = await as(['audit']);
    const answer = await auditor.get(`/v1/audit?actor=user:${user.id}`);
    const { acts } = (await answer.json()) as { acts: { act: string; object: string }[] };
    expect(acts.map(({ act, object }) => [act, object])).toContainEqual(['denied', 'users']);
  });
});

describe('rights', () => {
  test('that one lacks cannot be given, neither to a user nor to a key', async () => {
    const { post } = await as(['users', 'api-keys']);
    const user = { email: 'x@site.test', name: 'X', rights: ['settings'] };
    expect((await post('/v1/users', user)).status).toBe(422);
    const key = { name: 'X', rights: ['settings'] };
    expect((await post('/v1/api-keys', key)).status).toBe(422);
  });

  test('to change subscriptions are in no bundle but the administrator’s', () => {
    const holding = Object.entries(bundles)
      .filter(([, rights]) => (rights as readonly Right[]).includes('subscriptions-write'))
      .map(([bundle]) => bundle);
    expect(holding).toEqual(['administrator']);
  });
});
