import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runJobs } from '../../../worker/admin/jobs/run.ts';
import { Right } from '../../../worker/contract/rights.ts';
import { SubmissionAnswer } from '../../../worker/contract/submission.ts';
import { keepWords } from '../../../worker/people/words.ts';
import { listmonkServer, settings } from '../../connectors/listmonk.ts';
import {
  aForm,
  aFormWith,
  as,
  aToken,
  call,
  callToEnd,
  findPerson,
  send,
  site,
  theSystem,
} from '../builders.ts';
import { connect, runAt } from '../connectors/connecting.ts';
import { atConsole } from '../console/signing-in.ts';
import { developing, messagesTo, sweep } from '../outbox/mailbox.ts';
import { aPost, post as tell } from '../signals/posting.ts';
import { enter, post } from '../visitor/verify/entering.ts';
import { vouch } from '../visitor/verify/vouching.ts';

const Made = z.object({ id: z.string() });
const id = crypto.randomUUID().slice(0, 8);
const email = `quirin.${id}@example.com`;
const name = `Quirin Ölander-${id}`;
const phone = '+45 39 17 58 26';

/** How a text may be written somewhere: as it is, in JSON, in a query, in another case. */
const spellings = [
  email,
  email.slice(0, 12),
  email.replace('@', '%40'),
  name,
  encodeURIComponent(name),
  phone,
  phone.replaceAll(' ', ''),
].map((text) => text.toLowerCase());

/** Where any of these is in the database: `table.column`. The mailbox of development is the person's own. */
const traces = async (): Promise<string[]> => {
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_*' AND name NOT GLOB 'sqlite_*' AND name <> 'mailbox'",
  ).all<{ name: string }>();
  const found = new Set<string>();
  for (const table of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${table.name}"`).all();
    for (const row of results)
      for (const [column, value] of Object.entries(row)) {
        const bytes = Array.isArray(value)
          ? new TextDecoder().decode(new Uint8Array(value))
          : String(value);
        if (spellings.some((text) => bytes.toLowerCase().includes(text)))
          found.add(`${table.name}.${column}`);
      }
  }
  return [...found].toSorted();
};

/** A feature that was not used would leave nothing behind. */
const used = async (asking: Promise<Response>): Promise<Response> => {
  const answer = await asking;
  if (answer.status < 400) return answer;
  throw new Error(`${answer.status} ${await answer.text()}`);
};

const everything = async () => {
  const staff = await as([...Right.options]);
  const label = { en: 'Yours' };
  const form = await aForm({
    confirm: true,
    ...aFormWith(
      { key: 'name', kind: 'text', label, stores: 'name' },
      { key: 'phone', kind: 'tel', label, stores: 'phone' },
      { key: 'message', kind: 'textarea', label },
    ),
  });
  const fields = { email, name, phone, message: `Call ${name} on ${phone}, or write to ${email}.` };
  const page = `${site}/welcome?email=${encodeURIComponent(email)}#${email}`;
  const sent = await send(form, {
    body: { fields, page, purposes: { 'e-marketing': true }, subscriptions: { newsletter: true } },
  });
  if (!sent.ok) throw new Error(await sent.text());
  const { receipt } = SubmissionAnswer.parse(await sent.json());
  const code = /^\d{6}$/m.exec((await messagesTo(email))[0]?.text ?? '')?.[0];
  await callToEnd(`/v1/receipts/${receipt}/confirmation`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const person = (await findPerson(email))?.id ?? '';

  const session = await enter(email);
  await used(post('/v1/preferences/requests', { kind: 'access' }, session));
  await used(
    post('/v1/preferences/requests', { kind: 'rectification', message: `I am ${name}.` }, session),
  );
  await used(
    post(
      '/v1/preferences/corrections',
      { locale: 'en', email: `new.${email}`, fields: { name } },
      session,
    ),
  );
  await used(post('/v1/preferences/receipts', { recordedAt: 1 }, session));

  const occasion = { source: 'phone', legalBasis: '61A', comment: `${name} rang from ${phone}.` };
  await used(
    staff.post('/v1/people', {
      email,
      fields: { name, phone },
      purposes: ['e-marketing'],
      ...occasion,
    }),
  );
  await used(
    staff.post(`/v1/people/${person}/decisions`, {
      purpose: 'e-marketing',
      decision: 'withdrawn',
      source: 'phone',
      comment: occasion.comment,
    }),
  );
  await used(staff.post(`/v1/people/${person}/notices`, { locale: 'da' }));
  await used(staff.post(`/v1/people/${person}/links`, {}));
  for (const path of ['', '/data', '/records']) await staff.get(`/v1/people/${person}${path}`);
  await used(staff.get(`/v1/people?${new URLSearchParams({ email })}`));
  await used(staff.get(`/v1/people?${new URLSearchParams({ purpose: 'e-marketing', email })}`));
  await used(staff.get(`/v1/exports/people?${new URLSearchParams({ email, format: 'csv' })}`));
  await used(staff.post('/v1/segments', { name: 'Like them', filter: { email } }));
  await used(staff.post('/v1/segments', { name: 'A list', emails: [email] }));
  const orders = {
    kind: 'bulk-update',
    purpose: 'e-marketing',
    decision: 'withdrawn',
    legalBasis: '61A',
    source: 'phone',
    comment: `As ${email} asked.`,
  };
  await used(staff.post('/v1/jobs/dry-runs', { filter: { email }, orders }));
  await used(staff.post('/v1/jobs', { filter: { email }, orders, expected: 1 }));
  await keepWords(theSystem());
  for (const part of [name, email.slice(0, 12)]) {
    await used(staff.get(`/v1/people?${new URLSearchParams({ text: part })}`));
    const asked = new URLSearchParams({ text: part, email: part.slice(0, 6), format: 'csv' });
    await used(staff.get(`/v1/exports/people?${asked}`));
    const found = { ...orders, comment: 'As they asked.', legalBasis: '61F' };
    await used(staff.post('/v1/jobs', { filter: { text: part }, orders: found, expected: 1 }));
  }
  await used(post('/v1/sessions', { identity: await vouch(email, { jti: `${email}/${id}` }) }));
  const upload = new URLSearchParams({
    name: `${email}.csv`,
    source: 'import',
    legalBasis: '61A',
    comment: `As ${email} asked.`,
  });
  const file = `email,name,phone\n${email},${name},${phone}\n${email} x,${name},${phone}\n`;
  const uploaded = call(`/v1/imports?${upload}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${await aToken(['people-register', 'bulk'])}` },
    body: file,
  });
  const drafted = Made.parse(await (await used(uploaded)).json());
  const mapping = { columns: ['email', 'name', 'phone'], purposes: ['e-marketing'] };
  await used(staff.post(`/v1/imports/${drafted.id}/dry-run`, mapping));
  await used(staff.post(`/v1/imports/${drafted.id}/begin`, mapping));
  await runJobs(theSystem(developing));
  await used(staff.post('/v1/mailing-check', { emails: [email], purpose: 'e-marketing' }));
  await used(
    staff.post('/v1/mailing-check', {
      emails: [email],
      purpose: 'e-marketing',
      override: `They asked, see the email from ${email} or ring ${phone}.`,
    }),
  );
  await used(staff.post('/v1/signals', { email, kind: 'bounce' }));
  for (const kind of ['bounce', 'complaint'])
    await used(tell('postmark', await aPost('postmark', kind, email)));
  const breach = {
    title: 'A stolen laptop',
    discoveredAt: Date.now(),
    facts: {
      nature: 'A list.',
      consequences: 'None.',
      measures: 'None.',
      contact: 'dpo@site.test',
    },
  };
  const opened = Made.parse(await (await staff.post('/v1/breaches', breach)).json());
  await used(
    staff.post('/v1/breach-notices', { ...breach.facts, people: [person], breach: opened.id }),
  );
  const at = await atConsole(['people-read', 'export', 'audit', 'requests']);
  await used(at.get(`/people?${new URLSearchParams({ email })}`));
  await used(at.get(`/people/${person}`));
  await sweep(developing, Date.now() + 60_000);
  const tool = listmonkServer(Date.now);
  const news = [{ item: 'subscription:newsletter', target: '1' }];
  await connect('listmonk', settings, news);
  tool.choose(email, '1', 'yes');
  await runAt(tool.send, Date.now());
  return { person, staff };
};

describe('once a person was erased, after every feature was used on them,', () => {
  test('no table, column or byte holds their address, name or phone', async () => {
    const { person, staff } = await everything();
    expect((await traces()).length).toBeGreaterThan(8);
    expect((await staff.delete(`/v1/people/${person}?reason=request`)).status).toBe(204);
    expect(await traces()).toEqual([]);
  });
});
