import { PeopleFilter } from '../../contract/search.ts';
import { Decision } from '../../contract/words.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Field, Select } from '../kit/fields.tsx';
import type { Names } from '../kit/names.ts';
import { localised, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from './words.ts';

/** The parts of a filter that are set, as a query. */
export const queryOf = (filter: PeopleFilter): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));

export const filterOf = (query: Record<string, string>): PeopleFilter => {
  const known = Object.keys(PeopleFilter.shape);
  return parse(
    PeopleFilter,
    Object.fromEntries(Object.entries(query).filter(([name]) => known.includes(name))),
  );
};

type Choosing = { c: ConsoleContext; filter: PeopleFilter; names: Names };

const decisionChoices = (c: ConsoleContext) => {
  const words = wordsOf(c);
  return Decision.options.map((decision) => [decision, words[decision]] as const);
};

export const Filters = ({ c, filter, names }: Choosing) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  const any = ['', words.any] as const;
  const isMore = Object.entries(filter).some(
    ([name, value]) => value && !['email', 'purpose', 'decision', 'listed'].includes(name),
  );
  return (
    <form method="get" class="card wide">
      {filter.listed ? <input type="hidden" name="listed" value={filter.listed} /> : null}
      <div class="filter">
        <Field name="email" label={own.search} value={filter.email} autocomplete="off" />
        <Select
          name="purpose"
          label={words.purpose}
          value={filter.purpose}
          choices={[any, ...names.choices('purposes', true)]}
        />
        <Select
          name="decision"
          label={words.decision}
          value={filter.decision}
          choices={[any, ...decisionChoices(c), ['never', own.never]]}
        />
        <button class="main">{words.search}</button>
      </div>
      <details open={isMore}>
        <summary>{own.moreFilters}</summary>
        <div class="filter">
          <Select
            name="subscription"
            label={words.subscription}
            value={filter.subscription}
            choices={[any, ...names.choices('subscription-types', true)]}
          />
          <Select
            name="subscriptionDecision"
            label={own.subscriptionDecision}
            value={filter.subscriptionDecision}
            choices={[any, ...decisionChoices(c)]}
          />
          <Select
            name="source"
            label={words.source}
            value={filter.source}
            choices={[any, ...names.choices('sources', true)]}
          />
          <Select
            name="legalBasis"
            label={words.legalBasis}
            value={filter.legalBasis}
            choices={[any, ...names.choices('legal-bases', true)]}
          />
          <Select
            name="wording"
            label={own.wording}
            value={filter.wording}
            choices={[any, ['older', own.older]]}
          />
          <Field name="since" type="date" label={own.knownFrom} value={filter.since} />
          <Field name="until" type="date" label={own.knownTo} value={filter.until} />
          <Field name="activeSince" type="date" label={own.activeFrom} value={filter.activeSince} />
          <Field name="activeUntil" type="date" label={own.activeTo} value={filter.activeUntil} />
        </div>
      </details>
    </form>
  );
};
