import type { Env } from '../platform/env.ts';
import { toMailbox } from './mailbox.ts';
import { bySmtp } from './smtp.ts';

/** A message as every transport takes it. */
export type Message = {
  /** Without brackets; the same over all tries, so that a receiver knows a repetition. */
  messageId: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

/** Takes a message off our hands, or throws. */
export type Transport = (message: Message) => Promise<void>;

/** https://developers.cloudflare.com/email-service/ */
const byBinding =
  (email: SendEmail): Transport =>
  async ({ messageId, from, to, subject, text, html, headers }) => {
    await email.send({
      from: { name: from.name, email: from.address },
      to,
      subject,
      text,
      html,
      headers: { ...headers, 'Message-ID': `<${messageId}>` },
    });
  };

/** How this Worker sends mail by its configuration; undefined while it has no way to, and mail waits. */
export const transportOf = (env: Env): Transport | undefined => {
  if (env.MAIL_TRANSPORT === 'smtp') return bySmtp(env);
  if (env.MAIL_TRANSPORT === 'binding' && env.EMAIL) return byBinding(env.EMAIL);
  return env.ENVIRONMENT === 'development' ? toMailbox(env.DB) : undefined;
};
