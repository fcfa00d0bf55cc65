import type { Edit } from '../../platform/edits.ts';
import { readEdits } from '../../platform/edits.ts';
import { readActorNames } from './actors.ts';
import type { ConsoleContext } from './app.ts';
import { momentOn } from './parts.tsx';
import { type Posted, textOf } from './posted.ts';
import { isOvertaken, type Submitted } from './submitted.tsx';
import { fill, wordsOf } from './words.ts';

/** What a form carries of the things that it edits: their versions, and who has saved one since, if anyone has. */
export type Editable = { seen: string; savedBy: { name: string; at: number } | null };

const latestOf = (edits: readonly Edit[]): Edit | undefined =>
  edits.toSorted((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0))[0];

/** Who has saved last, by name. */
const saverOf = async (c: ConsoleContext, edits: readonly Edit[]): Promise<Editable['savedBy']> => {
  const { actor, savedAt } = latestOf(edits) ?? {};
  if (!actor || !savedAt) return null;
  const nameOf = await readActorNames(c.get('db'), wordsOf(c));
  return { name: nameOf(actor), at: savedAt };
};

/**
 * Reads what a form carries; ask it before the things that it shows. What was refused for another reason is still
 * of the version that its user saw.
 */
export const readEditable = async (
  c: ConsoleContext,
  objects: readonly string[],
  submitted: Submitted = {},
): Promise<Editable> => {
  const edits = await readEdits(c.get('db'), objects);
  const current = edits.map(({ version }) => version).join('.');
  if (isOvertaken(submitted)) return { seen: current, savedBy: await saverOf(c, edits) };
  return { seen: textOf(submitted.values ?? {}, 'loaded') || current, savedBy: null };
};

/** Reads the versions that a posted form was made from, in the order of its things; none from a form without. */
export const seenOf = (posted: Posted): number[] =>
  textOf(posted, 'loaded')
    .split('.')
    .filter(Boolean)
    .map((version) => (/^\d{1,15}$/.test(version) ? Number(version) : -1));

/** Carries the versions in a form; says who was faster, and that nothing is lost. */
export const EditedFrom = ({
  c,
  editable: { seen, savedBy },
  submitted,
}: {
  c: ConsoleContext;
  editable: Editable;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const facts = savedBy && {
    name: savedBy.name,
    when: momentOn(c, savedBy.at),
  };
  return (
    <>
      <input type="hidden" name="loaded" value={seen} />
      {isOvertaken(submitted) ? (
        <div class="warning" role="alert" tabindex={-1} data-summary>
          <p>
            <strong>{facts ? fill(words.overtaken, facts) : words.overtakenUnnamed}</strong>
          </p>
          <p>{words.overtakenText}</p>
        </div>
      ) : null}
    </>
  );
};
