import type { Described } from './operations.ts';
import type { Random } from './random.ts';
import type { Whole } from './requests.ts';

/** What answers have named so far, by the chapter of the API that named it and the name of the place. */
export type Harvest = {
  gather: (path: string, text: string) => void;
  wholeOf: (random: Random, operation: Described) => Whole;
};

/** More of a kind are not kept. */
const MOST = 200;

const chapterOf = (path: string): string => path.split('/')[2] ?? '';

/** What stands where nothing was gathered yet: the keys and languages that every site begins with. */
const shipped: Readonly<Record<string, readonly string[]>> = {
  'forms key': ['newsletter', 'newsletter', 'contact', 'made'],
  'purposes key': ['e-marketing', 'sales-and-service', 'surveys'],
  'legal-bases key': ['61A', '61F'],
  'sources key': ['web-form', 'import', 'phone'],
  'subscription-types key': ['newsletter', 'invitations'],
  'audiences key': ['newsletter'],
  'exports key': ['newsletter'],
  locale: ['en', 'da', 'de', 'ar'],
  template: ['entry', 'confirm', 'receipt'],
  kind: ['not-found', 'internal'],
  number: ['1', '2', '3'],
};

const strings = function* (value: unknown): Generator<[name: string, text: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value))
    if (typeof each === 'string' || typeof each === 'number') yield [name, String(each)];
    else yield* strings(each);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Remembers what answers name, and asks for that again. */
export const harvest = (): Harvest => {
  const known = new Map<string, string[]>();
  const find = (random: Random, path: string, name: string): string => {
    const place = `${chapterOf(path)} ${name}`;
    const choices = known.get(place) ?? shipped[place] ?? shipped[name];
    return choices ? random.pick(choices) : 'none';
  };
  return {
    gather: (path, text) => {
      for (const [name, each] of strings(parsed(text.slice(0, 100_000)))) {
        if (!/^(?:id|key|number|receipt|entry|sha256|token|locale)$/.test(name)) continue;
        const place = `${chapterOf(path)} ${name}`;
        known.set(place, [each, ...(known.get(place) ?? [])].slice(0, MOST));
      }
    },
    wholeOf: (random, { path, method, parameters, requestBody }) => {
      const content = Object.entries(requestBody?.content ?? {})[0];
      const headers: Record<string, string> = content ? { 'Content-Type': content[0] } : {};
      const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      return {
        method,
        path,
        parts: Object.fromEntries(
          [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, find(random, path, name)]),
        ),
        query: Object.fromEntries(
          names.filter(() => random.chance(0.2)).map((name) => [name, find(random, path, name)]),
        ),
        headers,
        body: content?.[1].example,
      };
    },
  };
};
