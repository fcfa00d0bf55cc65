import { expect } from 'vitest';
import { z } from 'zod';
import { anIp, call, count } from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';

export const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': anIp(), ...headers },
    body: JSON.stringify(body),
  });

const Entry = z.object({ entry: z.uuid() });
const Session = z.object({ token: z.string(), expiresAt: z.number() });

/** Waits for what happens behind the answer. */
export const written = (entry: string) =>
  expect.poll(() => count('SELECT COUNT(*) AS count FROM entry WHERE id = ?1', entry)).toBe(1);

/** Asks for the way in, and reads the email that came of it. */
export const ask = async (email: string) => {
  const { entry } = Entry.parse(await (await post('/v1/entries', { email })).json());
  await written(entry);
  const messages = (await messagesTo(email)).filter(
    ({ text }) => /^\d{6}$/m.test(text) && text.includes('/enter/'),
  );
  const text = messages.at(-1)?.text ?? '';
  return {
    entry,
    messages: messages.length,
    code: /^\d{6}$/m.exec(text)?.[0] ?? '',
    link: /\/enter\/(\S+)/.exec(text)?.[1] ?? '',
  };
};

export const writeCode = (entry: string, code: string) =>
  post(`/v1/entries/${entry}/session`, { code });

/** A session of anyone who has the address. */
export const enter = async (email: string) => {
  const { entry, code } = await ask(email);
  const { token } = Session.parse(await (await writeCode(entry, code)).json());
  return { Authorization: `Bearer ${token}` };
};
