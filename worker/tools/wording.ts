// `npm run check`: refuses phrases in what people read that worker/locales/wording.ts has other words for.
import { globSync, readFileSync } from 'node:fs';
import { wording } from '../locales/wording.ts';

/** English texts, and files that hold them beside other languages. */
const sources = [
  'worker/locales/en.ts',
  'worker/locales/*/en.ts',
  'widget/locales/en.ts',
  'widget/preferences/words/en.ts',
  'widget/preferences/words/account/en.ts',
  'worker/console/**/words/*.ts',
  'worker/console/**/*words.ts',
  'demo/site/*.html',
  'README.md',
];

/** Comments are for developers, and are read by other rules. */
const isComment = (line: string): boolean => /^\s*(\/\/|\*|\/\*)/.test(line);

const found = globSync(sources).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) =>
      isComment(line)
        ? []
        : wording
            .filter(([phrase]) => phrase.test(line))
            .map(
              ([phrase, better]) => `${file}:${at + 1}: "${phrase.exec(line)?.[0]}": say ${better}`,
            ),
    ),
);

for (const each of found) console.error(each);
if (found.length > 0) process.exitCode = 1;
