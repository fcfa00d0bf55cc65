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
const said = [
  `(?:detail|message|error):\\s*(${text})`,
  `invalidField\\(\\s*[^,]+,\\s*[^,]+,\\s*(${text})`,
].map((pattern) => new RegExp(pattern, 'g'));

/** The sentences of problems in a source; a number stands for what is filled in. */
const sentencesIn = (source: string): string[] =>
  said
    .flatMap((pattern) => [...source.matchAll(pattern)])
    .map(([, quoted = '']) => quoted.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, '7'))
    .filter((sentence) => /^[A-Z].*\.$/.test(sentence));

test('what a room says of a problem is in Danish too', () => {
  const files = globSync([`worker/{${rooms}}/**/*.ts`, 'worker/platform/api/*.ts']);
  const sentences = new Set(files.flatMap((file) => sentencesIn(readFileSync(file, 'utf8'))));
  expect(sentences.size).toBeGreaterThan(70);
  const inEnglish = [...sentences].filter((each) => translated('da', each) === each);
  expect(inEnglish.toSorted()).toEqual(toPrograms);
});
