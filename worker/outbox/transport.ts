import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { byBinding } from './binding.ts';
import { toMailbox } from './mailbox.ts';
import type { Transport } from './message.ts';
import { bySmtp } from './smtp.ts';

/** How this Worker sends mail by its configuration; undefined while it has no way to, and mail waits. */
export const transportOf = (env: Env, db: Database): Transport | undefined => {
  if (env.MAIL_TRANSPORT === 'smtp') return bySmtp(env);
  if (env.MAIL_TRANSPORT === 'binding' && env.EMAIL) return byBinding(env.EMAIL);
  return env.ENVIRONMENT === 'development' ? toMailbox(db) : undefined;
};
