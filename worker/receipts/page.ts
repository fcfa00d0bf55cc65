import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { directionOf } from '../../widget/locales/texts.ts';
import type { ProofFile } from '../contract/proof.ts';
import { namedIn } from '../lists/names.ts';
import { readWholeLists, type WholeLists } from '../lists/whole.ts';
import { proofTextsIn } from '../locales/proofs.ts';
import type { Database } from '../platform/database.ts';
import { sha256Source } from '../platform/hash.ts';
import { momentsIn } from '../platform/zone.ts';
import { checkpointIn } from '../proof/checkpoint.ts';
import { wordsIn } from '../proof/shown-words.ts';
import { readTlogProof } from '../proof/tlog-proof.ts';
import { type Brand, knownBrand } from '../settings/known-brand.ts';
import {
  acts,
  type Content,
  controller,
  decisions,
  terms,
  type Writing,
  withLink,
  wording,
} from './page-parts.ts';
import { pageStyles } from './page-styles.ts';

/** A proof as a page for people. */
export type ProofPage = {
  file: ProofFile;
  /** The ids of the records that the page is about; the others of the file came after. */
  about: ReadonlySet<string>;
  /** Null where the reader need not know. */
  email: string | null;
  /** Of what: a receipt, which says nothing of later, a record with what came after, or all of a person's. */
  scope: 'receipt' | 'record' | 'person';
  /** Where its file is. */
  download: string;
  locale: string;
};

const namesIn = (lists: WholeLists, locale: string): Writing['names'] => ({
  item: ({ purpose, subscription }) =>
    purpose === null
      ? namedIn(lists['subscription-types'], subscription ?? '', locale).name
      : namedIn(lists.purposes, purpose, locale).name,
  legalBasis: (key) => namedIn(lists['legal-bases'], key, locale).name,
  source: (key) => namedIn(lists.sources, key, locale).name,
});

/** How large the log is that a file proves its records to be in; null while any is not sealed. */
const sealedSize = ({ records }: ProofFile): number | null => {
  const sizes = records.map(
    ({ proof }) => checkpointIn(readTlogProof(proof ?? '')?.checkpoint ?? '')?.size ?? null,
  );
  return sizes.includes(null) ? null : (sizes[0] ?? null);
};

const check = ({ file, texts, locale }: Writing, download: string) => {
  const verifier = `${file.stated.url}/verify`;
  const size = sealedSize(file);
  const sealed = texts.sealed
    .replace('{origin}', () => file.origin ?? '')
    .replace('{size}', () => new Intl.NumberFormat(locale).format(size ?? 0));
  return html`<section class="check" aria-labelledby="check">
${raw(renderSVG(verifier, { border: 2 }).replace('<svg ', '<svg role="img" aria-label="QR" shape-rendering="crispEdges" '))}
<div><h2 id="check">${texts.check}</h2>
<p>${withLink(texts.checkText, verifier)}</p>
<a class="button" href="${download}" download>${texts.download}</a>
<p>${size === null ? texts.notSealed : sealed}</p>
<p class="soft">${texts.trust}</p></div>
</section>`;
};

const after = (writing: Writing, contents: readonly Content[], scope: ProofPage['scope']) => {
  const { texts } = writing;
  if (scope === 'person') return '';
  const nothing = scope === 'receipt' ? texts.elsewhere : texts.nothingAfter;
  return html`<h2>${texts.after}</h2>
${contents.length > 0 ? decisions(writing, contents) : html`<p>${nothing}</p>`}`;
};

const head = (writing: Writing, { email }: ProofPage, { logo, name }: Brand) => {
  const { file, texts } = writing;
  return html`<header>${logo ? html`<img src="${logo}" alt="${name}">` : html`<strong>${name}</strong>`}<code dir="ltr">${file.id}</code></header>
<h1>${texts.title}</h1>
${email === null ? '' : html`<p class="lead">${email}</p>`}
<p class="soft">${texts.made.replace('{date}', () => writing.when(file.made))}</p>
${email === null ? html`<p class="soft">${texts.person}: ${texts.unknown}</p>` : ''}`;
};

const body = (writing: Writing, page: ProofPage, brand: Brand) => {
  const { texts, file } = writing;
  const contents = file.records.map(({ content }) => content);
  const own = contents.filter(({ id }) => page.about.has(id));
  const later = contents.filter(({ id }) => !page.about.has(id));
  return html`${head(writing, page, brand)}
<h2>${texts.decided}</h2>${decisions(writing, own)}
<h2>${texts.words}</h2>${wording(writing, own)}
<h2>${texts.when}</h2>${acts(writing, own)}<p class="soft">${texts.zone.replace('{zone}', () => brand.timeZone)}</p>
<h2>${texts.terms}</h2>${terms(writing, own)}${controller(writing)}
<h2>${texts.withdraw}</h2><p>${withLink(texts.withdrawText, `${file.stated.url}/preferences`)}</p>
${after(writing, later, page.scope)}
${check(writing, page.download)}`;
};

/** A page as it is answered: its HTML, and the policy that lets in nothing but its own style sheet and logo. */
export type Written = { html: string; policy: string };

/** Writes a proof as a page for people, in one file that opens and prints anywhere. */
export const writeProofPage = async (db: Database, page: ProofPage): Promise<Written> => {
  const { file, locale } = page;
  const [brand, lists] = await Promise.all([knownBrand(db), readWholeLists(db)]);
  // Two clicks may be seconds apart, and which came first is what is to be shown.
  const format = momentsIn(locale, brand.timeZone, { withTime: 'seconds', month: 'long' });
  const writing: Writing = {
    file,
    locale,
    wordsOf: wordsIn(file.statements),
    texts: proofTextsIn(locale),
    when: (at) => format.format(at),
    names: namesIn(lists, locale),
  };
  const styles = pageStyles(brand);
  const written = await html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${writing.texts.title}</title><style>${raw(styles)}</style></head>
<body><main>${body(writing, page, brand)}</main></body>
</html>`;
  return {
    html: String(written),
    policy: `default-src 'none'; style-src ${await sha256Source(styles)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
};
