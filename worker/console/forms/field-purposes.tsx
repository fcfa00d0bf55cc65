import type { DraftField } from '../../contract/draft.ts';
import { Checkbox } from '../kit/fields.tsx';
import { type ConsoleLocale, localised } from '../kit/words.ts';
import type { Editing } from './editing.ts';

const en = {
  legend: 'Purposes that need this field',
  help: 'For the record of processing activities. If none is selected, the field counts for all purposes of the form.',
};

const purposeWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    legend: 'Formål, der kræver feltet',
    help: 'Til fortegnelsen over behandlingsaktiviteter. Er intet valgt, regnes feltet med til alle formularens formål.',
  },
};

/** Selects for which of the form's purposes a field is asked; a form with one purpose leaves nothing to select. */
export const FieldPurposes = ({
  editing: { c, draft, names },
  field,
  at,
}: {
  editing: Editing;
  field: DraftField;
  at: string;
}) => {
  const own = localised(c, purposeWords);
  const asked = new Set(
    draft.sections.flatMap(({ purposes }) => purposes.map(({ purpose }) => purpose)),
  );
  if (asked.size < 2) return null;
  return (
    <fieldset>
      <legend>{own.legend}</legend>
      {[...asked].map((purpose) => (
        <Checkbox
          name={`${at}.for`}
          value={purpose}
          label={names.name('purposes', purpose)}
          checked={field.purposes?.includes(purpose) === true}
        />
      ))}
      <small class="help">{own.help}</small>
    </fieldset>
  );
};
