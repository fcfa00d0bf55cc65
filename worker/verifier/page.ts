import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { pageLocale, visitorLocale } from '../locales/own.ts';
import { textsIn } from '../locales/shipped.ts';
import type { VerifyTexts } from '../locales/verify/texts.ts';
import { answerPage } from '../pages/form-page.ts';
import type { App } from '../platform/env.ts';

/** Texts for the page's script. No text of ours can end the element that they stand in. */
const dataOf = (texts: VerifyTexts) => raw(JSON.stringify(texts).replaceAll('<', '\\u003c'));

const bodyOf = (texts: VerifyTexts) => {
  const { page } = texts;
  return html`<h1>${page.title}</h1>
<p>${page.intro}</p>
<noscript><p class="beside">${page.script}</p><pre dir="ltr">npx samtykke verify FILE</pre></noscript>
<label id="drop" class="drop" hidden><span>${page.drop}</span>
<span class="button" aria-hidden="true">${page.choose}</span>
<input id="files" class="quietly" type="file" multiple aria-label="${page.choose}"></label>
<p class="private">${page.private}</p>
<form id="known" class="known" hidden><details><summary>${page.compare}</summary>
<label for="address">${page.address}</label>
<input id="address" type="email" autocomplete="off" dir="ltr" aria-describedby="address-help">
<p id="address-help" class="help">${page.addressHelp}</p>
<label for="keys">${page.keys}</label>
<textarea id="keys" rows="2" dir="ltr" spellcheck="false" autocomplete="off" aria-describedby="keys-help"></textarea>
<p id="keys-help" class="help">${page.keysHelp}</p>
<button class="button">${page.again}</button></details></form>
<div id="report" aria-live="polite"></div>
<script type="application/json" id="texts">${dataOf(texts)}</script>`;
};

/**
 * `GET /verify`: checks proof files wholly in the browser, by the same code as the command `samtykke verify`. Its
 * policy lets it connect to nothing: what is dropped there cannot leave.
 */
export const verifyPage = new Hono<App>().get('/', async (c) => {
  const locale = pageLocale(c, visitorLocale(c));
  const texts = textsIn(locale).verify;
  const page = {
    locale,
    title: texts.page.title,
    body: await bodyOf(texts),
    withoutScript: true,
    script: '/verify.js',
  };
  return answerPage(c, page, 200, { sendsNothing: true });
});
