// Makes the widget small: what esbuild's own minifier leaves as it is.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';

/** Takes white space out of the templates and style sheets. */
export const minifyTemplates: Plugin = {
  name: 'minify-templates',
  setup: ({ onLoad }) => {
    onLoad({ filter: /widget\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const minified = await minifyHTMLLiterals(source, { fileName: path });
      return { contents: minified?.code ?? source, loader: 'ts' };
    });
  },
};

/** What Lit leaves on the page's `window`, and asks of polyfills for browsers that we don't serve. */
const hooks: [RegExp, string][] = [
  [/\(\w+\.(?:litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, 'void 0'],
  [/\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, 'void 0'],
  [/\w+\.\w+PolyfillSupport/, 'void 0'],
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/, 'void 0'],
  [
    /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.+?elementProperties\.set\(\w+,\w+\)\}/,
    '',
  ],
];

/** What Lit holds for SVG, MathML, JSON written to attributes, and browsers that we don't serve: bytes that no page needs. */
const unused: [file: RegExp, code: RegExp, instead: string][] = [
  [/lit-html/, /2===\w\?"<svg>":3===\w\?"<math>":""/, '""'],
  [/lit-html/, /2===\w\?"<\/svg>":3===\w\?"<\/math>":""/, '""'],
  [/lit-html/, /,2===(\w)\|\|3===\1\)\{.+?\}for\(/, ',0){}for('],
  [/lit-html/, /Error\("invalid [^"]+"\)/, 'Error()'],
  [/reactive-element/, /break;case Object:case Array:\w=null==\w\?\w:JSON\.stringify\(\w\)/, ''],
  // What only decorators use.
  [/reactive-element/, /static addInitializer\(\w\)\{.+?\}(?=static)/, ''],
  [/reactive-element/, /,this\.constructor\.l\?\.forEach\(\w=>\w\(this\)\)/, ''],
  [
    /reactive-element/,
    /const (\w)=this\.constructor\.elementProperties;if\(\1\.size>0\)for\(.+?this\.C\(\w,void 0,\w,\w\)\}/,
    '',
  ],
  [/css-tag/, /\w\.ShadowRoot&&.+?CSSStyleSheet\.prototype/, 'true'],
  [/css-tag/, /Error\("CSSResult[^"]+"\)/, 'Error()'],
  [/css-tag/, /Error\("Value passed[^)]+\)/, 'Error()'],
];

/** Takes those out. A Lit that has moved them fails the build, so that none slips through unseen. */
export const leaveNoGlobal: Plugin = {
  name: 'leave-no-global',
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /(?:lit-html|reactive-element|lit-element|css-tag)\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const lean = unused
          .filter(([file]) => file.test(path.split('/').at(-1) ?? ''))
          .reduce((code, [, part, instead]) => {
            if (!part.test(code)) throw new Error(`${path} has no ${part}.`);
            return code.replace(part, instead);
          }, source);
        const contents = hooks.reduce((code, [hook, none]) => code.replace(hook, none), lean);
        const left = /\w+Versions|HydrateSupport|PolyfillSupport|metadata/i.exec(contents);
        if (left) throw new Error(`${path} still has ${left[0]}.`);
        return { contents };
      },
    );
  },
};

/** Minifies once more. Names that begin with `_$` are Lit's own, and stay inside one file. */
export const shrink = async (code: string): Promise<string> => {
  const { code: shrunk } = await minify(code, {
    module: true,
    ecma: 2020,
    compress: { passes: 3 },
    mangle: { properties: { regex: /^_\$|\$$/ } },
  });
  if (shrunk === undefined) throw new Error('terser answered nothing.');
  return shrunk;
};
