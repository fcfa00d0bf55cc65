import { expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { Right } from '../../../worker/contract/rights.ts';
import { aForm, anEmail, as, signUp } from '../builders.ts';
import { workOver } from '../people/working.ts';
import { enter, post } from '../visitor/verify/entering.ts';
import { atConsole } from './signing-in.ts';

/**
 * Screens that emails, a provider, forms and files that were sent lead to, reports of breaches where they are on, and
 * previews in the frames of who may only look.
 */
const unlinked = [
  '/console/sign-in',
  '/console/sign-in/:token',
  '/console/sign-in/oidc',
  '/console/sign-in/oidc/callback',
  '/console/jobs/import/:id',
  '/console/forms/:key/publish',
  '/console/forms/:key/preview',
  '/console/mail/:template/:locale/preview',
  '/console/submissions/:id/files/:field',
  '/console/breaches/:id/files/:file',
  '/console/breaches/reports/:id',
  '/console/report-breach',
];

const screens = [
  ...new Set(
    app.routes
      .filter(({ method, path }) => method === 'GET' && /^\/console(\/|$)/.test(path))
      .map(({ path }) => path.replace(/(.)\/$/, '$1')),
  ),
].filter((path) => !path.includes('*') && !unlinked.includes(path));

/** The screen that a path is one of: a name goes before a place for any. */
const screenOf = (path: string): string | undefined =>
  screens
    .toSorted((a, b) => Number(a.includes(':')) - Number(b.includes(':')))
    .find((screen) => new RegExp(`^${screen.replaceAll(/:\w+/g, '[^/]+')}$`).test(path));

/** Where the links of a page lead, and the ids that more than one of its elements has. */
const readPage = async (page: Response): Promise<{ links: string[]; twice: string[] }> => {
  const links: string[] = [];
  const ids: string[] = [];
  await new HTMLRewriter()
    .on('a[href]', { element: (a) => void links.push(a.getAttribute('href') ?? '') })
    .on('[id]', { element: (it) => void ids.push(it.getAttribute('id') ?? '') })
    .transform(page)
    .text();
  return { links, twice: ids.filter((id, at) => ids.indexOf(id) !== at) };
};

const update = {
  kind: 'bulk-update',
  purpose: 'e-marketing',
  legalBasis: '61F',
  source: 'manual',
  comment: 'Reviewed.',
};

/** Something of each kind, so that every list has a line to follow. */
const fill = async () => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
  await post('/v1/preferences/requests', { kind: 'access' }, await enter(email));
  const all = await as([...Right.options]);
  const facts = { nature: 'n', consequences: 'c', measures: 'm', contact: 'c@site.test' };
  const opened = await all.post('/v1/breaches', { title: 'B', discoveredAt: 1, facts });
  const { id } = (await opened.json()) as { id: string };
  await workOver({ email }, { kind: 'breach-notice', breach: id, facts });
  await all.post('/v1/webhooks', { name: 'CRM', url: 'https://hooks.example.com/' });
  const settings = { url: 'https://lists.test', user: 'samtykke', token: 'a-token' };
  await all.post('/v1/connections', { connector: 'listmonk', name: 'Our listmonk', settings });
  // The newest job is the one that is followed, and this one can be undone.
  await workOver({ email }, update);
};

test('every screen can be reached by links from the overview, and names each control once', async () => {
  await fill();
  const at = await atConsole([...Right.options]);
  const reached = new Map<string, string>([['/console', '']]);
  const waiting = ['/console'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = await at.get(path.replace('/console', ''));
    expect([path, page.status]).toEqual([path, 200]);
    if (!page.headers.get('Content-Type')?.startsWith('text/html')) continue;
    const { links, twice } = await readPage(page);
    expect([path, twice]).toEqual([path, []]);
    for (const link of links) {
      const url = new URL(link, `https://samtykke.test${path}`);
      const screen = screenOf(url.pathname);
      // One of each kind is enough, and what leads out of the console is no screen.
      if (!screen || reached.has(screen)) continue;
      reached.set(screen, path);
      waiting.push(url.pathname + url.search);
    }
  }
  expect(screens.filter((screen) => !reached.has(screen))).toEqual([]);
});
