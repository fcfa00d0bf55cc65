import { type Context, type Group, generalTag } from './case.ts';

/** Where the place of all contexts is in demo/site/contexts.html. */
export const PLACE = '<!-- contexts -->';

const escaped = (html: string): string =>
  html.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** How a page is asked for: to be tried, or as the page within the frame of another. */
export type Asked = { isTried: boolean; isInner: boolean };

const walkTag = ({ key, after = 'kept', shown = 1 }: Context): string =>
  `<script src="/contexts/walk.js" data-context="${key}" data-after="${after}" data-shown="${shown}"></script>`;

const document = (context: Context, head: string, body: string): string => `<!doctype html>
<html ${context.root ?? 'lang="en"'}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A form ${context.name}</title>
<link rel="icon" href="/orchard.svg">
${head}
</head>
<body>
${body}
</body>
</html>
`;

const innerPage = (context: Context, isTried: boolean): string =>
  document(
    context,
    `${isTried ? walkTag(context) : ''}${context.head ?? ''}${context.tag ?? generalTag}`,
    context.body,
  );

/** Writes into a page what the walk in its frame tells it. */
const listening = `<script>addEventListener('message', ({ data }) => {
  document.documentElement.dataset.told = JSON.stringify(data);
});</script>`;

/** The page of a context; of one in a frame, the page that has the frame. */
export const contextPage = (context: Context, { isTried, isInner }: Asked): string => {
  if (context.frame === undefined || isInner) return innerPage(context, isTried);
  const source = context.isWritten
    ? `srcdoc="${escaped(innerPage(context, isTried))}"`
    : `src="${context.key}.html?inner${isTried ? '&try' : ''}"`;
  const style = 'style="inline-size:100%;block-size:30em;border:0"';
  return document(
    context,
    isTried ? listening : '',
    `<iframe title="A form" ${style} ${context.frame} ${source}></iframe>`,
  );
};

/** The frame of a card is the one that a context asks for; one more around it would be another context. */
const frameOf = ({ key, name, frame, isWritten }: Context): string => {
  const source = frame !== undefined && !isWritten ? `${key}.html?inner` : `${key}.html?`;
  const attributes = `src="contexts/${source}" loading="lazy" ${isWritten ? '' : (frame ?? '')}`;
  return `<iframe title="A form ${escaped(name)}" ${attributes}></iframe>`;
};

const card = (context: Context): string => {
  const { key, name, turnsHistory, isOwnTab } = context;
  const page = `contexts/${key}.html`;
  const place = isOwnTab
    ? `<p><a href="${page}?try" target="_blank" rel="noopener">Try it in a tab of its own</a></p>`
    : frameOf(context);
  return `<article class="context" data-context="${key}"${turnsHistory ? ' data-alone' : ''}>
<h3><a href="${page}">${escaped(name)}</a></h3>
${place}
<p class="wrong" role="status"></p>
</article>`;
};

/** The cards of all contexts, for the page that shows them. */
export const cards = (groups: readonly Group[]): string =>
  groups
    .map(
      ({ title, contexts }) =>
        `<h2>${title}</h2>\n<div class="contexts">\n${contexts.map(card).join('\n')}\n</div>`,
    )
    .join('\n');
