// Makes the widget small: what esbuild's own minifier leaves as it is.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';

/** A value where lit-html, as it is loaded, fills in none. */
const unfilled = /<(?:textarea|style|script|title)\b[^<]*>[^<]*\$\{|<!--[^>]*\$\{/;

/** Takes white space out of the templates and style sheets. */
export const minifyTemplates: Plugin = {
  name: 'minify-templates',
  setup: ({ onLoad }) => {
    onLoad({ filter: /widget\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const left = unfilled.exec(source);
      if (left) throw new Error(`${path} has a value where none is filled in: ${left[0]}`);
      const minified = await minifyHTMLLiterals(source, { fileName: path });
      return { contents: minified?.code ?? source, loader: 'ts' };
    });
  },
};

/** What lit-html leaves on the page's `window`, and asks of polyfills for browsers that we don't serve. */
const hooks: [RegExp, string][] = [
  [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, 'void 0'],
  [/\w+\.litHtmlPolyfillSupport/, 'void 0'],
];

/** What lit-html holds for SVG, MathML, directives, comments, and texts that are no HTML: bytes that no page needs. */
const unused: [code: RegExp, instead: string][] = [
  [/2===\w\?"<svg>":3===\w\?"<math>":""/, '""'],
  [/2===\w\?"<\/svg>":3===\w\?"<\/math>":""/, '""'],
  [/,2===(\w)\|\|3===\1\)\{.+?\}for\(/, ',0){}for('],
  [/Error\("invalid [^"]+"\)/, 'Error()'],
  // Directives, and what tells the asynchronous ones whether they are in the page.
  [/function M\(\w,\w,.+?,h,\w\)\),\w\}(?=class R)/, 'function M(t,i){return i}'],
  [/this\._\$AP\?\.\(!1,!0,\w\);/, ';'],
  [/setConnected\(\w\)\{.+?\}(?=\}class)/, ''],
  [/,this\._\$Cv=\w\?\.isConnected\?\?!0/, ''],
  [/get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/, ''],
  [/get _\$AU\(\)\{return this\._\$AM\._\$AU\}u\(/, 'u('],
  [
    /get tagName\(\)\{return this\.element\.tagName\}get _\$AU\(\)\{return this\._\$AM\._\$AU\}/,
    '',
  ],
  // Values in the text of a style, a script or a textarea, in a tag without a name, and in a comment.
  [/if\(y\.test\(r\.tagName\)\)\{.+?\}\}\}(?=else if\(8)/, '}'],
  [/else \w\.startsWith\(o\)&&\(\w\.push\(\{type:6,index:\w\}\),\w\.removeAttribute\(\w\)\)/, ''],
  [/:6===\w\.type&&\(\w=new Z\(\w,this,\w\)\)/, ':0'],
  [/else\{let \w=-1;for\(.+?\+=o\.length-1\}(?=l\+\+)/, ''],
];

/** Takes those out. A Lit that has moved them fails the build, so that none slips through unseen. */
const leanLit = (source: string, path: string): string => {
  const lean = unused.reduce((code, [part, instead]) => {
    if (!part.test(code)) throw new Error(`${path} has no ${part}.`);
    return code.replace(part, instead);
  }, source);
  const contents = hooks.reduce((code, [hook, none]) => code.replace(hook, none), lean);
  const left = /\w+Versions|PolyfillSupport/i.exec(contents);
  if (left) throw new Error(`${path} still has ${left[0]}.`);
  return contents;
};

/** Of Lit only its templates. The elements have a base of their own; LitElement and directives fail the build. */
export const onlyTemplates: Plugin = {
  name: 'only-templates',
  setup: ({ onResolve, onLoad, resolve }) => {
    onResolve({ filter: /^lit$/ }, ({ kind, resolveDir }) =>
      resolve('lit-html', { kind, resolveDir }),
    );
    onResolve({ filter: /^lit\// }, ({ path }) => ({
      errors: [{ text: `The widget has no ${path}.` }],
    }));
    onLoad({ filter: /lit-html\.js$/ }, async ({ path }) => ({
      contents: leanLit(await readFile(path, 'utf8'), path),
    }));
  },
};

/**
 * Minifies once more. Names that begin with `_$` are Lit's own, and stay inside one file; but for the mark of a
 * template, which a part of another build must bear too.
 */
export const shrink = async (code: string): Promise<string> => {
  const { code: shrunk } = await minify(code, {
    module: true,
    ecma: 2020,
    compress: {
      passes: 3,
      keep_fargs: false,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
    },
    mangle: { properties: { regex: /^_\$|\$$/, reserved: ['_$litType$'] } },
  });
  if (shrunk === undefined) throw new Error('terser answered nothing.');
  return shrunk;
};
