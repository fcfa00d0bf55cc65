import { z } from 'zod';
import { Draft } from '../../contract/draft.ts';
import { fromTemplate, type TemplateName, templateNames } from '../../forms/templates.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, KeyField, type Submitted, TextArea } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { formWords } from './words/forms.ts';

const TemplateChoice = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, formWords);
  return (
    <fieldset>
      <legend>{own.chooseTemplate}</legend>
      <div class="grid">
        {templateNames.map((template, at) => (
          <label class="check">
            <input type="radio" name="template" value={template} checked={at === 0} />
            <span>{own.templates[template]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** Asks for the key of a new form, and for the template or the export that it begins with. */
export const showNewForm = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, formWords);
  const form = (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      <KeyField label={words.key} help={own.keyHelp} submitted={submitted} />
      <TemplateChoice c={c} />
      <details open={Boolean(submitted.values?.json)}>
        <summary>{own.importTitle}</summary>
        <TextArea
          name="json"
          label={own.importJson}
          rows={8}
          submitted={submitted}
          spellcheck={false}
        />
      </details>
      <SubmitButton label={words.continue} />
    </form>
  );
  return show(
    c,
    { title: own.new, back: ['/forms', words.forms], children: form },
    submitted.errors ? 422 : 200,
  );
};

const Template = z.enum(templateNames).catch('newsletter');

/** Returns the draft that a new form begins with, from a template or from an export. */
export const initialDraft = async (c: ConsoleContext, posted: Posted): Promise<Draft> => {
  const json = textOf(posted, 'json').trim();
  const template: TemplateName = Template.parse(textOf(posted, 'template'));
  if (!json) {
    const confirm = await readSetting(c.get('db'), 'confirm-default');
    return { ...fromTemplate(template), confirm };
  }
  try {
    return Draft.parse(JSON.parse(json));
  } catch {
    throw new ProblemError('invalid-fields', {
      errors: [{ field: 'json', code: 'json', message: localised(c, formWords).notJson }],
    });
  }
};
