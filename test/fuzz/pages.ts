/** A form of a page, with what stands in its controls. */
export type PageForm = { action: string; values: [name: string, value: string][] };

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

const plain = (text: string): string =>
  text.replaceAll(/&(?:amp|quot|#39|lt|gt);/g, (entity) => entities[entity] ?? entity);

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};

/** What a browser would post of a select: the option that is selected, or the first. */
const selectedIn = (options: string): string => {
  const tags = [...options.matchAll(/<option([^>]*)>/g)].map(([, tag = '']) => tag);
  return attribute(tags.find((tag) => /\sselected\b/.test(tag)) ?? tags[0] ?? '', 'value') ?? '';
};

const control =
  /<(?:input|button)(\s[^>]*)>|<textarea(\s[^>]*)>([^<]*)<\/textarea>|<select(\s[^>]*)>(.*?)<\/select>/gs;

const controlsIn = (text: string): [string, string][] =>
  [...text.matchAll(control)].flatMap(([, input, area, written = '', select, options = '']) => {
    const tag = input ?? area ?? select ?? '';
    const name = attribute(tag, 'name');
    if (!name) return [];
    if (area !== undefined) return [[name, plain(written)]];
    return [[name, select === undefined ? (attribute(tag, 'value') ?? '') : selectedIn(options)]];
  });

/** The forms of a page that post. */
export const formsIn = (page: string, at: string): PageForm[] =>
  [...page.matchAll(/<form(\s[^>]*)>(.*?)<\/form>/gs)]
    .filter(([, tag = '']) => /method="post"/i.test(tag))
    .map(([, tag = '', inside = '']) => ({
      action: attribute(tag, 'action') || at,
      values: controlsIn(inside),
    }));

/** The addresses on this site that a page links to. */
export const linksIn = (page: string): string[] =>
  [...page.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href = '']) => plain(href));
