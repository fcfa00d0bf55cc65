import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { directionOf } from '../../widget/locales/texts.ts';
import type { Brand } from '../settings/known-brand.ts';

/** A hosted page. `body` is HTML that is safe already. */
export type HostedPage = {
  locale: string;
  title: string;
  body: string | HtmlEscapedString;
  /** Leaves our script out, where a page is complete without it. */
  withoutScript?: boolean;
  /** Where a page leads by itself, at once. */
  leadsTo?: string;
};

/** A tick; in the page itself, so that no browser asks for /favicon.ico. */
const icon =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"%3E%3Crect width="16" height="16" rx="4" fill="%232f5bd0"/%3E%3Cpath d="m4 8 3 3 5-6" fill="none" stroke="%23fff" stroke-width="2"/%3E%3C/svg%3E';

/** The document around a form, its thanks or its closed message, with the brand's logo above. */
export const document = (
  { locale, title, body, withoutScript, leadsTo }: HostedPage,
  { logo, name }: Pick<Brand, 'logo' | 'name'>,
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
${leadsTo ? html`<meta http-equiv="refresh" content="0;url=${leadsTo}">` : ''}
</head>
<body>
<main>${logo ? html`<img class="logo" src="${logo}" alt="${name}">` : ''}${typeof body === 'string' ? raw(body) : body}</main>
</body>
</html>`;
