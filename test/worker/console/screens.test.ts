import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { Right } from '../../../worker/contract/rights.ts';
import { aDefinition, aForm, anEmail, as, findPerson, signUp } from '../builders.ts';
import { workOver } from '../people/working.ts';
import { atConsole } from './signing-in.ts';

/** What a marketer must not be able to bring into a page, wherever it can be written. */
const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';

const texts = {
  title: evil,
  approval: evil,
  notice: evil,
  description: evil,
  privacyTitle: evil,
  privacyUrl: 'https://site.test/privacy',
};

const places: string[] = [
  '',
  ...[
    '/forms',
    '/forms/new',
    '/submissions',
    '/people',
    '/people/register',
    '/jobs',
    '/jobs/import',
  ],
  ...['/requests', '/notices', '/retention', '/register', '/breaches', '/breaches/new', '/lists'],
  ...[
    '/lists/purposes/evil',
    '/lists/purposes/new',
    '/lists/sources/web-form',
    '/mail',
    '/settings',
  ],
  ...[
    '/mail/entry/en',
    '/users',
    '/users/new',
    '/keys',
    '/keys/new',
    '/webhooks',
    '/webhooks/new',
    '/log',
    '/audit',
    '/account',
  ],
];

beforeAll(async () => {
  const all = await as([...Right.options]);
  await all.put('/v1/purposes/evil', { legalBasis: '61A', explicit: true });
  await all.put('/v1/purposes/evil/texts/en', texts);
  const form = await aForm({
    title: { en: evil },
    sections: [
      {
        key: 'main',
        fields: [
          { key: 'email', kind: 'email', label: { en: 'E-mail' }, required: true },
          { key: 'name', kind: 'text', label: { en: evil }, stores: 'name' },
        ],
        purposes: [{ purpose: 'evil', subscriptions: [] }],
      },
    ],
  });
  const email = anEmail();
  await signUp(form, email, { fields: { email, name: evil }, purposes: { evil: true } });
  const person = await findPerson(email);
  await all.post(`/v1/people/${person?.id}/decisions`, {
    purpose: 'evil',
    decision: 'withdrawn',
    source: 'phone',
    comment: evil,
  });
  // Someone stays on the older words, and a form cannot show what has changed.
  const other = anEmail();
  await signUp(form, other, { fields: { email: other, name: evil }, purposes: { evil: true } });
  await all.put('/v1/purposes/evil/texts/en', { ...texts, title: `${evil} again` });
  await all.put(`/v1/forms/${form}/draft`, {
    ...aDefinition({ title: { en: evil } }),
    style: { accent: { light: evil, dark: evil } },
  });
  await all.post('/v1/users', { email: anEmail(), name: evil });
  await all.post('/v1/api-keys', { name: evil, rights: ['forms'] });
  await all.post('/v1/segments', { name: evil, filter: { purpose: 'evil' } });
  const facts = { nature: evil, consequences: evil, measures: evil, contact: evil };
  const breach = await all.post('/v1/breaches', { title: evil, discoveredAt: Date.now(), facts });
  const { id } = (await breach.json()) as { id: string };
  await env.DB.prepare(
    "INSERT INTO request (id, person, kind, state, asked_at, due_at) VALUES (?1, ?2, 'access', 'open', 1, 2)",
  )
    .bind(crypto.randomUUID(), person?.id)
    .run();
  await env.DB.prepare(
    'INSERT INTO request_message (request, person, text) SELECT MAX(number), ?1, ?2 FROM request',
  )
    .bind(person?.id, evil)
    .run();
  const update = { kind: 'bulk-update', purpose: 'evil', legalBasis: '61F', source: 'manual' };
  const job = await workOver({ purpose: 'evil' }, { ...update, comment: evil });
  const request = await env.DB.prepare('SELECT MAX(number) AS n FROM request').first<number>('n');
  places.push(
    ...[`/people/${person?.id}`, `/people/${person?.id}/report`, `/requests/${request}`],
    ...[`/jobs/${job.id}`, `/jobs/${job.id}/undo`],
    ...[`/breaches/${id}`, `/breaches/${id}/report`, `/jobs/new?kind=bulk-update&purpose=evil`],
    ...['', '/embed', '/statistics', '/versions'].map((page) => `/forms/${form}${page}`),
  );
});

describe.each(['en', 'da'] as const)('every screen, in %s,', (locale) => {
  test('shows itself, and lets no markup through that someone has written', async () => {
    const { get } = await atConsole([...Right.options], { locale, name: evil });
    for (const place of places) {
      const answer = await get(place);
      const page = await answer.text();
      expect([place, answer.status]).toEqual([place, 200]);
      expect([place, /<img src=x|<script>alert/.test(page)]).toEqual([place, false]);
      expect(page).toContain(`<html lang="`);
      expect(answer.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'/);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
    }
  });
});

test('the preview of a form lets no markup through either, and sends nothing anywhere', async () => {
  const form = await aForm();
  const { post } = await atConsole(['forms']);
  const answer = await post(`/forms/${form}/preview`, {
    title: evil,
    locales: 'en',
    's.0.key': 'main',
  });
  const page = await answer.text();
  expect(page).not.toMatch(/<img src=x|<script>alert/);
  const policy = answer.headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("form-action 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
});

test('a person’s details and language are named, not shown by their keys', async () => {
  const email = anEmail();
  const { post } = await as(['people-register']);
  const known = { email, locale: 'da', fields: { 'given-name': 'Anna' } };
  const occasion = { source: 'event', legalBasis: '61F', comment: 'A card.' };
  await post('/v1/people', { ...known, purposes: ['e-marketing'], ...occasion });
  const person = await findPerson(email);
  const page = await (await (await atConsole(['people-read'])).get(`/people/${person?.id}`)).text();
  for (const fact of ['<dt>First name</dt><dd>Anna', '<dt>Language</dt><dd>Danish'])
    expect(page).toContain(fact);
});

test('what is not there says so in a page', async () => {
  const { get } = await atConsole(['people-read']);
  const answer = await get(`/people/${crypto.randomUUID()}`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('Not found');
});
