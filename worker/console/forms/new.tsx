import type { Context } from 'hono';
import { z } from 'zod';
import { Draft } from '../../contract/draft.ts';
import { fromTemplate, type TemplateName, templateNames } from '../../forms/templates.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Area, type Given, KeyField, Wrong } from '../kit/parts.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { said, wordsOf } from '../kit/words/words.ts';
import { formWords } from './words.ts';

/** Asks what a new form is to begin with. */
export const showNew = async (c: Context<ConsoleApp>, given: Given = {}) => {
  const words = wordsOf(c);
  const mine = said(c, formWords);
  return show(
    c,
    {
      title: mine.new,
      back: ['/forms', words.forms],
      children: (
        <form method="post" class="sheet">
          <Wrong given={given} words={words} />
          <KeyField label={words.key} help={mine.keyHelp} given={given} />
          <fieldset>
            <legend>{mine.choose}</legend>
            <div class="grid">
              {templateNames.map((template, at) => (
                <label class="check">
                  <input type="radio" name="template" value={template} checked={at === 0} />
                  <span>{mine.templates[template]}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <details open={Boolean(given.values?.json)}>
            <summary>{mine.importTitle}</summary>
            <Area name="json" label={mine.importJson} rows={8} given={given} spellcheck={false} />
          </details>
          <p class="buttons">
            <button class="main">{words.go}</button>
          </p>
        </form>
      ),
    },
    given.errors ? 422 : 200,
  );
};

const Template = z.enum(templateNames).catch('newsletter');

/** A draft from a template, or from a form that was exported. */
export const beginningOf = async (c: Context<ConsoleApp>, posted: Posted): Promise<Draft> => {
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
      errors: [{ field: 'json', code: 'json', message: said(c, formWords).notJson }],
    });
  }
};
