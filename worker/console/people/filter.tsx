import { PeopleFilter } from '../../contract/search.ts';
import { Decision } from '../../contract/words.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Choice, Field, Select } from '../kit/fields.tsx';
import type { Names } from '../kit/names.ts';
import { localised, wordsOf } from '../kit/words.ts';
import { peopleWords } from './words/people.ts';

/** Returns the parts of a filter that are set, as a query. */
export const queryOf = (filter: PeopleFilter): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));

/** Returns the filter that a query asks for; ignores other parameters. */
export const filterOf = (query: Record<string, string>): PeopleFilter => {
  const known = Object.keys(PeopleFilter.shape);
  return parse(
    PeopleFilter,
    Object.fromEntries(Object.entries(query).filter(([name]) => known.includes(name))),
  );
};

type FilterProps = { c: ConsoleContext; filter: PeopleFilter; names: Names };

/** The filters that are always visible, or travel in a hidden field. */
const mainFilters = ['text', 'email', 'purpose', 'decision', 'listed'];

const decisionChoices = (c: ConsoleContext): Choice[] =>
  Decision.options.map((decision) => [decision, wordsOf(c)[decision]]);

const anyOr = (c: ConsoleContext, choices: readonly Choice[]): Choice[] => [
  ['', wordsOf(c).any],
  ...choices,
];

const MainFilters = ({ c, filter, names }: FilterProps) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  return (
    <div class="filter">
      <Field
        name="text"
        label={own.search}
        value={filter.text || filter.email}
        autocomplete="off"
      />
      <Select
        name="purpose"
        label={words.purpose}
        value={filter.purpose}
        choices={anyOr(c, names.choices('purposes', true))}
      />
      <Select
        name="decision"
        label={words.decision}
        value={filter.decision}
        choices={anyOr(c, [...decisionChoices(c), ['never', own.never]])}
      />
      <button class="main">{words.search}</button>
    </div>
  );
};

const SubscriptionFilters = ({ c, filter, names }: FilterProps) => (
  <>
    <Select
      name="subscription"
      label={wordsOf(c).subscription}
      value={filter.subscription}
      choices={anyOr(c, names.choices('subscription-types', true))}
    />
    <Select
      name="subscriptionDecision"
      label={localised(c, peopleWords).subscriptionDecision}
      value={filter.subscriptionDecision}
      choices={anyOr(c, decisionChoices(c))}
    />
  </>
);

const OriginFilters = ({ c, filter, names }: FilterProps) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  return (
    <>
      <Select
        name="source"
        label={words.source}
        value={filter.source}
        choices={anyOr(c, names.choices('sources', true))}
      />
      <Select
        name="legalBasis"
        label={words.legalBasis}
        value={filter.legalBasis}
        choices={anyOr(c, names.choices('legal-bases', true))}
      />
      <Select
        name="wording"
        label={own.wordingVersion}
        value={filter.wording}
        choices={anyOr(c, [['older', own.olderWording]])}
      />
      <Select
        name="notice"
        label={own.notice}
        value={filter.notice}
        choices={anyOr(c, [['due', own.notNotified]])}
      />
    </>
  );
};

const DateFilters = ({ c, filter }: Omit<FilterProps, 'names'>) => {
  const own = localised(c, peopleWords);
  return (
    <>
      <Field name="since" type="date" label={own.knownFrom} value={filter.since} />
      <Field name="until" type="date" label={own.knownTo} value={filter.until} />
      <Field name="activeSince" type="date" label={own.activeFrom} value={filter.activeSince} />
      <Field name="activeUntil" type="date" label={own.activeTo} value={filter.activeUntil} />
    </>
  );
};

/** The form that searches and filters people. */
export const FilterForm = ({ c, filter, names }: FilterProps) => {
  const hasMore = Object.entries(filter).some(
    ([name, value]) => value && !mainFilters.includes(name),
  );
  return (
    <form method="get" class="card wide">
      {filter.listed ? <input type="hidden" name="listed" value={filter.listed} /> : null}
      <MainFilters c={c} filter={filter} names={names} />
      <details open={hasMore}>
        <summary>{localised(c, peopleWords).moreFilters}</summary>
        <div class="filter">
          <SubscriptionFilters c={c} filter={filter} names={names} />
          <OriginFilters c={c} filter={filter} names={names} />
          <DateFilters c={c} filter={filter} />
        </div>
      </details>
    </form>
  );
};
