import type { ConsoleContext } from './app.ts';
import { wordsOf } from './words.ts';

const messages = ['saved', 'added', 'ended', 'done', 'sent', 'deleted', 'published'] as const;

/** Redirects to a screen after an action; the screen then shows this message. */
export const redirectWith = (
  c: ConsoleContext,
  path: string,
  message: (typeof messages)[number],
): Response => {
  const separator = path.includes('?') ? '&' : '?';
  return c.redirect(`/console${path}${separator}message=${message}`, 303);
};

/** Returns the message that a redirect asked for; undefined if there is none. */
export const flashOf = (c: ConsoleContext): string | undefined => {
  const message = messages.find((each) => each === c.req.query('message'));
  return message && wordsOf(c)[message];
};

/** Returns the query without the message, for a schema that takes no other parameters than its own. */
export const queryWithoutFlash = (c: ConsoleContext): Record<string, string> => {
  const { message: _, ...query } = c.req.query();
  return query;
};
