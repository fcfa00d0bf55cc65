import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { html } from 'hono/html';
import { showForm } from '../../forms/routes.ts';
import { embeddedForm } from '../../pages/embedded.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';

/**
 * `GET /f/{key}/embed?locale=&page=`: the form as HTML for a website's server, or an include at its edge, to put
 * into a page. Visitors can answer it without JavaScript, and before any has come.
 */
export const embeddedForms = new Hono<App>().get('/:key/embed', etag(), async (c) => {
  const { form, answer } = await showForm(c, { locale: c.req.query('locale'), part: 'form' });
  c.header('Access-Control-Allow-Origin', '*');
  if (!answer.active) return c.html(html`<p lang="${answer.locale}">${answer.inactive}</p>`);
  const { host } = callerOf(c);
  return c.html(await embeddedForm(form, answer, { host, page: c.req.query('page') }));
});
