import type { ConsoleContext } from '../kit/app.ts';
import { localised } from '../kit/words.ts';
import { embedWords } from './words/embed.ts';

/** Code that puts a form on a website, and where to paste it. */
export type Snippet = { id: string; title: string; help?: string; code: string };

/**
 * The origin that the loader comes from, and the hash of its file; null if it cannot be read. `open` is what an open
 * form is shown with: the CSS length that keeps its room, and its HTML; null while it is closed.
 */
type Loader = { host: string; hash: string | null; open: { room: string; html: string } | null };

const tagManagerCode = (host: string, form: string): string => `<script>
  var s = document.createElement('script');
  s.async = true; s.src = '${host}/f/${form}.js';
  document.head.append(s);
</script>

<div data-samtykke-form="${form}" data-layer></div>`;

const reactCode = (host: string, form: string): string =>
  `useEffect(() => { import(/* @vite-ignore */ '${host}/samtykke.js'); }, []);

return <samtykke-form form="${form}"></samtykke-form>;`;

/** For websites, and for the tools that they are built with. */
const forWebsites = (c: ConsoleContext, { host, open }: Loader, form: string): Snippet[] => {
  const own = localised(c, embedWords);
  const script = `<script async src="${host}/f/${form}.js"></script>`;
  const kept = open ? ` style="display: block; min-height: ${open.room}"` : '';
  const element = `${script}\n<samtykke-form form="${form}"${kept}></samtykke-form>`;
  const div = `${script}\n<div data-samtykke-form="${form}"></div>`;
  return [
    { id: 'tag', title: own.tag, help: own.tagHelp, code: element },
    ...(open ? [{ id: 'html', title: own.html, help: own.htmlHelp, code: open.html.trim() }] : []),
    { id: 'wordpress', title: own.wordpress, help: own.wordpressHelp, code: div },
    { id: 'gtm', title: own.gtm, help: own.gtmHelp, code: tagManagerCode(host, form) },
    { id: 'webflow', title: own.webflow, help: own.webflowHelp, code: element },
    { id: 'shopify', title: own.shopify, help: own.shopifyHelp, code: element },
    { id: 'react', title: own.react, code: reactCode(host, form) },
  ];
};

/** For forms that come over the page. */
const forDialogs = (c: ConsoleContext, host: string, form: string): Snippet[] => {
  const own = localised(c, embedWords);
  const script = `<script type="module" src="${host}/samtykke.js"></script>`;
  const element = `<samtykke-form form="${form}"`;
  const button = `<button type="button" data-samtykke-open="${form}">…</button>`;
  return [
    {
      id: 'popup',
      title: own.popup,
      code: `${script}\n${element} display="popup" trigger="delay:8 scroll:50 exit"></samtykke-form>`,
    },
    {
      id: 'side-tab',
      title: own.sideTab,
      code: `${script}\n${element} display="tab"></samtykke-form>`,
    },
    { id: 'button', title: own.button, help: own.buttonHelp, code: `${script}\n${button}` },
  ];
};

/** With Subresource Integrity, if the hash is known. */
const withIntegrity = (c: ConsoleContext, { host, hash }: Loader, form: string): Snippet[] => {
  const own = localised(c, embedWords);
  const code = `<script type="module" src="${host}/samtykke.js" integrity="${hash}" crossorigin></script>
<samtykke-form form="${form}"></samtykke-form>`;
  return hash ? [{ id: 'sri', title: own.sri, help: own.sriHelp, code }] : [];
};

/** Returns every way to put a form on a website. */
export const snippetsOf = (c: ConsoleContext, loader: Loader, form: string): Snippet[] => [
  ...forWebsites(c, loader, form),
  ...forDialogs(c, loader.host, form),
  ...withIntegrity(c, loader, form),
  {
    id: 'link',
    title: localised(c, embedWords).hostedPage,
    code: `${loader.host}/f/${form}`,
  },
];
