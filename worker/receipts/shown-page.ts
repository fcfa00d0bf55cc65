import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { directionOf } from '../../widget/locales/texts.ts';
import { Sha256 } from '../contract/words.ts';
import { readStatement } from '../ledger/statement.ts';
import { languageName, pageLocale, visitorLocale } from '../locales/own.ts';
import type { ProofTexts } from '../locales/proof/texts.ts';
import { proofTextsIn } from '../locales/proofs.ts';
import { answerPage } from '../pages/form-page.ts';
import { callerOf } from '../platform/caller.ts';
import type { App } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { withoutTail } from '../platform/signing/link.ts';
import { momentsIn } from '../platform/zone.ts';
import { type ShownWords, shownWords } from '../proof/shown-words.ts';
import { knownZone } from '../settings/known-brand.ts';
import { type Piece, readDifferences } from './differences.ts';
import { type Looked, readLooked } from './look.ts';
import { purposeWords, versionOf } from './page-parts.ts';

const piece = ({ text, is }: Piece, texts: ProofTexts) => {
  if (is === 'kept') return text;
  const [element, said] =
    is === 'removed' ? (['del', texts.removed] as const) : (['ins', texts.added] as const);
  return html`<${raw(element)}><span class="quietly">${said} </span>${text}</${raw(element)}>`;
};

const changes = (differences: Piece[][] | null, texts: ProofTexts, { locale }: ShownWords) => {
  if (differences === null) return html`<p>${texts.gone}</p>`;
  if (differences.length === 0) return html`<p>${texts.same}</p>`;
  return html`<div class="changes" lang="${locale}" dir="${directionOf(locale)}">${differences.map(
    (pieces) => html`<p>${pieces.map((each) => piece(each, texts))}</p>`,
  )}</div>`;
};

type Shown = {
  sha256: string;
  words: ShownWords;
  looked: Looked;
  differences: Piece[][] | null;
  /** When the statement was first kept, or its version published. */
  publishedAt: string;
};

const facts = ({ sha256, words, publishedAt }: Shown, texts: ProofTexts, locale: string) => {
  return html`<p><strong>${versionOf(words, texts)}</strong></p>
<p class="facts">${texts.published}: ${publishedAt}<br>${texts.language}: ${languageName(words.locale, locale)}<br>
${texts.fingerprint}: <a href="/v1/statements/${sha256}"><code dir="ltr">${sha256}</code></a></p>`;
};

const body = (shown: Shown, locale: string) => {
  const texts = proofTextsIn(locale);
  const { looked, differences, words } = shown;
  return html`<h1>${texts.shown}</h1>
${facts(shown, texts, locale)}
<h2>${texts.asBefore}</h2>
<div class="shown">${raw(looked.element)}</div>
<h2>${texts.words}</h2>
<div class="words" lang="${words.locale}" dir="${directionOf(words.locale)}">${words.purposes.map(purposeWords)}</div>
<h2>${texts.changed}</h2>
${changes(differences, texts, words)}`;
};

/**
 * `GET /shown/{sha256}?locale=`: what visitors were shown, as it looked then: the same element, to be read only, with
 * its version, date and language, and what its words say otherwise today. Public, as the texts were.
 */
export const shownPages = new Hono<App>().get('/:sha256', async (c) => {
  const db = c.get('db');
  const asked = Sha256.safeParse(withoutTail(c.req.param('sha256')));
  const statement = asked.success ? await readStatement(db, asked.data) : null;
  const words = statement && shownWords(statement.content);
  if (!statement || !words)
    throw new ProblemError('not-found', { detail: 'No statement has this hash.' });
  const [looked, differences, zone] = await Promise.all([
    readLooked(db, statement.content, callerOf(c).host),
    readDifferences(db, statement.content),
    knownZone(db),
  ]);
  if (!looked) throw new ProblemError('not-found', { detail: 'It cannot be shown as a page.' });
  const locale = pageLocale(c, visitorLocale(c, words.locale));
  const format = momentsIn(locale, zone, { withTime: true, month: 'long' });
  const publishedAt = format.format(looked.look?.publishedAt ?? statement.createdAt);
  const shown = { sha256: statement.sha256, words, looked, differences, publishedAt };
  return answerPage(
    c,
    {
      locale,
      title: proofTextsIn(locale).shown,
      body: await body(shown, locale),
      withoutScript: true,
    },
    200,
    looked.look?.style ? { style: looked.look.style } : {},
  );
});
