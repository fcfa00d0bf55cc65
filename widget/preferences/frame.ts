import { html, nothing, type TemplateResult } from 'lit';
import { directionOf } from '../locales/texts.ts';

/** Wraps what an element shows in the language and direction of its texts; without a locale they are the page's own. */
export const frame = (locale: string, content: unknown): TemplateResult =>
  html`<div class="samtykke" lang=${locale || nothing} dir=${
    locale ? directionOf(locale) : nothing
  }>${content}</div>`;
