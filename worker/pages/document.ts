import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { directionOf } from '../../widget/locales/texts.ts';
import { textsIn } from '../locales/shipped.ts';
import type { Brand } from '../settings/known-brand.ts';
import type { Language } from './languages.ts';

/** A hosted page. `body` is HTML that is safe already. */
export type HostedPage = {
  locale: string;
  title: string;
  body: string | HtmlEscapedString;
  /** Leaves our script out, where a page is complete without it. */
  withoutScript?: boolean;
  /** A script of its own, by its path on this Worker. */
  script?: string;
  /** Where a page leads automatically, at once. */
  leadsTo?: string;
  /** The languages that it can be read in; all of ours when absent. */
  languages?: readonly string[];
};

/** What stands around every page: whose it is, and where to go from it. */
export type Surroundings = Pick<Brand, 'logo' | 'name'> & {
  privacyUrl?: string | undefined;
  languages: readonly Language[];
};

/** A tick; in the page itself, so that no browser asks for /favicon.ico. */
const icon =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"%3E%3Crect width="16" height="16" rx="4" fill="%232f5bd0"/%3E%3Cpath d="m4 8 3 3 5-6" fill="none" stroke="%23fff" stroke-width="2"/%3E%3C/svg%3E';

/** The company: its logo, or else its name. */
const company = ({ logo, name }: Surroundings) => {
  if (logo) return html`<img class="logo" src="${logo}" alt="${name}">`;
  return name ? html`<p class="company">${name}</p>` : '';
};

const languageSwitch = (locale: string, languages: readonly Language[]) => {
  const current = languages.find((each) => each.locale === locale) ?? languages[0];
  return current
    ? html`<details class="languages"><summary><span class="quietly">${textsIn(locale).pages.language}: </span>${current.name}</summary>
<ul>${languages.map(
        (each) =>
          html`<li><a href="${each.url}" lang="${each.locale}" hreflang="${each.locale}"${each === current ? raw(' aria-current="true"') : ''}>${each.name}</a></li>`,
      )}</ul></details>`
    : '';
};

const footer = (locale: string, { privacyUrl, languages }: Surroundings) =>
  privacyUrl || languages.length > 0
    ? html`<footer>${privacyUrl ? html`<a href="${privacyUrl}">${textsIn(locale).pages.privacy}</a>` : ''}${languageSwitch(locale, languages)}</footer>`
    : '';

/** The document around a form, its thanks or its closed message, with whose it is above. */
export const document = (
  { locale, title, body, withoutScript, script, leadsTo }: HostedPage,
  surroundings: Surroundings,
  styles: string,
) => html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="/hosted.css">
<style>${raw(styles)}</style>
${withoutScript ? '' : html`<script type="module" src="/samtykke.js"></script>`}
${script ? html`<script type="module" src="${script}"></script>` : ''}
${leadsTo ? html`<meta http-equiv="refresh" content="0;url=${leadsTo}">` : ''}
</head>
<body>
<main>${company(surroundings)}${typeof body === 'string' ? raw(body) : body}</main>
${footer(locale, surroundings)}
</body>
</html>`;
