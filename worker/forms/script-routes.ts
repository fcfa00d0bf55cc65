import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { Key } from '../contract/words.ts';
import { callerOf } from '../platform/caller.ts';
import type { App } from '../platform/env.ts';
import { acceptedLocales } from '../platform/locale.ts';
import { countView } from '../statistics/count.ts';
import { type KnownForm, knownForm } from './cache.ts';
import { formAnswer } from './open.ts';
import { mayUseForm } from './origins.ts';
import { type FormScript, formScript } from './script.ts';

/**
 * Whether the page that asks may use the form, as far as the browser tells: a script that is no module says
 * only where it stands, and not even that for a page that hides it. Submissions are checked for good.
 */
const mayAsk = (c: Context<App>, form: KnownForm): boolean => {
  const from = c.req.header('Origin') ?? URL.parse(c.req.header('Referer') ?? '')?.origin;
  return !from || mayUseForm(c, from, form);
};

/**
 * `GET /f/{key}.js?locale=`: the script of one form. It never fails: where there is no form, or the page may not
 * use it, the element in the page asks for the definition, and says what comes of that.
 */
export const formScripts = new Hono<App>().get('/:file{[^/]+\\.js}', etag(), async (c) => {
  const key = c.req.param('file').slice(0, -'.js'.length);
  const locale = c.req.query('locale') || undefined;
  const caller = callerOf(c);
  const form = Key.safeParse(key).success ? await knownForm(caller, key) : null;
  const script: FormScript = { host: `${caller.host}/` };
  if (form && mayAsk(c, form)) {
    const wanted = locale ? [locale] : acceptedLocales(c.req.header('Accept-Language'));
    script.answer = formAnswer(form, wanted, 'form', c.env.TURNSTILE_SITE_KEY);
    script.locales = form.current.definition.locales;
    script.locale = locale;
    countView(caller, key, 'shown');
  }
  c.header('Content-Type', 'text/javascript; charset=utf-8');
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Timing-Allow-Origin', '*');
  c.header('Cache-Control', 'public, max-age=60, stale-while-revalidate=86400');
  c.header('Vary', 'Origin, Referer', { append: true });
  if (!locale) c.header('Vary', 'Accept-Language', { append: true });
  return c.body(formScript(script));
});
