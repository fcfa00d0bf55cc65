// Several pages, and fields and pages that depend on answers; fetched by forms that have them.
import { html, nothing, type TemplateResult } from 'lit';
import type { Section } from '../../worker/contract/form.ts';
import { type Answers, isShown } from '../../worker/contract/visibility.ts';
import { fill, type Texts } from '../locales/texts.ts';
import type { ShownSection } from '../shown.ts';

export { keep, restore } from './keeping.ts';

/** The sections and fields that the answers so far bring into view, decided as the Worker does. */
export const shownWith = (sections: readonly Section[], answers: Answers): ShownSection[] => {
  const seen: Record<string, Answers[string]> = {};
  return sections.flatMap((section) => {
    if (!isShown(section.when, seen)) return [];
    const fields = section.fields.filter(({ key, when }) => {
      const isIn = isShown(when, seen);
      if (isIn) seen[key] = answers[key];
      return isIn;
    });
    return [{ section, fields }];
  });
};

/** How far the visitor has come, in words and as a bar. */
export const progress = (texts: Texts, step: number, pages: number): TemplateResult => html`
  <p class="step" tabindex="-1" ?hidden=${pages < 2}>
    ${fill(texts.step, { n: step + 1, of: pages })}
    <progress max=${pages} value=${step + 1} aria-hidden="true"></progress>
  </p>`;

export const back = (texts: Texts, step: number, goBack: () => void) =>
  step > 0
    ? html`<button part="button" type="button" class="quiet" @click=${goBack}>${texts.back}</button>`
    : nothing;
