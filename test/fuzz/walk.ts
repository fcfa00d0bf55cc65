import { oddTexts } from './breaking.ts';
import type { Answered } from './faults.ts';
import { oddHeaders } from './headers.ts';
import { formsIn, linksIn, type PageForm } from './pages.ts';
import type { Random } from './random.ts';
import type { Asking } from './requests.ts';

/** Who walks, from which pages on, and who asks for them. */
export type Walk = {
  random: Random;
  /** The Worker's own origin: a form is posted from there. */
  origin: string;
  headers: Readonly<Record<string, string>>;
  from: readonly string[];
  /** Forms that would end the walk, by where they lead. */
  avoid?: RegExp;
  ask: (asking: Asking) => Promise<Answered>;
};

/** More pages of a kind are not worth a visit. */
const MOST_PAGES = 2000;

const brokenValues = (random: Random, values: PageForm['values']): PageForm['values'] => {
  const times = random.pick([0, 0, 1, 1, 2, 4]);
  const changed = values.map(([name, value]): [string, string] => [name, value]);
  for (let time = 0; time < times; time++) {
    const at = random.below(changed.length + 1);
    const [name] = changed[at] ?? [random.pick(oddTexts)];
    const act = random.below(10);
    if (act === 0) changed.splice(at, 1);
    else if (act === 1) changed.push([name, random.pick(oddTexts)]);
    else if (act === 2) changed.push([random.pick(oddTexts), 'x']);
    else if (act < 5) changed[at] = [name, changed[random.below(changed.length)]?.[1] ?? ''];
    else changed[at] = [name, random.pick(oddTexts)];
  }
  return changed;
};

const bodyOf = (values: PageForm['values']): string =>
  new URLSearchParams(values.map(([name, value]) => [name, value.toWellFormed()])).toString();

/** Makes the post of a page's form, often with something else in it than a page would let through. */
const postOf = ({ random, origin, headers }: Walk, form: PageForm): Asking => ({
  method: 'POST',
  target: form.action,
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    Origin: origin,
    ...headers,
    ...(random.chance(0.05) ? oddHeaders(random) : {}),
  },
  body: bodyOf(brokenValues(random, form.values)),
});

const brokenLink = (random: Random, link: string): string => {
  const [path = '', query = ''] = link.split('?');
  const asked = new URLSearchParams(query);
  const name = random.pick([...asked.keys(), 'locale', 'after', 'email', 'days', 'editing']);
  asked.set(name, random.pick(oddTexts).toWellFormed());
  if (random.chance(0.7)) return `${path}?${asked}`;
  const parts = path.split('/');
  // Ahead of the first slash stands the host.
  parts[1 + random.below(parts.length - 1)] = encodeURIComponent(
    random.pick(oddTexts).toWellFormed().slice(0, 500),
  );
  return parts.join('/') || '/';
};

/** Walks over pages by their links, and posts their forms, for so many turns. */
export const walk = async (walker: Walk, turns: number): Promise<void> => {
  const { random, origin, headers, ask } = walker;
  const links = new Set(walker.from);
  let forms: PageForm[] = [];
  const look = (at: string, page: string) => {
    const here = new URL(at, origin);
    const found = formsIn(page, at).map((form) => {
      const { pathname, search } = new URL(form.action, here);
      return { ...form, action: pathname + search };
    });
    forms = [...found.filter(({ action }) => !walker.avoid?.test(action)), ...forms].slice(0, 40);
    for (const link of linksIn(page)) {
      const url = URL.parse(link, here);
      if (url?.origin === origin && links.size < MOST_PAGES) links.add(url.pathname + url.search);
    }
  };
  for (let turn = 0; turn < turns; turn++) {
    const posts = forms.length > 0 && random.chance(0.5);
    const link = random.pick([...links]);
    const target = random.chance(0.15) ? brokenLink(random, link) : link;
    const asking = posts
      ? postOf(walker, random.pick(forms))
      : { method: 'GET', target, headers: { Accept: 'text/html', ...headers }, body: undefined };
    const { status, type, location, text } = await ask(asking);
    if (status === 303 && location.startsWith('/')) links.add(location);
    if (type === 'text/html') look(asking.target, text);
  }
};
