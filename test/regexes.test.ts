import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Patterns that are not linear, and what bounds the text that they are given. */
const bounded: Readonly<Record<string, string>> = {
  'worker/contract/tidy.ts': 'MOST_PASTED',
  'worker/platform/tables/workbook.ts': 'MOST_CODE',
};

/** Where a pattern is put together, of which this test sees no literal: read them with care. */
const composed = [
  'worker/admin/jobs/cells.ts',
  'worker/console/forms/posted.ts',
  'worker/forms/page-check.ts',
];

const sources = ['worker', 'widget'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('/tools/')),
);

/** A literal, where an expression may begin, up to where one may end. */
const LITERAL =
  /(?<=[([=,:!?&|>]\s*|^\s+)\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*(?=\s*[.,);\]]|$)/gm;

const literalsOf = (text: string): string[] => text.match(LITERAL) ?? [];

const patternOf = (literal: string): RegExp => {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
};

/** The texts that a pattern names: what must stand before a repetition for it to begin at all. */
const named = ({ source }: RegExp): string[] =>
  source
    .replaceAll(/\[[^\]]*\]|\\[a-z]|\{[^}]*\}/gi, '\0')
    .split(/[\0()^$|*+?](?<!\\.)/)
    .map((run) => run.replaceAll('\\', ''))
    .filter((run) => run !== '' && run.length < 30);

const usual = ['a', 'A', '0', ' ', '\n', '.', '@', '-', '=', '?', '"', '<', '[', '/', '%'];

/** Texts on which a pattern may go back and forth: something, much of the same, and what it does not end with. */
function* worstOf(pattern: RegExp, length: number): Generator<string> {
  const runs = named(pattern);
  const marks = [...new Set([...usual, ...runs])];
  const repeated = marks.flatMap((one) => [one, ...usual.map((two) => one + two)]);
  for (const begins of ['', 'a', ...runs])
    for (const repeats of repeated)
      for (const ends of ['\0', ' '])
        yield begins + repeats.repeat(Math.ceil(length / repeats.length)) + ends;
}

/** The quickest of some tries in ms: how busy the machine is does not count. */
const quickest = (pattern: RegExp, text: string, tries: number): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < tries; at += 1) {
    const began = performance.now();
    text.replace(pattern, '');
    least = Math.min(least, performance.now() - began);
  }
  return least;
};

const SHORT = 512;
const TIMES = 8;

/** Finds a text that takes far more than eight times as long when it is eight times as long. */
const superLinear = (pattern: RegExp): string | null => {
  for (const text of worstOf(pattern, SHORT)) {
    if (quickest(pattern, text, 1) < 0.05) continue;
    const short = quickest(pattern, text, 5);
    if (short < 0.02) continue;
    const repeats = text.slice(0, -1);
    const long = repeats.repeat(1) + repeats.slice(-2).repeat((SHORT * (TIMES - 1)) / 2);
    if (quickest(pattern, long + text.at(-1), 3) > short * TIMES * 3) return text.slice(0, 20);
  }
  return null;
};

test('no pattern takes more than linear time, whatever text it is given', () => {
  const found = sources.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    if (bounded[path] && text.includes(bounded[path])) return [];
    return literalsOf(text).flatMap((literal) => {
      const worst = superLinear(patternOf(literal));
      return worst === null ? [] : [`${path}: ${literal} on ${JSON.stringify(worst)}`];
    });
  });
  expect(found).toEqual([]);
});

test('the literals of the sources are found', () => {
  const texts = sources.map((path) => readFileSync(path, 'utf8'));
  expect(texts.flatMap(literalsOf).length).toBeGreaterThan(100);
});

test('patterns are put together only where it is known', () => {
  const found = sources.filter((path) => readFileSync(path, 'utf8').includes('new RegExp('));
  expect(found.toSorted()).toEqual(composed);
});

test.each([
  '^\\S+@\\S+\\.\\S+$',
  '=\\?([^?\\s*]+)[^?\\s]*\\?',
  '^([^=]+?)(?:\\s*=\\s*(.*))?$',
  '\\[[^\\]]*\\]',
])('the test notices %s', (source) => {
  expect(superLinear(new RegExp(source, 'g'))).not.toBeNull();
});
