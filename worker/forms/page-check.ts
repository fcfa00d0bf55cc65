import type { Checked } from '../contract/forms.ts';
import type { Caller } from '../platform/caller.ts';
import { mayUse } from './origins.ts';
import { readForm } from './store.ts';

const MOST_BYTES = 2_000_000;

/** Reads no more of a page than this, however long it is. */
const startOf = async ({ body }: Response): Promise<string> => {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.byteLength;
    if (bytes >= MOST_BYTES) break;
  }
  return text;
};

/** Looks whether a page has the tag of a form, and whether its website may use it. */
export const checkPage = async (
  { db, host }: Pick<Caller, 'db' | 'host'>,
  form: string,
  page: string,
): Promise<Checked> => {
  const url = URL.parse(page);
  const origin = url?.origin ?? page;
  const settings = (await readForm(db, form))?.settings;
  const allowed = settings !== undefined && mayUse(origin, settings.origins);
  if (!settings || !url || !/^https?:$/.test(url.protocol)) return { found: null, origin, allowed };
  const answer = await fetch(url, { signal: AbortSignal.timeout(8000) }).catch(() => null);
  if (!answer?.ok) return { found: null, origin, allowed };
  const html = await startOf(answer);
  const hasScript = [`${host}/samtykke.js`, `${host}/f/${form}.js`].some((tag) =>
    html.includes(tag),
  );
  const hasForm = new RegExp(`(form|data-samtykke-form|data-form)=["']?${form}["'\\s>]`).test(html);
  return { found: hasScript && hasForm, origin, allowed };
};
