import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import or re-export of another file of the project; types count like values. */
export type Import = { path: string; names: string[] };

/** A source file with what the guards of the house look at. */
export type Source = {
  path: string;
  imports: Import[];
  /** Tables that its SQL inserts into, updates or deletes from. */
  writes: string[];
  /** Names of the SQL texts that it exports. */
  sql: string[];
  /** Names of what it declares that writes a table, directly or through another declaration. */
  writers: string[];
};

const FOLDERS = ['worker', 'widget', 'demo', 'test'];

// A comment begins its line: a `/*` further in may be a path such as '/v1/*'.
const COMMENT = /^\s*(\/\*[\s\S]*?\*\/|\/\/.*$)/gm;
const FROM = /^(?:import|export)\s+([^'"`;]*?)\bfrom\s+'(\.[^']+)'/gm;
const BARE = /^import\s+'(\.[^']+)'/gm;
const CALLED = /\bimport\(\s*'(\.[^']+)'\s*\)/g;
const NAME = /(?:\btype\s+)?\b(\w+)(?:\s+as\s+\w+)?/g;
const DECLARED = /^(?=(?:export )?(?:async )?(?:const|function|class) \w)/m;
const ITS_NAME = /(?:const|function|class) (\w+)/;

// The `DO UPDATE SET` of an upsert names no table of its own.
const WRITE =
  /\b(?:INSERT(?: OR [A-Z]+)? INTO|REPLACE INTO|DELETE FROM|UPDATE(?: OR [A-Z]+)?(?!\s+SET\b))\s+["'`]?([\w$]+)/g;
const SQL_TEXT =
  /^export const (\w+)(?:: string)? =\s*[`'"]\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/gm;
const SQL_OBJECT = /^export const (\w+Queries) =/gm;

const all = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

const importsOf = (path: string, code: string): Import[] => {
  const at = (to: string) => normalize(join(dirname(path), to));
  return [
    ...[...code.matchAll(FROM)].map(([, clause = '', to = '']) => ({
      path: at(to),
      names: all(NAME, clause),
    })),
    ...[...all(BARE, code), ...all(CALLED, code)].map((to) => ({ path: at(to), names: [] })),
  ];
};

const writersIn = (code: string): string[] => {
  const declarations = code
    .split(DECLARED)
    .map((text) => ({ name: ITS_NAME.exec(text)?.[1] ?? '', text }));
  const writers = new Set<string>();
  const writes = (text: string) =>
    all(WRITE, text).length > 0 || all(/\b(\w+)\b/g, text).some((word) => writers.has(word));
  for (let known = -1; known !== writers.size; ) {
    known = writers.size;
    for (const { name, text } of declarations) if (name && writes(text)) writers.add(name);
  }
  return [...writers];
};

/** Reads what one file imports and which tables its SQL writes, from its text alone. */
export const readSource = (path: string, text: string): Source => {
  const code = text.replace(COMMENT, '');
  return {
    path,
    imports: importsOf(path, code),
    writes: [...new Set(all(WRITE, code))].toSorted(),
    sql: [...all(SQL_TEXT, code), ...all(SQL_OBJECT, code)],
    writers: writersIn(code),
  };
};

/** Reads every TypeScript file of a checkout of the project. */
export const readSources = (root: string): Source[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  )
    .toSorted()
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));
