import type { Right } from '../../contract/rights.ts';
import type { ConsoleContext } from './app.ts';

/**
 * Returns whether the user may see a screen: with one of its rights, or as someone who audits and reads people,
 * and so sees every screen.
 */
export const maySee = (c: ConsoleContext, ...rights: Right[]): boolean => {
  const own = c.get('rights');
  return (
    rights.some((right) => own.includes(right)) ||
    (own.includes('audit') && own.includes('people-read'))
  );
};
