import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../../widget/locales/texts.ts';
import { ProofFile } from '../../../worker/contract/proof.ts';
import { proofTexts } from '../../../worker/locales/proofs.ts';
import { eraseExpiredEvidence } from '../../../worker/submissions/evidence.ts';
import {
  aForm,
  anEmail,
  anIp,
  as,
  call,
  findPerson,
  host,
  recordsOf,
  send,
  yes,
} from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';
import { verifyText } from '../proof/verifying.ts';
import { DAY_MS, waiting, write } from '../visitor/confirm/confirming.ts';
import { enter } from '../visitor/verify/entering.ts';

let email: string;
let receipt: string;
let person: string;

beforeAll(async () => {
  const one = await waiting(await aForm({ confirm: true }));
  await write(one.receipt, one.code);
  ({ email, receipt } = one);
  person = (await findPerson(email))?.id ?? '';
});

const pageOf = async (path: string, init?: RequestInit) => {
  const answer = await call(path, init);
  expect(answer.status, path).toBe(200);
  return { answer, text: await answer.text() };
};

describe('a receipt as a page for people', () => {
  test('says what was agreed, in which words, when, and how to check and withdraw it', async () => {
    const { answer, text } = await pageOf(`/receipts/${receipt}?locale=en`);
    expect(answer.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src/);
    for (const said of [
      'News and offers by email',
      'Agreed: <time',
      'Waiting for confirmation: <time',
      'Email address confirmed',
      'Not agreed',
      '<dd>Consent</dd>',
      `href="/v1/receipts/${receipt}/proof"`,
      `href="${host}/preferences"`,
      `href="${host}/verify"`,
      '<svg role="img"',
      'Not sealed yet.',
    ])
      expect(text, said).toContain(said);
    expect(text).toMatch(/href="[^"]*\/shown\/[0-9a-f]{64}\?locale=en"/);
  });

  test('does not say whose it is, where they were, or what came after', async () => {
    const { text } = await pageOf(`/receipts/${receipt}?locale=en`);
    expect(text).not.toContain(email);
    expect(text).not.toMatch(/From 10\./);
    expect(text).toContain(proofTexts.en.elsewhere);
    const file = ProofFile.parse(await (await call(`/v1/receipts/${receipt}/proof`)).json());
    expect(file.submissions[0]).toMatchObject({
      asked: true,
      sent: { ip: null, userAgent: null },
      confirmed: { ip: null, userAgent: null },
    });
  });

  test.each(locales)('is written in %s', async (locale) => {
    const { text } = await pageOf(`/receipts/${receipt}?locale=${locale}`);
    expect(text).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(text).toContain(`<h1>${proofTexts[locale].title}</h1>`);
    expect(text.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/\{\w+\}|undefined/);
  });

  test('is not there under another id', async () => {
    expect((await call(`/receipts/${'A'.repeat(32)}`)).status).toBe(404);
    expect((await call('/receipts/x')).status).toBe(404);
  });
});

describe('proof for those who know the person', () => {
  const withdraw = async () =>
    (await as(['people-read', 'consents-write'])).post(`/v1/people/${person}/decisions`, {
      purpose: 'e-marketing',
      decision: 'withdrawn',
      source: 'phone',
      comment: 'Called us.',
    });

  test('of one record names the address, where both clicks came from, and what came after', async () => {
    const [first] = await recordsOf(email);
    const record = first?.content.id;
    const { get } = await atConsole(['people-read']);
    const path = `/people/${person}/proof?record=${record}`;
    expect(await (await get(path)).text()).toContain(proofTexts.en.nothingAfter);
    expect((await withdraw()).status).toBe(200);
    const text = await (await get(path)).text();
    expect(text).toContain(email);
    expect(text).toMatch(/From 10\.\d/);
    expect(text).toContain('Withdrawn: <time');
    expect(text).toContain(proofTexts.en.byStaff);
    expect(text).not.toContain(proofTexts.en.nothingAfter);
    expect((await get(`/people/${person}/proof?record=${crypto.randomUUID()}`)).status).toBe(404);
  });

  test('is a file that holds, at the console, by API and in a session of their own', async () => {
    const { get } = await atConsole(['people-read']);
    const answers = [
      await get(`/people/${person}/proof?format=file`),
      await (await as(['people-read'])).get(`/v1/people/${person}/proof`),
      await call('/v1/preferences/proof', { headers: await enter(email) }),
    ];
    for (const answer of answers) {
      expect(answer.headers.get('Content-Disposition')).toMatch(/\.samtykke-proof"$/);
      const text = await answer.text();
      const { records } = ProofFile.parse(JSON.parse(text));
      expect(records.length).toBeGreaterThan(5);
      const found = await verifyText(text, { address: email });
      expect(found.filter(({ state }) => state === 'fails')).toEqual([]);
    }
  });

  test('is read by nobody who may not read people, and reading it is recorded', async () => {
    expect((await (await as(['lists'])).get(`/v1/people/${person}/proof`)).status).toBe(403);
    const audited =
      "SELECT COUNT(*) AS count FROM audit WHERE act = 'people.proof' AND object = ?1";
    const { count } = (await env.DB.prepare(audited).bind(person).first<{ count: number }>()) ?? {
      count: 0,
    };
    expect(count).toBeGreaterThan(2);
  });

  test('no longer says where clicks came from once that has expired', async () => {
    await eraseExpiredEvidence(env.DB, Date.now() + 91 * DAY_MS);
    const { get } = await atConsole(['people-read']);
    expect(await (await get(`/people/${person}/proof`)).text()).not.toMatch(/From 10\.\d/);
  });

  test('of someone who was registered by staff says so, and shows no words of ours', async () => {
    const { post, get } = await as(['people-read', 'people-register']);
    const answer = await post('/v1/people', {
      email: anEmail(),
      source: 'meeting',
      legalBasis: '61A',
      comment: 'Asked us at the fair.',
      purposes: ['e-marketing'],
    });
    const { id } = (await answer.json()) as { id: string };
    const text = await (await (await atConsole(['people-read'])).get(`/people/${id}/proof`)).text();
    expect(text).toContain(proofTexts.en.byStaff);
    const found = await verifyText(await (await get(`/v1/people/${id}/proof`)).text());
    expect(found.filter(({ state }) => state === 'fails')).toEqual([]);
  });
});

test('a form’s thanks and the email that asks to confirm lead to the receipt', async () => {
  const { messages, receipt: sent } = await waiting();
  expect(messages[0]?.text).toContain(`Proof of consent:\n${host}/receipts/${sent}`);
  const form = await aForm();
  const answer = await send(form, {
    headers: { 'CF-Connecting-IP': anIp() },
    body: { fields: { email: anEmail() }, ...yes },
  });
  const { receipt: own, outcome } = (await answer.json()) as {
    receipt: string;
    outcome: { proof: string };
  };
  expect(outcome.proof).toBe('Proof of consent');
  const thanks = await (await call(`/f/${form}/thanks?receipt=${own}`)).text();
  expect(thanks).toContain(`href="/receipts/${own}?locale=en"`);
});
