import type { Decision } from '../../contract/words.ts';
import { shownOf, wordsIn } from '../../proof/shown-words.ts';
import { readProof } from '../../proof/verify.ts';

/** What a record says, for people to read. */
export type Said = { id: string; at: number; about: string; decision: Decision };

/** Reads what a proof file says and the keys that it names; null of any other file. */
export const readSaid = (text: string): { records: Said[]; keys: readonly string[] } | null => {
  const file = readProof(text);
  if (!file) return null;
  const wordsOf = wordsIn(file.statements);
  const records = file.records.map(({ content }) => {
    const { id, recordedAt, purpose, subscription, decision } = content;
    const name = shownOf(wordsOf(content), content)?.name;
    return { id, at: recordedAt, about: name ?? subscription ?? purpose ?? '', decision };
  });
  return { records, keys: file.keys };
};
