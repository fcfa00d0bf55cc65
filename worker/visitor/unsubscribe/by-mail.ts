import type { Caller } from '../../platform/caller.ts';
import { leavingBy, stopOne } from './unsubscribe.ts';

/**
 * Unsubscribes by an email to the `mailto:` address of `List-Unsubscribe`, routed here by Email Routing: its
 * subject is the token of the link. Any other is dropped without an answer, which might go to a stranger.
 */
export const unsubscribeByMail = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
  headers: Headers,
): Promise<void> => {
  const token = headers.get('Subject')?.trim().split(/\s+/).at(-1) ?? '';
  const leaving = await leavingBy(caller, token);
  if (leaving) await stopOne(caller, leaving, 'e-mail');
};
