import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { Draft } from '../../contract/draft.ts';
import { partsOf } from '../../contract/form-parts.ts';
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
import { translated } from '../kit/translated.ts';
import { localeOf } from '../kit/words.ts';
import { placed } from './errors.ts';

type Texts = Record<string, string>;

/** Returns the draft with placeholders for missing texts, so that an unfinished one can be previewed. */
const withPlaceholders = (draft: Draft): Draft => {
  const orElse = (texts: Texts | undefined, placeholder: string): Texts =>
    texts?.[draft.locale]?.trim() ? texts : { ...texts, [draft.locale]: placeholder };
  const { done } = draft;
  return {
    ...draft,
    submit: orElse(draft.submit, '…'),
    inactive: orElse(draft.inactive, '…'),
    done: { ...done, title: orElse(done.title, '…'), text: orElse(done.text, '…') },
    sections: draft.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => ({
        ...field,
        key: field.key || 'field',
        label: orElse(field.label, field.key),
        options: field.options?.length
          ? field.options.map((option) => ({
              ...option,
              label: orElse(option.label, option.value),
            }))
          : undefined,
      })),
    })),
  };
};

/** How a form is shown: in the page if it is empty. */
export const Display = z.enum(['', 'popup', 'tab']).catch('');
export type Display = z.infer<typeof Display>;

/** How the user previews a form; `pageText` stands for the page that a pop-up comes over. */
export type PreviewOptions = {
  locale: string;
  scheme: 'light' | 'dark';
  display: Display;
  pageText: string;
};

/** Compiles a draft as publishing would, to what the element is given. */
const definitionOf = async (
  c: ConsoleContext,
  form: string,
  draft: Draft,
  locale: string,
  style: string,
) => {
  const lists = await readLists(c.get('db'));
  const view = compile(form, 1, publishable(withPlaceholders(draft)), lists, locale, 'form');
  return {
    ...view,
    ...(style ? { style } : {}),
    ...(view.confirm ? { confirming: textsIn(locale).confirm } : {}),
    files: textsIn(locale).files,
    parts: partsOf(view),
    active: true as const,
    statement: '0'.repeat(64),
  };
};

type Definition = Awaited<ReturnType<typeof definitionOf>>;

/** Renders the element as the page's own script would begin it, as a pop-up or behind a tab. */
const renderDialog = (form: string, definition: Definition, options: PreviewOptions) => {
  const { display, pageText } = options;
  return html`<p dir="auto">${pageText}</p>
      <samtykke-form form="${form}" display="${display}" trigger="${display === 'popup' ? 'delay:0' : ''}">
        <script type="application/json">${raw(inline(definition))}</script>
      </samtykke-form>`;
};

const renderInPage = (c: ConsoleContext, form: string, definition: Definition, locale: string) => {
  const origin = callerOf(c).host;
  return renderForm({
    definition,
    texts: formTextsIn(locale),
    host: `${origin}/`,
    prefill: {},
    given: {},
    errors: {},
    robot: textsIn(locale).refused.robot,
    idempotencyKey: '',
    page: `${origin}/f/${form}`,
  });
};

/** Returns why a draft cannot be compiled; throws what is not the draft's fault. */
const reasonsFor = (c: ConsoleContext, draft: Draft, error: unknown): string[] => {
  if (error instanceof MissingList) return [translated(localeOf(c), error.message)];
  if (!(error instanceof ProblemError)) throw error;
  return placed(c, draft, error.facts.errors ?? []).map(
    ({ label, message }) => `${label}: ${translated(localeOf(c), message)}`,
  );
};

/** Renders a draft; if that is impossible, a list of the reasons. */
const renderPreview = async (
  c: ConsoleContext,
  form: string,
  draft: Draft,
  style: FormStyle,
  options: PreviewOptions,
) => {
  const { locale, display } = options;
  try {
    const definition = await definitionOf(c, form, draft, locale, elementStyle(style));
    return display
      ? await renderDialog(form, definition, options)
      : await renderInPage(c, form, definition, locale);
  } catch (error) {
    return html`<ul>${reasonsFor(c, draft, error).map((reason) => html`<li>${reason}</li>`)}</ul>`;
  }
};

/**
 * Shows a draft in a frame of the console, as the very element that visitors see. Its policy lets nothing
 * be sent from there: a preview records nothing.
 */
export const showPreview = async (
  c: ConsoleContext,
  form: string,
  draft: Draft,
  options: PreviewOptions,
): Promise<Response> => {
  const brand = await knownBrand(c.get('db'));
  const style = FormStyle.catch({}).parse(draft.style ?? {});
  const styles = `${brandStyles(brand)}${pageStyle(style)}:root{color-scheme:${options.scheme}}`;
  const locale = draft.locales.includes(options.locale) ? options.locale : draft.locale;
  const body = await renderPreview(c, form, draft, style, { ...options, locale });
  c.header('Content-Security-Policy', await contentPolicy({ styles, isPreview: true }));
  c.header('Cache-Control', 'no-store');
  const { logo, name } = brand;
  return c.html(document({ locale, title: form, body }, { logo, name, languages: [] }, styles));
};
