import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { Draft } from '../../contract/draft.ts';
import { FormStyle } from '../../contract/style.ts';
import { compile, MissingList } from '../../forms/compile.ts';
import { publishable } from '../../forms/draft.ts';
import { elementStyle, pageStyle } from '../../forms/style.ts';
import { readLists } from '../../lists/store.ts';
import { formTextsIn } from '../../locales/form.ts';
import { textsIn } from '../../locales/shipped.ts';
import { document } from '../../pages/document.ts';
import { contentPolicy } from '../../pages/policy.ts';
import { inline, renderForm } from '../../pages/render.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { brandStyles } from '../../settings/branding/styles.ts';
import { knownBrand } from '../../settings/known-brand.ts';
import type { ConsoleContext } from '../kit/app.ts';

/** What stands in for texts that are not written yet, so that a draft can be looked at all the same. */
const withPlaceholders = (draft: Draft): Draft => {
  const some = (texts: Record<string, string> | undefined, fallback: string) =>
    texts?.[draft.locale]?.trim() ? texts : { ...texts, [draft.locale]: fallback };
  return {
    ...draft,
    submit: some(draft.submit, '…'),
    inactive: some(draft.inactive, '…'),
    done: { ...draft.done, title: some(draft.done.title, '…'), text: some(draft.done.text, '…') },
    sections: draft.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => ({
        ...field,
        key: field.key || 'field',
        label: some(field.label, field.key),
        options: field.options?.length
          ? field.options.map((option) => ({ ...option, label: some(option.label, option.value) }))
          : undefined,
      })),
    })),
  };
};

/** How a form may be shown: in the page where it is empty. */
export const Display = z.enum(['', 'popup', 'tab']).catch('');
export type Display = z.infer<typeof Display>;

/** How somebody wants to look at a form; `behind` stands where the page under a pop-up would be. */
export type PreviewOptions = {
  locale: string;
  scheme: 'light' | 'dark';
  display: Display;
  behind: string;
};

const rendered = async (
  c: ConsoleContext,
  form: string,
  draft: Draft,
  { locale, display, behind }: PreviewOptions,
  look: FormStyle,
) => {
  const view = compile(
    form,
    1,
    publishable(withPlaceholders(draft)),
    await readLists(c.get('db')),
    locale,
    'form',
  );
  const origin = callerOf(c).host;
  const style = elementStyle(look);
  const definition = {
    ...view,
    ...(style ? { style } : {}),
    ...(view.confirm ? { confirming: textsIn(locale).confirm } : {}),
    active: true as const,
    statement: '0'.repeat(64),
  };
  if (display)
    return html`<p dir="auto">${behind}</p>
      <samtykke-form form="${form}" display="${display}" trigger="${display === 'popup' ? 'delay:0' : ''}">
        <script type="application/json">${raw(inline(definition))}</script>
      </samtykke-form>`;
  return renderForm({
    definition,
    texts: formTextsIn(locale),
    host: `${origin}/`,
    prefill: {},
    given: {},
    errors: {},
    idempotencyKey: '',
    page: `${origin}/f/${form}`,
  });
};

/**
 * A form as it is being written, as the very element that visitors see, for a frame of the console. Its
 * policy lets nothing be sent from there: looking at a form records nothing.
 */
export const previewPage = async (
  c: ConsoleContext,
  form: string,
  draft: Draft,
  previewing: PreviewOptions,
): Promise<Response> => {
  const brand = await knownBrand(c.get('db'));
  const { scheme } = previewing;
  const style = FormStyle.catch({}).parse(draft.style ?? {});
  const styles = `${brandStyles(brand)}${pageStyle(style)}:root{color-scheme:${scheme}}`;
  const shown = draft.locales.includes(previewing.locale) ? previewing.locale : draft.locale;
  let body: string | Awaited<ReturnType<typeof html>>;
  try {
    body = await rendered(c, form, draft, { ...previewing, locale: shown }, style);
  } catch (error) {
    const errors =
      error instanceof ProblemError
        ? (error.facts.errors ?? []).map(({ field, message }) => `${field}: ${message}`)
        : error instanceof MissingList
          ? [error.message]
          : undefined;
    if (!errors) throw error;
    body = await html`<ul>${errors.map((each) => html`<li>${each}</li>`)}</ul>`;
  }
  c.header('Content-Security-Policy', await contentPolicy({ styles, isPreview: true }));
  c.header('Cache-Control', 'no-store');
  return c.html(document({ locale: shown, title: form, body }, brand, styles));
};
