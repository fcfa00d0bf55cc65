import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OpenForm } from '../../worker/contract/form.ts';
import { type Everything, runEverything } from '../running.ts';

const login = { user: 'samtykke', password: 'a-secret' };

/** A real mail server on this machine, which takes mail only from those who log in. */
const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _, done) =>
    username === login.user && password === login.password
      ? done(null, { user: username })
      : done(new Error('Invalid login')),
  onData: (stream, _, done) => {
    simpleParser(stream).then((mail) => {
      received.push(mail);
      done();
    }, done);
  },
});
const received: ParsedMail[] = [];
let everything: Everything;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  everything = await runEverything({
    vars: {
      MAIL_TRANSPORT: 'smtp',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(port),
      SMTP_SECURITY: 'none',
      SMTP_USER: login.user,
      SMTP_PASSWORD: login.password,
    },
  });
});
afterAll(async () => {
  await everything.stop();
  server.close();
});

const signUp = async (email: string, locale: string): Promise<void> => {
  const { worker, demo } = everything;
  const form = await fetch(`${worker}/v1/forms/newsletter?locale=${locale}`);
  const { version } = OpenForm.parse(await form.json());
  const answer = await fetch(`${worker}/v1/forms/newsletter/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demo },
    body: JSON.stringify({
      version,
      locale,
      fields: { email },
      purposes: { 'e-marketing': true },
      page: `${demo}/`,
    }),
  });
  expect(answer.status).toBe(201);
};

const messageTo = async (email: string): Promise<ParsedMail> => {
  const find = () => received.find(({ to }) => [to].flat().some((one) => one?.text === email));
  await expect.poll(find).toBeDefined();
  const message = find();
  if (!message) throw new Error('It went astray.');
  return message;
};

describe('an email by SMTP', () => {
  test('arrives at once, from the sender by name, in plain text and HTML', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    await signUp(email, 'da');
    const message = await messageTo(email);
    expect(message.from?.value).toEqual([
      { name: 'Æblegård Orchard', address: 'news@orchard.example' },
    ]);
    expect(message.subject).toBe('Det gemmer Æblegård Orchard om dig');
    expect(message.text).toContain('Du har lige givet os dine oplysninger');
    expect(message.html).toContain('Nyheder og tilbud på e-mail');
    expect(message.messageId).toMatch(/^<[0-9a-f-]{36}@orchard\.example>$/);
    expect(message.headers.get('auto-submitted')).toBe('auto-generated');
    expect(message.headers.get('content-language')).toBe('da');
  });
});
