import type { Caller } from '../../platform/caller.ts';
import { isOutage } from '../../platform/problems/of-error.ts';
import { SECOND } from '../../platform/time.ts';
import { stopByOneClick, tokensIn } from './one-click.ts';

const TRIES = 5;
const PAUSE_MS = SECOND;

/** Tries again, a little later each time, while the database does not answer: an email is handed over once. */
const untilAnswered = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (let tries = 1; ; tries++)
    try {
      return await ask();
    } catch (error) {
      if (tries === TRIES || !isOutage(error)) throw error;
      await scheduler.wait(tries * PAUSE_MS);
    }
};

/**
 * Unsubscribes by an email to the `mailto:` address of `List-Unsubscribe`, routed here by Email Routing: its
 * subject has the token of the link. Any other is dropped without an answer, which might go to a stranger.
 */
export const unsubscribeByMail = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
  headers: Pick<Headers, 'get'>,
): Promise<void> => {
  for (const token of tokensIn(headers.get('Subject') ?? ''))
    if (await untilAnswered(() => stopByOneClick(caller, token))) return;
};
