import type { Draft } from '../../contract/draft.ts';
import { readDraft } from '../../forms/draft.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleContext } from '../kit/app.ts';

/** Returns the key of the form in the path. */
export const formKey = (c: ConsoleContext): string => c.req.param('key') ?? '';

/** Reads the draft of the form in the path, or what is published; throws `not-found` if there is neither. */
export const readDraftOf = async (c: ConsoleContext): Promise<Draft> => {
  const kept = await readDraft(c.get('db'), formKey(c));
  if (!kept) throw new ProblemError('not-found');
  return kept.draft;
};

/** Returns what staff call a form: its name, or else its title, or else its key. */
export const nameOf = ({ name, title, locale }: Draft, key: string): string =>
  name || title?.[locale] || key;
