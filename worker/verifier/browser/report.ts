import type { VerifyTexts } from '../../locales/verify/texts.ts';
import type { Verified } from '../../proof/compare.ts';
import type { Check, Finding } from '../../proof/finding.ts';
import { type Format, sentenceOf, verdictOf } from '../sentence.ts';
import { element } from './dom.ts';
import { readSaid, type Said } from './said.ts';

/** The words of the page, and how it writes times and numbers. */
export type Reading = {
  texts: VerifyTexts;
  format: Format;
};

export type NamedFile = { name: string; text: string };

/** Findings that say the same, with the records that they say it of. */
type Line = { check: Check; sentence: string; records: string[]; url: string | undefined };

const linesOf = (findings: readonly Finding[], { texts, format }: Reading): Line[] => {
  const lines = new Map<string, Line>();
  for (const finding of findings) {
    const { check, url } = finding;
    const sentence = sentenceOf(finding, texts, format);
    const line = lines.get(sentence) ?? { check, sentence, records: [], url };
    if (finding.record !== undefined) line.records.push(finding.record);
    lines.set(sentence, line);
  }
  return [...lines.values()];
};

/** The records that something fails for, where it does not for all of them. */
const whichOf = ({ records }: Line, isNamed: boolean): HTMLElement[] =>
  isNamed && records.length > 0
    ? [element('small', {}, ...records.map((id) => element('code', {}, id)))]
    : [];

/** Says of how many records something is so, where it is not so of all of them. */
const shareOf = (
  { check, records }: Line,
  all: readonly Finding[],
  { format }: Reading,
): string[] => {
  const looked = all.filter((each) => each.check === check && each.record !== undefined).length;
  return records.length === 0 || records.length === looked
    ? []
    : [` (${format.number(records.length)}/${format.number(looked)})`];
};

const listOf = (
  title: string,
  kind: 'holds' | 'fails' | 'unknown',
  findings: readonly Finding[],
  all: readonly Finding[],
  reading: Reading,
): HTMLElement[] => {
  const lines = linesOf(findings, reading);
  if (lines.length === 0) return [];
  const items = lines.map((line) =>
    element(
      'li',
      {},
      line.sentence,
      ...shareOf(line, all, reading),
      ...whichOf(line, kind !== 'holds'),
      ...(line.url
        ? [' ', element('a', { href: line.url, download: '' }, reading.texts.page.download)]
        : []),
    ),
  );
  return [element('h3', {}, title), element('ul', { class: `found ${kind}` }, ...items)];
};

const lists = (findings: readonly Finding[], reading: Reading): HTMLElement[] => {
  const { page } = reading.texts;
  const of = (...states: Finding['state'][]) =>
    findings.filter(({ state }) => states.includes(state));
  return [
    ...listOf(page.listFails, 'fails', of('fails'), findings, reading),
    ...listOf(page.listUnknown, 'unknown', of('unknown', 'absent'), findings, reading),
    ...listOf(page.listHolds, 'holds', of('holds'), findings, reading),
  ];
};

const recordsTable = (records: readonly Said[], { texts, format }: Reading): HTMLElement => {
  const { page, decisions } = texts;
  const head = [page.when, page.what, page.decision].map((title) =>
    element('th', { scope: 'col' }, title),
  );
  const rows = records.map(({ id, at, about, decision }) =>
    element(
      'tr',
      { title: `${page.record} ${id}` },
      element('td', {}, element('time', { datetime: new Date(at).toISOString() }, format.time(at))),
      element('td', {}, element('bdi', {}, about)),
      element('td', {}, decisions[decision]),
    ),
  );
  return element(
    'div',
    { class: 'scrolls', tabindex: '0', role: 'region', 'aria-label': page.records },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows),
    ),
  );
};

const saidIn = (text: string, reading: Reading): HTMLElement[] => {
  const said = readSaid(text);
  if (!said) return [];
  const { page } = reading.texts;
  const keys = said.keys.map((key) => element('li', {}, element('code', { dir: 'ltr' }, key)));
  return [
    element('h3', {}, page.records),
    recordsTable(said.records, reading),
    ...(keys.length > 0
      ? [element('details', {}, element('summary', {}, page.logKey), element('ul', {}, ...keys))]
      : []),
  ];
};

const verdict = (findings: readonly Finding[], { texts }: Reading): HTMLElement => {
  const came = verdictOf(findings);
  return element('strong', { class: `verdict ${came}` }, texts.page[came]);
};

/** Shows what was found of files, each alone and all of them together. */
export const reportOf = (
  files: readonly NamedFile[],
  { files: found, together }: Verified,
  reading: Reading,
): HTMLElement[] => [
  ...(together.length > 0
    ? [
        element(
          'section',
          { class: 'file' },
          element('h2', {}, reading.texts.page.together),
          verdict(together, reading),
          ...lists(together, reading),
        ),
      ]
    : []),
  ...files.map(({ name, text }, index) => {
    const findings = found[index] ?? [];
    return element(
      'section',
      { class: 'file' },
      element('h2', {}, element('bdi', {}, name)),
      verdict(findings, reading),
      ...lists(findings, reading),
      ...saidIn(text, reading),
    );
  }),
];
