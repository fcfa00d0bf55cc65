import { type Context, form, type Group, generalTag, worker } from './case.ts';

/** A script that puts another into the page, as tag managers do. */
const injected = (src: string): string => `<script>
const tag = document.createElement('script');
tag.async = true;
tag.src = '${src}';
document.head.append(tag);
</script>`;

/** Scripts that a proxy has put off: it gives them a type of its own, and puts copies in their places at last. */
const putOff = (
  src: string,
): string => `<script type="a1b2-text/javascript" src="${src}"></script><script>
addEventListener('load', () => {
  for (const script of document.querySelectorAll('[type^="a1b2-"]')) {
    const copy = document.createElement('script');
    for (const { name, value } of script.attributes)
      copy.setAttribute(name, name === 'type' ? 'text/javascript' : value);
    script.replaceWith(copy);
  }
});
</script>`;

type Way = readonly [key: string, name: string, tag: (src: string) => string];

const ways: readonly Way[] = [
  ['module', 'as a module', (src) => `<script type="module" src="${src}"></script>`],
  ['classic', 'as a classic script', (src) => `<script src="${src}"></script>`],
  ['deferred', 'deferred', (src) => `<script defer src="${src}"></script>`],
  ['async', 'async', (src) => `<script async src="${src}"></script>`],
  ['injected', 'injected by a tag manager', injected],
  ['put-off', 'put off by a proxy (Rocket Loader)', putOff],
  ['twice', 'twice', (src) => `<script async src="${src}"></script>`.repeat(2)],
];

const versioned = (src: string): string => `${src}${src.includes('?') ? '&' : '?'}ver=6.4`;

const by = (kind: string, of: string, src: string): Context[] => [
  ...ways.map(
    ([key, name, tag]): Context => ({
      key: `${kind}-${key}`,
      name: `${of}, ${name}`,
      tag: tag(src),
      body: form,
    }),
  ),
  {
    key: `${kind}-version`,
    name: `${of}, with a version in its address`,
    tag: `<script defer src="${versioned(src)}"></script>`,
    body: form,
  },
];

const ofOne = `${worker}/f/newsletter.js?locale=en`;

export const loading: Group = {
  title: 'Ways to load it',
  contexts: [
    ...by('general', 'by the general loader', `${worker}/samtykke.js`),
    ...by('own', 'by the script of the form', ofOne),
    {
      key: 'both',
      name: 'by both scripts, the general loader first',
      tag: `${generalTag}<script defer src="${ofOne}"></script>`,
      body: form,
      shown: 2,
    },
    {
      key: 'both-turned',
      name: 'by both scripts, that of the form first',
      tag: `<script async src="${ofOne}"></script>${generalTag}`,
      body: form,
      shown: 2,
    },
    {
      key: 'alone',
      name: 'by the script of the form alone, where it stands',
      tag: '',
      body: `<script async src="${ofOne}" data-form="newsletter"></script>`,
    },
    {
      key: 'imported',
      name: 'by an import of a script of the page',
      tag: '',
      body: `${form}<script type="module">await import('${worker}/samtykke.js');</script>`,
    },
  ],
};
