import { html, raw } from 'hono/html';
import { directionOf } from '../../widget/locales/texts.ts';
import { sha256Source } from '../platform/hash.ts';

/** Its only style sheet: a report is one file, which opens and prints anywhere. */
const styles = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { max-inline-size: 44rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin-block: 2rem 0.5rem; font-size: 1.15rem; break-after: avoid; }
table { inline-size: 100%; border-collapse: collapse; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-block-end: 1px solid #8886; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { inline-size: 35%; font-weight: 600; }
tr { break-inside: avoid; }
small { display: block; color: #555a66; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { :root { background: #14161c; } small { color: #a9afbd; } }
@media (max-width: 30rem) { th, td { display: block; inline-size: auto; } th { border: 0; padding-block-end: 0; } }
@page { margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; background: none; font-size: 10pt; }
  body { max-inline-size: none; padding: 0; }
  small { color: #333; }
  h2 { margin-block-start: 1.25rem; }
}`;

/** The policy of a report as a page: it holds no script and fetches nothing. */
export const reportPolicy = async (): Promise<string> =>
  `default-src 'none'; style-src ${await sha256Source(styles)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A line of a report: a name, its value, and what is said of it, a line each. */
export type Row = { name: string; value: string; more?: readonly string[] };

/** A part of a report: a table, or sentences. */
export type Part =
  | { title: string; rows: readonly Row[] }
  | { title: string; text: readonly string[] };

const rowOf = ({ name, value, more = [] }: Row) =>
  html`<tr><th scope="row">${name}</th><td>${value}${more.filter(Boolean).map((line) => html`<small>${line}</small>`)}</td></tr>`;

const bodyOf = (part: Part, nothing: string) => {
  if ('text' in part) return part.text.map((sentence) => html`<p>${sentence}</p>`);
  if (part.rows.length === 0) return html`<p>${nothing}</p>`;
  return html`<table>${part.rows.map(rowOf)}</table>`;
};

/** Writes a report as a page that opens and prints anywhere. */
export const reportPage = (
  { locale, title, made, nothing }: Record<'locale' | 'title' | 'made' | 'nothing', string>,
  parts: readonly Part[],
) => html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${raw(styles)}</style></head>
<body><main>
<h1>${title}</h1>
<p>${made}</p>
${parts.map((part) => html`<h2>${part.title}</h2>${bodyOf(part, nothing)}`)}
</main></body>
</html>`;
