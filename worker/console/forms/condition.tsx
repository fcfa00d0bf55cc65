import type { DraftField } from '../../contract/draft.ts';
import { type Choice, Field, Select } from '../kit/fields.tsx';
import { localised } from '../kit/words.ts';
import type { Editing } from './editing.ts';
import { textIn } from './text.tsx';
import { fieldWords } from './words/fields.ts';

/** The condition on which a field or a section is shown; `at` begins the names of its controls. */
export const Condition = ({
  editing: { c, draft, locale, submitted },
  at,
  when,
}: {
  editing: Editing;
  at: string;
  when: DraftField['when'];
}) => {
  const own = localised(c, fieldWords);
  const fields = draft.sections.flatMap(({ fields }) =>
    fields.map(
      ({ key, label }): Choice => [
        key,
        textIn(label, locale) || textIn(label, draft.locale) || key,
      ],
    ),
  );
  return (
    <div class="sides">
      <Select
        name={`${at}.when`}
        label={own.shownIfField}
        value={when?.field ?? ''}
        choices={[['', own.alwaysShown], ...fields]}
        submitted={submitted}
      />
      <Field name={`${at}.whenIs`} label={own.shownIfValue} value={when?.is?.join(', ')} />
    </div>
  );
};
