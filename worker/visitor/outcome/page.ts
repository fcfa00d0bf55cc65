import { html } from 'hono/html';
import type { Outcome, OutcomePart } from '../../contract/outcome.ts';
import type { HostedPage } from '../../pages/document.ts';

/** Writes the sentences of an outcome and the names under them. */
export const partsHtml = (parts: readonly OutcomePart[]) =>
  parts.map(
    ({ text, items }) =>
      html`<p>${text}</p>${
        items.length > 0
          ? html`<ul>${items.map(
              ({ name, description }) =>
                html`<li><strong>${name}</strong>${description ? html` ${description}` : ''}</li>`,
            )}</ul>`
          : ''
      }`,
  );

/** The page that tells a visitor what was decided, where to change it, and the receipt. */
export const outcomePage = async (
  locale: string,
  { title, parts, change, proof }: Outcome,
  receipt: string,
): Promise<Pick<HostedPage, 'locale' | 'title' | 'body' | 'languages'>> => ({
  locale,
  title,
  // It says in the words of the form what was decided on them.
  languages: [],
  body: await html`<div role="status"><h1>${title}</h1>${partsHtml(parts)}</div>
    <p class="beside"><a href="/preferences?locale=${locale}">${change}</a> <a href="/receipts/${receipt}?locale=${locale}">${proof}</a></p>`,
});
