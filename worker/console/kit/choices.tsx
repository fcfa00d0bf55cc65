import { Decision } from '../../contract/words.ts';
import type { ConsoleContext } from './app.ts';
import { Select, type Submitted } from './fields.tsx';
import type { Names } from './names.ts';
import { wordsOf } from './words.ts';

type SelectProps = { c: ConsoleContext; names: Names; submitted?: Submitted; value: string };

/** Selects an active source. */
export const SourceSelect = ({ c, names, submitted, value }: SelectProps) => (
  <Select
    name="source"
    label={wordsOf(c).source}
    choices={names.choices('sources')}
    submitted={submitted}
    value={value}
  />
);

/** Selects an active legal basis. */
export const LegalBasisSelect = ({ c, names, submitted, value }: SelectProps) => (
  <Select
    name="legalBasis"
    label={wordsOf(c).legalBasis}
    choices={names.choices('legal-bases')}
    submitted={submitted}
    value={value}
  />
);

/** Selects a decision that a user may record on a person's behalf. */
export const DecisionSelect = ({ c, submitted }: { c: ConsoleContext; submitted?: Submitted }) => (
  <Select
    name="decision"
    label={wordsOf(c).decision}
    choices={Decision.exclude(['pending', 'expired']).options.map(
      (decision) => [decision, wordsOf(c)[decision]] as const,
    )}
    submitted={submitted}
  />
);
