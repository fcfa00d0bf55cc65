import { html } from 'hono/html';
import { directionOf } from '../../widget/locales/texts.ts';
import type { Click, ProofFile } from '../contract/proof.ts';
import { isNo, isYes } from '../ledger/rules.ts';
import { countryName, durationIn, languageName } from '../locales/own.ts';
import type { ProofTexts } from '../locales/proof/texts.ts';
import { byItem, purposeOf } from '../proof/items.ts';
import { type ShownPurpose, type ShownWords, shownOf, type WordsOf } from '../proof/shown-words.ts';

export type Content = ProofFile['records'][number]['content'];

/** What every part of the page is written from. */
export type Writing = {
  file: ProofFile;
  texts: ProofTexts;
  locale: string;
  wordsOf: WordsOf;
  /** Writes a moment with its time and zone. */
  when: (at: number) => string;
  /** What lists call what a record names, where no statement does. */
  names: {
    item: (content: Pick<Content, 'purpose' | 'subscription'>) => string;
    legalBasis: (key: string) => string;
    source: (key: string) => string;
  };
};

export const time = ({ when }: Writing, at: number) =>
  html`<time datetime="${new Date(at).toISOString()}">${when(at)}</time>`;

const nameOf = ({ wordsOf, names }: Writing, content: Content): string =>
  shownOf(wordsOf(content), content)?.name ?? names.item(content);

const sideOf = ({ decision }: Content): string => {
  if (isNo(decision) || decision === 'expired') return 'no';
  return isYes(decision) && decision !== 'pending' ? 'yes' : '';
};

const byWhom = ({ texts }: Writing, { actor }: Content): string => {
  if (actor === 'person') return '';
  return actor === 'system' ? texts.bySystem : texts.byStaff;
};

/** One event: what was decided, when, and by whom if not by the person. */
const event = (writing: Writing, content: Content) => {
  const by = byWhom(writing, content);
  const at = content.decidedAt ?? content.recordedAt;
  return html`${writing.texts.decisions[content.decision]}: ${time(writing, at)}${by ? ` · ${by}` : ''}`;
};

/** What was decided of each thing, and before it what led there. */
export const decisions = (writing: Writing, contents: readonly Content[]) =>
  html`<ul class="plain">${byItem(contents).map((events) => {
    const last = events.at(-1) ?? events[0];
    return html`
<li class="${sideOf(last)}"><div class="row"><strong>${nameOf(writing, last)}</strong><span class="state">${writing.texts.decisions[last.decision]}</span></div>
${events.toReversed().map((each) => html`<small>${event(writing, each)}</small>`)}</li>`;
  })}</ul>`;

/** A purpose in the words that were shown. */
export const purposeWords = ({
  title,
  text,
  description,
  privacyTitle,
  privacyUrl,
  subscriptions,
}: ShownPurpose) => html`<h3>${title}</h3><p class="said">${text}</p><p>${description}</p>
${subscriptions.map(({ name, description: more }) => html`<p><strong>${name}</strong>${more ? ` · ${more}` : ''}</p>`)}
<p><a href="${privacyUrl}">${privacyTitle}</a></p>`;

/** A purpose in the words that were shown, with the subscription types that records are about. */
const asked = (purpose: ShownPurpose, contents: readonly Content[]) => {
  const { key, subscriptions } = purpose;
  const types = subscriptions.filter((type) =>
    contents.some(({ subscription }) => subscription === type.key),
  );
  if (types.length === 0 && !contents.some(({ purpose }) => purpose === key)) return '';
  return purposeWords({ ...purpose, subscriptions: types });
};

/** Names the version of a form that words are of, or the preference centre, which has none. */
export const versionOf = ({ form, version }: ShownWords, texts: ProofTexts): string =>
  form === null
    ? texts.centre
    : texts.version.replace('{form}', () => form).replace('{version}', () => String(version));

/** What was shown, word for word, and how to see it as it looked. */
export const wording = (writing: Writing, contents: readonly Content[]) => {
  const { file, texts, locale, wordsOf } = writing;
  const used = file.statements.filter(({ sha256 }) =>
    contents.some(({ statement }) => statement === sha256),
  );
  return used.map(({ sha256 }) => {
    const words = wordsOf({ statement: sha256 });
    const own = contents.filter(({ statement }) => statement === sha256);
    if (!words) return '';
    return html`<blockquote lang="${words.locale}" dir="${directionOf(words.locale)}">${words.purposes.map((each) => asked(each, own))}</blockquote>
<p class="soft">${versionOf(words, texts)} · ${texts.language}: ${languageName(words.locale, locale)} · <a href="${file.stated.url}/shown/${sha256}?locale=${locale}">${texts.look}</a><br>${texts.fingerprint}: <code dir="ltr">${sha256}</code></p>`;
  });
};

const from = ({ texts }: Writing, { ip, userAgent }: Click) =>
  ip || userAgent
    ? html`<small>${texts.from.replace('{ip}', () => ip ?? '?').replace('{browser}', () => userAgent ?? '?')}</small>`
    : '';

const fact = (term: string, value: unknown) => html`<dt>${term}</dt><dd>${value}</dd>`;

const submission = (
  writing: Writing,
  sent: ProofFile['submissions'][number],
  page: string | null,
) => {
  const { texts } = writing;
  return html`<dl>${fact(texts.sent, html`${time(writing, sent.sent.at)}${from(writing, sent.sent)}`)}
${page ? fact(texts.page, html`<bdi>${page}</bdi>`) : ''}
${
  sent.asked
    ? html`${fact(texts.asked, time(writing, sent.sent.at))}${fact(
        texts.confirmed,
        sent.confirmed
          ? html`${time(writing, sent.confirmed.at)}${from(writing, sent.confirmed)}`
          : texts.notConfirmed,
      )}`
    : ''
}</dl>`;
};

/** When each submission was sent and confirmed, and how else records were made. */
export const acts = (writing: Writing, contents: readonly Content[]) => {
  const { file, names } = writing;
  const sent = file.submissions.filter(({ id }) => contents.some((each) => each.submission === id));
  const others = new Map(
    contents
      .filter(({ submission: id }) => !sent.some((each) => each.id === id))
      .map((content) => [content.recordedAt, content]),
  );
  return html`${sent.map((each) => submission(writing, each, contents.find(({ submission: id }) => id === each.id)?.page ?? null))}
${[...others.values()].map(
  (content) =>
    html`<dl>${fact(names.source(content.source), html`${time(writing, content.recordedAt)}${byWhom(writing, content) ? html`<small>${byWhom(writing, content)}</small>` : ''}`)}${content.page ? fact(writing.texts.page, html`<bdi>${content.page}</bdi>`) : ''}</dl>`,
)}`;
};

/** What the operator states of the processing of one purpose. */
const purposeTerms = (
  { file, texts, locale, names }: Writing,
  key: string,
  contents: readonly Content[],
) => {
  const stated = file.stated.purposes.find((each) => each.key === key);
  const bases = new Set(contents.map(({ legalBasis }) => names.legalBasis(legalBasis)));
  const days = stated?.retentionDays ?? null;
  return html`${fact(texts.legalBasis, [...bases].join(', '))}
${fact(texts.keptFor, days === null ? texts.untilWithdrawn : texts.expires.replace('{days}', () => durationIn(locale, days, 'day')))}
${fact(texts.recipients, stated?.recipients.join(', ') || texts.unsaid)}
${fact(texts.storage, stated?.storage || texts.unsaid)}`;
};

/** What applies to what was decided, by purpose. */
export const terms = (writing: Writing, contents: readonly Content[]) => {
  const { file, names } = writing;
  const keys = [...new Set(contents.flatMap((each) => purposeOf(each, file.stated) || []))];
  return keys.map((key) => {
    const own = contents.filter((content) => purposeOf(content, file.stated) === key);
    return html`${keys.length > 1 ? html`<h3>${names.item({ purpose: key, subscription: null })}</h3>` : ''}<dl>${purposeTerms(writing, key, own)}</dl>`;
  });
};

/** Who is responsible, and whom to ask. */
export const controller = ({ file, texts, locale }: Writing) => {
  const { controller: own, jurisdiction } = file.stated;
  const contact = [own.email, own.url].filter(Boolean).join(', ');
  return html`<dl>${fact(texts.controller, html`${own.name || texts.unsaid}${own.address ? html`<small>${own.address}</small>` : ''}`)}
${fact(texts.contact, contact || texts.unsaid)}
${own.officer ? fact(texts.officer, own.officer) : ''}
${fact(texts.jurisdiction, jurisdiction ? countryName(jurisdiction, locale) : texts.unsaid)}</dl>`;
};

/** Puts a link to an address of ours into a sentence that has a place for it. */
export const withLink = (sentence: string, url: string) => {
  const [before = '', after = ''] = sentence.split('{url}');
  return html`${before}<a href="${url}"><bdi>${url.replace(/^https?:\/\//, '')}</bdi></a>${after}`;
};
