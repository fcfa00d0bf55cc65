import { readableOn } from '../settings/branding/contrast.ts';
import { ourAccent } from '../settings/branding/ours.ts';
import type { Brand } from '../settings/known-brand.ts';

const sheet = `
:root { color-scheme: light dark; --ink: light-dark(#1b1e26, #eceef4); --soft: light-dark(#555a66, #a9afbd); --line: light-dark(#d9dce4, #3a3f4b); --paper: light-dark(#fff, #1a1d24); --box: light-dark(#f4f6fb, #232833); font: 100%/1.55 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: var(--ink); background: light-dark(#eceef3, #101218); }
* { box-sizing: border-box; }
body { margin: 0; padding: clamp(0rem, 4vw, 3rem) 0; }
main { max-inline-size: 52rem; margin: 0 auto; padding: clamp(1.25rem, 5vw, 3.5rem); background: var(--paper); border-block-start: 0.4rem solid var(--accent); box-shadow: 0 0.1rem 0.2rem #0001, 0 1rem 3rem #0001; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; justify-content: space-between; align-items: center; margin-block-end: 2rem; color: var(--soft); font-size: 0.875rem; }
header img { display: block; max-inline-size: 14rem; max-block-size: 3.5rem; }
header strong { font-size: 1rem; color: var(--ink); }
h1 { margin: 0; font-size: clamp(1.75rem, 5vw, 2.25rem); line-height: 1.15; letter-spacing: -0.015em; }
.lead { margin-block: 0.5rem 0; font-size: 1.15rem; overflow-wrap: anywhere; }
h2 { margin-block: 2.25rem 0.75rem; padding-block-end: 0.35rem; border-block-end: 1px solid var(--line); font-size: 1.05rem; break-after: avoid; }
h3 { margin: 0; font-size: 1rem; break-after: avoid; }
p { margin-block: 0 0.6rem; }
a { color: inherit; text-underline-offset: 0.15em; }
.plain { list-style: none; margin: 0; padding: 0; }
.plain > li { padding-block: 0.6rem; border-block-end: 1px solid var(--line); break-inside: avoid; }
.plain > li:last-child { border: 0; }
.row { display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; justify-content: space-between; align-items: baseline; }
.state { font-weight: 700; }
.state::before { content: "●" / ""; margin-inline-end: 0.4em; color: var(--soft); }
.yes .state::before { color: light-dark(#1a7f37, #5fd07c); }
.no .state::before { color: light-dark(#b0102c, #ff9aa8); }
small, .soft { color: var(--soft); font-size: 0.875rem; }
small { display: block; }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 0.35rem 1.5rem; margin: 0 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; min-inline-size: 0; overflow-wrap: anywhere; }
blockquote { margin: 0 0 1rem; padding: 1rem 1.25rem; border-inline-start: 0.25rem solid var(--accent); background: var(--box); overflow-wrap: anywhere; }
blockquote p { white-space: pre-line; }
blockquote > :last-child { margin-block-end: 0; }
blockquote .said { font-size: 1.1rem; }
code { font: 0.8125rem/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.check { display: grid; grid-template-columns: 9rem 1fr; gap: 1.5rem; margin-block-start: 2.5rem; padding: 1.5rem; border: 2px solid var(--ink); break-inside: avoid; }
.check h2 { margin: 0 0 0.5rem; padding: 0; border: 0; font-size: 1.15rem; }
.check svg { display: block; inline-size: 9rem; block-size: 9rem; }
.check > div { min-inline-size: 0; overflow-wrap: anywhere; }
.check p:last-child { margin: 0; }
.button { display: inline-block; margin-block: 0.25rem 0.75rem; padding: 0.7rem 1.25rem; border-radius: 0.4rem; background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (width < 36rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-block-end: 0.6rem; } .check { grid-template-columns: 1fr; } }
@media print { @page { margin: 16mm 18mm; } :root { color-scheme: light; background: none; font-size: 10pt; } body { padding: 0; } main { max-inline-size: none; padding: 0; border: 0; box-shadow: none; background: none; } h2 { margin-block-start: 1.4rem; } .button { display: none; } }`;

/** The only style sheet of the page for people, in the colours of a brand: it is one file, which prints anywhere. */
export const pageStyles = ({ accent }: Pick<Brand, 'accent'>): string => {
  const { light, dark } = accent ?? ourAccent;
  return `:root{--accent:light-dark(${light},${dark});--on-accent:light-dark(${readableOn(light)},${readableOn(dark)})}${sheet}`;
};
