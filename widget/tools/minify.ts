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
  [/w=x\(2\),T=x\(3\),/, 'w=0,T=0,'],
  // No template of ours has this in its text.
  [/`lit\$\$\{Math\.random\(\)\.toFixed\(9\)\.slice\(2\)\}\$`/, '"lit$$0$$"'],
  [/\.fill\(new String\)/, '.fill({})'],
  // What polyfills put around a node.
  [/,i=t=>t,/, ','],
  [/i\(t\)\.nextSibling;i\(t\)\.remove\(\)/, 't.nextSibling;t.remove()'],
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
  // Where such a text or a comment begins and ends: it is read as any other.
  [/"!--"===\w\[1\]\?.+?void 0!==\w\[2\]\?\(.+?,c=p\):void 0!==\w\[3\]&&\(c=p\)/, 'c=p'],
  [/c=n\?\?v/, 'c=v'],
  [/c===_\|\|c===m\?c=v:\(c=p,n=void 0\)/, 'c=p'],
  // What only directives return, ask of a part, or are told.
  [/,E=Symbol\.for\("lit-noChange"\)/, ',E=0'],
  [/t=M\(this,t,i\),a\(t\)/, 'a(t)'],
  [/t!==this\._\$AH&&t!==E&&/, 't!==this._$AH&&'],
  [/t=M\(this,t,i,0\),(o=!a\(t\)\|\|t!==this\._\$AH)&&t!==E/, '$1'],
  [/r=M\(this,e\[s\+n\],i,n\),r===E&&\(r=this\._\$AH\[n\]\)/, 'r=e[s+n]'],
  [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
  [/get parentNode\(\)\{.+?get endNode\(\)\{return this\._\$AB\}/, ''],
  [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=3\}/, ''],
  [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=4\}/, ''],
  [/constructor\(t,i,s,e,h\)\{super\(t,i,s,e,h\),this\.type=5\}/, ''],
  [/this\.type=1,this\._\$AH=A,this\._\$AN=void 0,/, ''],
  [/this\.type=2,this\._\$AH=A,this\._\$AN=void 0,/, 'this._$AH=A,'],
  [/,this\._\$AN=void 0,this\._\$AD=/, ',this._$AD='],
  // Templates that are compiled, or made in another document, and listeners with options, or that are objects.
  [/"number"==typeof s\?(this\._\$AC\(t\)):\(.+?,s\)(?=;if)/, '$1'],
  [/\(t\?\.creationScope\?\?l\)/, 'l'],
  [
    /if\(\(t=M\(this,t,i,0\)\?\?A\)===E\)return;const s=.+?,this\._\$AH=t\}handleEvent\(t\)\{.+?\}\}/,
    't??=A;this.element[(t===A?"remove":"add")+"EventListener"](this.name,this),this._$AH=t}handleEvent(t){this._$AH.call(this.options?.host??this.element,t)}}',
  ],
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
