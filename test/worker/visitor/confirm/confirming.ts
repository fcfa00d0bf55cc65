import { SELF } from 'cloudflare:test';
import { SubmissionAnswer } from '../../../../worker/contract/submission.ts';
import { aForm, anEmail, callToEnd, host, signUp } from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';

export const DAY_MS = 86_400_000;

export const confirming = () => aForm({ confirm: true });

/** Someone who signed up and has the email. */
export const waiting = async (form?: string) => {
  const email = anEmail();
  const answer = await signUp(form ?? (await confirming()), email, {
    subscriptions: { newsletter: true },
  });
  const { receipt, decisions } = SubmissionAnswer.parse(await answer.json());
  const messages = await messagesTo(email);
  const message = messages.find(({ subject }) => subject.startsWith('Confirm your email address'));
  const link = new URL(/https:\S+\/confirm\/\S+/.exec(message?.text ?? '')?.[0] ?? 'https://none');
  const code = /^\d{6}$/m.exec(message?.text ?? '')?.[0] ?? '';
  return { email, receipt, decisions, link, code, messages };
};

export const post = (path: string, body: unknown) =>
  SELF.fetch(`${host}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

export const write = (receipt: string, code: string) =>
  post(`/v1/receipts/${receipt}/confirmation`, { code });

export const askAgain = async (receipt: string) =>
  (await callToEnd(`/v1/receipts/${receipt}/emails`, { method: 'POST' })).status;

export const press = ({ pathname }: URL) => SELF.fetch(`${host}${pathname}`, { method: 'POST' });
