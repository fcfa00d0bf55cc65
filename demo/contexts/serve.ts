// The pages of /contexts, each with a form in another context, and the frameworks that some of them use.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { groups } from './all.ts';
import { type Asked, cards, contextPage, PLACE } from './page.ts';

const libraries = join(import.meta.dirname, '../../node_modules');

/** React comes in parts that browsers do not read; strict mode mounts twice in its development build only. */
const bundleReact = async (): Promise<string> => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { createElement, StrictMode, useEffect, useState } from 'react';
        export { createRoot } from 'react-dom/client';`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"development"' },
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
};

const read = (path: string) => readFile(join(libraries, path), 'utf8');

/** The frameworks as the pages ask for them. */
const vendored: Readonly<Record<string, () => Promise<string>>> = {
  'react.js': bundleReact,
  'vue.js': () => read('vue/dist/vue.esm-browser.prod.js'),
  'turbo.js': () => read('@hotwired/turbo/dist/turbo.es2017-umd.js'),
  'htmx.js': () => read('htmx.org/dist/htmx.min.js'),
};

const contexts = new Map(
  groups.flatMap((group) => group.contexts).map((context) => [`${context.key}.html`, context]),
);

const askedBy = (query: URLSearchParams): Asked => ({
  isTried: query.has('try'),
  isInner: query.has('inner'),
});

/** Returns a page of a context, or a framework, by its address; undefined if it is neither. */
export const contextFile = async ({ pathname, searchParams }: URL): Promise<string | undefined> => {
  const [, name = ''] = /^\/contexts\/(.+)$/.exec(pathname) ?? [];
  const context = contexts.get(name);
  if (context) return contextPage(context, askedBy(searchParams));
  return vendored[name.replace(/^vendor\//, '')]?.();
};

/** Puts the contexts into the page that shows them all. */
export const withContexts = (page: string): string => page.replace(PLACE, () => cards(groups));
