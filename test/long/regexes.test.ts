import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Patterns not tried here, and what bounds them: the text that they are given, or each repetition in them. */
const bounded: Readonly<Record<string, string>> = {
  'worker/contract/tidy.ts': 'MOST_PASTED',
  'worker/platform/email.ts': '{1,64}',
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
const LONG = 4096;
/** What takes so many ms is surely not linear, and is not made longer still. */
const FAR_TOO_LONG = 100;

/** Finds a text that takes far more than eight times as long when it is eight times as long. */
const superLinear = (pattern: RegExp): string | null => {
  for (const text of worstOf(pattern, SHORT)) {
    if (quickest(pattern, text, 1) < 0.05) continue;
    const timeOf = (length: number, tries: number): number =>
      quickest(
        pattern,
        text.slice(0, -1) + text.slice(-3, -1).repeat(length / 2) + text.at(-1),
        tries,
      );
    const long = timeOf(LONG, 2);
    if (long < 0.5) continue;
    if (long > FAR_TOO_LONG || timeOf(8 * LONG, 3) > 24 * timeOf(LONG, 5)) return text.slice(0, 20);
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
