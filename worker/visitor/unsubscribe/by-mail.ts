import type { Caller } from '../../platform/caller.ts';
import { stopByOneClick, tokensIn } from './one-click.ts';

/**
 * Unsubscribes by an email to the `mailto:` address of `List-Unsubscribe`, routed here by Email Routing: its
 * subject has the token of the link. Any other is dropped without an answer, which might go to a stranger.
 */
export const unsubscribeByMail = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
  headers: Pick<Headers, 'get'>,
): Promise<void> => {
  for (const token of tokensIn(headers.get('Subject') ?? ''))
    if (await stopByOneClick(caller, token)) return;
};
