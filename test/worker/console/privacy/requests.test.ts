import { env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { aWebhook } from '../../admin/webhooks/receiving.ts';
import { aForm, anEmail, findPerson, signUp } from '../../builders.ts';
import { connect } from '../../connectors/connecting.ts';
import { atConsole } from '../signing-in.ts';

const DAY_MS = 86_400_000;
const INSERT_REQUEST = `
INSERT INTO request (id, person, kind, state, asked_at, due_at)
VALUES (?1, ?2, ?5, 'open', ?3, ?4)
RETURNING number`;

/** Records a request of a new person that is due in this many days; gives its number. */
const aRequest = async (days: number, kind = 'access'): Promise<number | null> => {
  const email = anEmail();
  await signUp(await aForm(), email);
  const person = await findPerson(email);
  const due = Date.now() + (days - 0.5) * DAY_MS;
  const insert = env.DB.prepare(INSERT_REQUEST);
  return insert.bind(crypto.randomUUID(), person?.id, 1, due, kind).first<number>('number');
};

test('counts one day in the singular and others in the plural, in each language', async () => {
  for (const days of [1, 2, -1, -2]) await aRequest(days);
  const page = async (locale: 'en' | 'da') =>
    (await (await atConsole(['requests'], { locale })).get('/requests')).text();
  const english = await page('en');
  for (const text of ['>1 day left<', '>2 days left<', '>1 day late<', '>2 days late<'])
    expect(english).toContain(text);
  const danish = await page('da');
  for (const text of ['>1 dag tilbage<', '>2 dage tilbage<', '>1 dag for sent<'])
    expect(danish).toContain(text);
});

test('suggests everybody who gets data as a recipient to be informed', async () => {
  await connect('brevo', {}, []);
  await aWebhook();
  const number = await aRequest(3, 'rectification');
  const { get } = await atConsole(['requests']);
  const page = await (await get(`/requests/${number}`)).text();
  for (const name of ['Cloudflare (hosting)', 'Our brevo', 'CRM (hooks.example.com)'])
    expect(page).toContain(`<option value="${name}">`);
});
