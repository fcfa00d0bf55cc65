import { z } from 'zod';
import type { ProofFile } from '../contract/proof.ts';
import type { Item } from './items.ts';

const Subscription = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().default(''),
});

const Purpose = z.object({
  key: z.string(),
  title: z.string(),
  text: z.string(),
  description: z.string(),
  privacyTitle: z.string(),
  privacyUrl: z.string(),
  subscriptions: z.array(Subscription),
});

const Field = z.object({ key: z.string(), kind: z.string(), label: z.string() });

/** What a form shows, as its statement says it. */
const OfForm = z
  .object({
    form: z.string(),
    version: z.number(),
    part: z.string(),
    locale: z.string(),
    sections: z.array(z.object({ fields: z.array(Field), purposes: z.array(Purpose) })),
  })
  .transform(({ sections, ...form }) => ({
    ...form,
    fields: sections.flatMap(({ fields }) => fields),
    purposes: sections.flatMap(({ purposes }) => purposes),
  }));

/** What the preference centre shows. It has no versions: its statement is what it showed that day. */
const OfPreferences = z
  .object({
    page: z.literal('preferences'),
    locale: z.string(),
    purposes: z.array(Purpose),
  })
  .transform(({ locale, purposes }) => ({
    form: null,
    version: null,
    part: null,
    locale,
    fields: [],
    purposes,
  }));

const ShownWords = z.union([OfForm, OfPreferences]);

/** The words of a statement about what is agreed to, wherever they were shown. */
export type ShownWords = z.infer<typeof ShownWords>;
export type ShownPurpose = z.infer<typeof Purpose>;

/** Reads the words of a statement; null where it is none that we know. */
export const shownWords = (content: string): ShownWords | null => {
  try {
    return ShownWords.parse(JSON.parse(content));
  } catch {
    return null;
  }
};

/** Finds the words that were shown for a record; null where none of ours were. */
export type WordsOf = (content: { statement: string | null }) => ShownWords | null;

/** Reads the words of a proof file's statements, each once. */
export const wordsIn = (statements: ProofFile['statements']): WordsOf => {
  const words = new Map(statements.map(({ sha256, content }) => [sha256, shownWords(content)]));
  return ({ statement }) => words.get(statement ?? '') ?? null;
};

/** Finds what was shown of a purpose or a subscription type: its name, and what was said of it. */
export const shownOf = (
  words: ShownWords | null,
  { purpose, subscription }: Item,
): { name: string; text: string; under: ShownPurpose } | null => {
  for (const under of words?.purposes ?? []) {
    if (purpose === under.key) return { name: under.title, text: under.text, under };
    const type = under.subscriptions.find(({ key }) => key === subscription);
    if (type) return { name: type.name, text: type.description, under };
  }
  return null;
};
