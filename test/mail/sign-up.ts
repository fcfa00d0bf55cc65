import { expect } from 'vitest';
import { OpenForm } from '../../worker/contract/form.ts';
import type { Everything } from '../running.ts';
import { login, type MailServer } from './server.ts';

/** What makes a Worker send by a mail server of a test. */
export const smtpVars = ({ port }: MailServer) => ({
  MAIL_TRANSPORT: 'smtp',
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(port),
  SMTP_SECURITY: 'none',
  SMTP_USER: login.user,
  SMTP_PASSWORD: login.password,
});

/** Signs an address up in the demo's form; a privacy notice follows at once. */
export const signUp = async (
  { worker, demo }: Pick<Everything, 'worker' | 'demo'>,
  email: string,
  locale = 'en',
): Promise<void> => {
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
      subscriptions: { newsletter: true },
      page: `${demo}/`,
    }),
  });
  expect(answer.status).toBe(201);
};
