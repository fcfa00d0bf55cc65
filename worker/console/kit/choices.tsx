import { Decision } from '../../contract/words.ts';
import type { ConsoleContext } from './app.ts';
import { type Choice, Select, type Submitted } from './fields.tsx';
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

/** Selects a legal basis. Where none is known yet the user must select one: a guess would be recorded as a fact. */
export const LegalBasisSelect = ({
  c,
  choices,
  submitted,
  value,
}: {
  c: ConsoleContext;
  choices: readonly Choice[];
  submitted?: Submitted;
  value?: string;
}) => (
  <Select
    name="legalBasis"
    label={wordsOf(c).legalBasis}
    choices={choices}
    submitted={submitted}
    value={value}
    placeholder={value ? undefined : wordsOf(c).selectLegalBasis}
    required
  />
);

/** Selects the legal basis of a decision: the purpose's own unless the user selects another. */
export const DecisionBasisSelect = ({
  c,
  names,
  submitted,
}: {
  c: ConsoleContext;
  names: Names;
  submitted?: Submitted;
}) => (
  <Select
    name="legalBasis"
    label={wordsOf(c).legalBasis}
    choices={names.choices('legal-bases')}
    submitted={submitted}
    placeholder={wordsOf(c).legalBasisOfPurpose}
  />
);

/** Selects a decision that a user may record on a person's behalf; `none` is the option that leaves it as it is. */
export const DecisionSelect = ({
  c,
  submitted,
  none,
}: {
  c: ConsoleContext;
  submitted?: Submitted;
  none?: string;
}) => {
  const decisions = Decision.exclude(['pending', 'expired']).options.map(
    (decision): Choice => [decision, wordsOf(c)[decision]],
  );
  return (
    <Select
      name="decision"
      label={wordsOf(c).decision}
      choices={none === undefined ? decisions : [['', none], ...decisions]}
      submitted={submitted}
    />
  );
};
