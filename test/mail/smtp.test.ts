import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { type Everything, runEverything } from '../running.ts';
import { type MailServer, type Received, startMailServer } from './server.ts';
import { signUp, smtpVars } from './sign-up.ts';

let server: MailServer;
let everything: Everything;

beforeAll(async () => {
  server = await startMailServer();
  everything = await runEverything({ database: inject('database'), vars: smtpVars(server) });
});
afterAll(async () => {
  await everything.stop();
  server.stop();
});

const anAddress = (kind = 'anna') => `${kind}-${crypto.randomUUID()}@example.com`;

const messageTo = async (email: string): Promise<Received> => {
  const find = () => server.received.find(({ to }) => to === email);
  await expect.poll(find).toBeDefined();
  const message = find();
  if (!message) throw new Error('It went astray.');
  return message;
};

const api = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(`${everything.worker}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${everything.token}`,
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  expect(answer.ok).toBe(true);
  return answer.json();
};

const Dead = z.object({ dead: z.array(z.object({ tries: z.number(), error: z.string() })) });
const Verdicts = z.object({
  verdicts: z.array(z.object({ email: z.string(), reason: z.string().optional() })),
});

/** Why an address may not be written to; undefined where it may. */
const verdictOn = async (email: string): Promise<string | undefined> => {
  const body = { emails: [email], purpose: 'e-marketing' };
  return Verdicts.parse(await api('POST', '/v1/mailing-check', body)).verdicts[0]?.reason;
};

const failedEmails = async () => Dead.parse(await api('GET', '/v1/mail/dead')).dead;

describe('an email by SMTP', () => {
  test('arrives at once, from the sender by name, in plain text and HTML', async () => {
    const email = anAddress();
    await signUp(everything, email, 'da');
    const { mail } = await messageTo(email);
    expect(mail.from?.value).toEqual([
      { name: 'Æblegård Orchard', address: 'news@orchard.example' },
    ]);
    expect(mail.subject).toBe('Sådan bruger Æblegård Orchard dine oplysninger');
    expect(mail.text).toContain('Du har givet os dine oplysninger');
    expect(mail.html).toContain('Nyheder og tilbud på e-mail');
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@orchard\.example>$/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('content-language')).toBe('da');
  });
});

describe('a long name that is not ASCII', () => {
  test.each([
    ['Æblegårdens Frugtplantage og Gårdbutik ved Øresund, Ærø og Ålborg '.repeat(3).trim()],
    ['🍎👩‍👩‍👧‍👦🍏'.repeat(15)],
    ['מטע התפוחים של המשפחה בגליל העליון, בוסתן הנחל '.repeat(4).trim()],
    ['بستان التفاح للعائلة الكريمة في الوادي الأخضر '.repeat(4).trim()],
    ['果樹園からのお知らせとお便り'.repeat(12)],
  ])('is folded and encoded in words that a mail program joins again: %s', async (name) => {
    await api('PUT', '/v1/settings/sender', { name, address: 'news@orchard.example' });
    const email = anAddress();
    await signUp(everything, email, 'da');
    const { raw, mail } = await messageTo(email);
    const [head = '', body = ''] = [
      raw.slice(0, raw.indexOf('\r\n\r\n')),
      raw.slice(raw.indexOf('\r\n\r\n')),
    ];
    expect([...raw].every((character) => character.charCodeAt(0) < 128)).toBe(true);
    const words = head.match(/=\?[^?]+\?[BQ]\?[^?]*\?=/gi) ?? [];
    expect(words.length).toBeGreaterThan(3);
    for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
    for (const line of `${head}${body}`.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
    expect(mail.from?.value[0]?.name).toBe(name);
    expect(mail.subject?.replaceAll('…', '')).toContain(name.slice(0, 100));
  });
});

describe('a refusal', () => {
  test.each([
    ['gone', '550'],
    ['spam', '554'],
  ])('of %s for good (%s) ends the tries and marks the address as bounced', async (kind, error) => {
    const email = anAddress(kind);
    await signUp(everything, email);
    await expect.poll(failedEmails).toContainEqual(expect.objectContaining({ tries: 1, error }));
    expect(await verdictOn(email)).toBe('undeliverable');
  });

  test('by a rule of the server ends the tries, and says nothing of the address', async () => {
    const email = anAddress('rule');
    const before = (await failedEmails()).length;
    await signUp(everything, email);
    await expect.poll(async () => (await failedEmails()).length).toBe(before + 1);
    expect(await verdictOn(email)).toBeUndefined();
  });

  test('for now is tried again later, and says nothing of the address', async () => {
    const email = anAddress('busy');
    const before = (await failedEmails()).length;
    await signUp(everything, email);
    await expect.poll(() => server.tried).toContain(email);
    expect((await failedEmails()).length).toBe(before);
    expect(await verdictOn(email)).toBeUndefined();
  });
});

test('many emails share few connections', async () => {
  const emails = Array.from({ length: 12 }, () => anAddress('moved'));
  const failedBefore = (await failedEmails()).length;
  for (const email of emails) await signUp(everything, email);
  await expect.poll(async () => (await failedEmails()).length).toBe(failedBefore + emails.length);
  await api('POST', '/v1/mail/dead/retries', {});
  const before = server.connections.opened;
  await fetch(`${everything.worker}/cdn-cgi/handler/scheduled`);
  for (const email of emails) await messageTo(email);
  expect(server.connections.opened - before).toBeLessThanOrEqual(2);
});

test('what is logged of failures names nobody', () => {
  const log = everything.log();
  expect(log).toContain('mail privacy-notice 550');
  expect(log).not.toContain('@');
});
