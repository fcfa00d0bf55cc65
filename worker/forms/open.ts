import type { ClosedForm, FormAnswer } from '../contract/form.ts';
import { partsOf } from '../contract/form-parts.ts';
import type { Part } from '../contract/words.ts';
import { textsIn } from '../locales/shipped.ts';
import { chooseLocale } from '../platform/locale.ts';
import type { KnownForm } from './cache.ts';
import type { FormSettings, Shown } from './store.ts';
import { elementStyle } from './style.ts';

/** Whether the form takes submissions, as far as this isolate knows. The write decides for good. */
export const isOpen = ({ active, expiresAt, maxSubmissions, submissions }: FormSettings): boolean =>
  active &&
  (expiresAt === null || expiresAt > Date.now()) &&
  (maxSubmissions === null || submissions < maxSubmissions);

/** What the current version shows in the best of the wanted locales. */
export const shownIn = (
  form: KnownForm,
  wanted: readonly string[],
  part: Part,
): Shown | undefined => {
  const { locales, locale } = form.current.definition;
  return form.current.shown.get(`${chooseLocale(wanted, locales, locale)}/${part}`);
};

/** The message of a closed form in the best of the wanted locales. */
export const closedAnswer = (form: KnownForm, wanted: readonly string[]): ClosedForm => {
  const { inactive, locale: fallback } = form.settings;
  const locale = chooseLocale(wanted, Object.keys(inactive), fallback);
  return { form: form.settings.key, locale, active: false, inactive: inactive[locale] ?? '' };
};

/** `GET /v1/forms/{key}`: everything a widget needs, in one answer. */
export const formAnswer = (
  form: KnownForm,
  wanted: readonly string[],
  part: Part,
  turnstile?: string,
): FormAnswer => {
  const shown = shownIn(form, wanted, part);
  if (!shown || !isOpen(form.settings)) return closedAnswer(form, wanted);
  const parts = partsOf(shown.view);
  const hasFile = shown.view.sections.some(({ fields }) =>
    fields.some(({ kind }) => kind === 'file'),
  );
  const style = part === 'form' ? elementStyle(form.current.definition.style ?? {}) : '';
  return {
    ...shown.view,
    active: true,
    statement: shown.statement,
    ...(turnstile && form.latest.turnstile ? { turnstile } : {}),
    ...(style ? { style } : {}),
    ...(shown.view.confirm ? { confirming: textsIn(shown.view.locale).confirm } : {}),
    ...(hasFile ? { files: textsIn(shown.view.locale).files } : {}),
    ...(parts.length > 0 ? { parts } : {}),
  };
};
