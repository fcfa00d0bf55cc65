import type { Context } from 'hono';
import { Decision } from '../../contract/words.ts';
import type { ConsoleApp } from './app.ts';
import type { Names } from './names.ts';
import { type Given, Select } from './parts.tsx';
import { wordsOf } from './words/words.ts';

type Choosing = { c: Context<ConsoleApp>; names: Names; given?: Given; value: string };

/** How something came: the sources that are active. */
export const SourceSelect = ({ c, names, given, value }: Choosing) => (
  <Select
    name="source"
    label={wordsOf(c).source}
    choices={names.choices('sources')}
    given={given}
    value={value}
  />
);

/** On which ground: the legal bases that are active. */
export const LegalBasisSelect = ({ c, names, given, value }: Choosing) => (
  <Select
    name="legalBasis"
    label={wordsOf(c).legalBasis}
    choices={names.choices('legal-bases')}
    given={given}
    value={value}
  />
);

/** What a user may decide on somebody's behalf. */
export const DecisionSelect = ({ c, given }: { c: Context<ConsoleApp>; given?: Given }) => (
  <Select
    name="decision"
    label={wordsOf(c).decision}
    choices={Decision.exclude(['pending', 'expired']).options.map(
      (decision) => [decision, wordsOf(c)[decision]] as const,
    )}
    given={given}
  />
);
