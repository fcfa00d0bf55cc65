import { z } from 'zod';
import { Draft } from '../../contract/draft.ts';
import { freeKeyFor } from '../../forms/draft.ts';
import { fromTemplate, type TemplateName, templateNames } from '../../forms/templates.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { formWords } from './words/forms.ts';

const Template = z.enum(templateNames).catch('newsletter');

const TemplateChoice = ({ c, chosen }: { c: ConsoleContext; chosen: string }) => {
  const own = localised(c, formWords);
  return (
    <fieldset>
      <legend>{own.chooseTemplate}</legend>
      <div class="grid">
        {templateNames.map((template) => (
          <label class="check">
            <input type="radio" name="template" value={template} checked={template === chosen} />
            <span>{own.templates[template]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const NameFields = ({ c, submitted }: { c: ConsoleContext; submitted: Submitted }) => {
  const own = localised(c, formWords);
  return (
    <div data-key-from="name" data-key="key">
      <Field name="name" label={own.name} help={own.nameHelp} submitted={submitted} autofocus />
      <Field name="key" label={own.key} help={own.keyHelp} submitted={submitted} />
    </div>
  );
};

/** Asks for the name and the key of a new form, and for the template or the export that it begins with. */
export const showNewForm = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, formWords);
  const { values = {} } = submitted;
  const form = (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      <NameFields c={c} submitted={submitted} />
      <TemplateChoice c={c} chosen={Template.parse(textOf(values, 'template'))} />
      <details open={Boolean(values.json)}>
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

/** Returns the key that was typed for a new form, or one made of its name; throws 422 if there is neither. */
export const keyFor = async (c: ConsoleContext, posted: Posted): Promise<string> => {
  const [name, key] = [textOf(posted, 'name').trim(), textOf(posted, 'key').trim()];
  if (key) return key;
  if (name) return freeKeyFor(c.get('db'), name);
  const message = localised(c, formWords).noName;
  throw new ProblemError('invalid-fields', {
    errors: [{ field: 'name', code: 'required', message }],
  });
};

const importedDraft = (c: ConsoleContext, json: string): Draft => {
  try {
    return Draft.parse(JSON.parse(json));
  } catch {
    throw new ProblemError('invalid-fields', {
      errors: [{ field: 'json', code: 'json', message: localised(c, formWords).notJson }],
    });
  }
};

/** Returns the draft that a new form begins with, from a template or from an export. */
export const initialDraft = async (c: ConsoleContext, posted: Posted): Promise<Draft> => {
  const json = textOf(posted, 'json').trim();
  const name = textOf(posted, 'name').trim();
  if (json) {
    const draft = importedDraft(c, json);
    return { ...draft, name: name || draft.name };
  }
  const template: TemplateName = Template.parse(textOf(posted, 'template'));
  const confirm = await readSetting(c.get('db'), 'confirm-default');
  return { ...fromTemplate(template), confirm, name: name || undefined };
};
