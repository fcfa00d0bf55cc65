import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { html } from 'hono/html';
import { formAnswer } from '../../forms/open.ts';
import { roomFor } from '../../forms/room.ts';
import { checkOrigin, formOf } from '../../forms/routes.ts';
import { elementStyle } from '../../forms/style.ts';
import { formTextsIn } from '../../locales/form.ts';
import { renderEmbedded } from '../../pages/render.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { acceptedLocales } from '../../platform/locale.ts';
import { countView } from '../../statistics/count.ts';

/**
 * `GET /f/{key}/embed?locale=&page=`: the form as HTML for a website's server, or an include at its edge, to put
 * into a page. Visitors can answer it without JavaScript, and before any has come.
 */
export const embeddedForms = new Hono<App>().get('/:key/embed', etag(), async (c) => {
  const form = await formOf(c);
  checkOrigin(c, form);
  const locale = c.req.query('locale');
  const wanted = locale ? [locale] : acceptedLocales(c.req.header('Accept-Language'));
  const answer = formAnswer(form, wanted, 'form', c.env.TURNSTILE_SITE_KEY);
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cache-Control', 'public, max-age=60, stale-while-revalidate=86400');
  c.header('Vary', 'Accept-Language', { append: true });
  c.header('Content-Language', answer.locale);
  if (!answer.active) return c.html(html`<p lang="${answer.locale}">${answer.inactive}</p>`);
  const caller = callerOf(c);
  countView(caller, answer.form, 'shown');
  const style = elementStyle(form.current.definition.style ?? {});
  return c.html(
    await renderEmbedded({
      definition: answer,
      texts: formTextsIn(answer.locale),
      host: `${caller.host}/`,
      style: `display:block;min-height:${roomFor(answer)};${style}`,
      page: c.req.query('page'),
    }),
  );
});
