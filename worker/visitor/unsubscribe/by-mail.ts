import type { Env } from '../../platform/env.ts';
import { leavingBy, stopOne } from './unsubscribe.ts';

/**
 * A letter to the `mailto:` address of `List-Unsubscribe`, led here by Email Routing: its subject is the
 * token of the link. Anything else is dropped without an answer, which might go to a stranger.
 */
export const unsubscribeByMail = async (env: Env, headers: Headers): Promise<void> => {
  const token = headers.get('Subject')?.trim().split(/\s+/).at(-1) ?? '';
  const leaving = await leavingBy(env, token);
  if (leaving) await stopOne(env, leaving, 'e-mail');
};
