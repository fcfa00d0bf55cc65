import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { translated } from '../worker/console/kit/translated.ts';

/** Said to programs alone: no screen leads there. */
const toPrograms = [
  'The body is not JSON.',
  'The changes feed is off. Turn it on with PUT /v1/changes/feed, or in the console.',
  'What follows is no longer kept. Read all people again, then continue with after=7.',
];

const rooms = 'admin,contract,forms,lists,outbox,people,requests,settings,submissions';
const text = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/.source;
const patternsOf = (...patterns: string[]) => patterns.map((each) => new RegExp(each, 'gm'));
const problems = patternsOf(
  `(?:detail|message|error):\\s*(${text})`,
  `invalidField\\(\\s*[^,]+,\\s*[^,]+,\\s*(${text})`,
);
const texts = patternsOf(`, (${text})[,)\\s]`, `^\\s+(${text}),?$`, `const [A-Z_]+ =\\s+(${text})`);
const asked =
  /^(Enter|Select|Choose|Add|Give|Say|Use|Set|Change at|There (is|are) no|Another|A list has) /;

/** The sentences that patterns find in a source; a number stands for what is filled in. */
const found = (patterns: readonly RegExp[], source: string): string[] =>
  patterns
    .flatMap((pattern) => [...source.matchAll(pattern)])
    .map(([, quoted = '']) => quoted.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, '7'))
    .filter((sentence) => /^[A-Z].*\.$/.test(sentence));

/** What a source says of problems; descriptions of routes are said to programs. */
const sentencesIn = (file: string): string[] => {
  const source = readFileSync(file, 'utf8');
  const others = file.endsWith('routes.ts') ? [] : found(texts, source);
  return [...found(problems, source), ...others.filter((each) => asked.test(each))];
};

test('what a room says of a problem is in Danish too', () => {
  const files = globSync([`worker/{${rooms}}/**/*.ts`, 'worker/platform/api/*.ts']);
  const sentences = new Set(files.flatMap(sentencesIn));
  expect(sentences.size).toBeGreaterThan(70);
  const inEnglish = [...sentences].filter((each) => translated('da', each) === each);
  expect(inEnglish.toSorted()).toEqual(toPrograms);
});
