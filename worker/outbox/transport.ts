import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { toMailbox } from './mailbox.ts';
import type { Transport } from './message.ts';
import { bySmtp } from './smtp.ts';

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
export const transportOf = (env: Env, db: Database): Transport | undefined => {
  if (env.MAIL_TRANSPORT === 'smtp') return bySmtp(env);
  if (env.MAIL_TRANSPORT === 'binding' && env.EMAIL) return byBinding(env.EMAIL);
  return env.ENVIRONMENT === 'development' ? toMailbox(db) : undefined;
};
