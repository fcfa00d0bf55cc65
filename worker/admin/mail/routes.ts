import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { requires } from '../../access/guard.ts';
import { EmailTemplate } from '../../contract/emails.ts';
import { Locale } from '../../contract/words.ts';
import { readMailbox } from '../../outbox/mailbox.ts';
import { readDead, readOutboxHealth } from '../../outbox/outbox.ts';
import { readAllTexts } from '../../outbox/templates.ts';
import { answerPage } from '../../pages/form-page.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { retryFailed } from './retry.ts';
import { resetMailTexts, saveMailTexts } from './save.ts';

const emailOf = (c: Context<App>) => {
  const template = EmailTemplate.safeParse(c.req.param('template'));
  if (!template.success)
    throw new ProblemError('not-found', { detail: 'There is no such letter.' });
  return { template: template.data, locale: parse(Locale, c.req.param('locale')) };
};

/**
 * Mail as an operator sees it; needs the right `mail`.
 * - `GET /v1/mail/templates`: every email's texts, by template and locale; `changed` marks an operator's
 * - `PUT /v1/mail/templates/{template}/{locale}`: replaces them
 * - `DELETE /v1/mail/templates/{template}/{locale}`: resets them to those that ship
 * - `GET /v1/mail/health`: how many letters wait, were given up and went out in a day; since when one waits
 * - `GET /v1/mail/dead`: messages that were given up, without what they say
 * - `POST /v1/mail/dead/retries`: tries those again
 */
export const mail = new Hono<App>()
  .use(requires('mail'))
  .get('/templates', async (c) => c.json(await readAllTexts(c.get('db'))))
  .put('/templates/:template/:locale', async (c) => {
    const { template, locale } = emailOf(c);
    const texts: unknown = await c.req.json().catch(() => undefined);
    return c.json(await saveMailTexts(callerOf(c), template, locale, texts));
  })
  .delete('/templates/:template/:locale', async (c) => {
    const { template, locale } = emailOf(c);
    if (!(await resetMailTexts(callerOf(c), template, locale)))
      throw new ProblemError('not-found', { detail: 'These texts have not been changed.' });
    return c.body(null, 204);
  })
  .get('/health', async (c) => c.json(await readOutboxHealth(c.get('db'), Date.now())))
  .get('/dead', async (c) => c.json({ dead: await readDead(c.get('db')) }))
  .post('/dead/retries', async (c) => c.json({ retried: await retryFailed(callerOf(c)) }));

/**
 * For development only, and nowhere to be found otherwise:
 * - `GET /dev/mailbox`: what would have been sent, newest first; JSON where `Accept` asks for it
 * - `GET /dev/mailbox/{id}`: one message as its reader would show it
 */
export const mailbox = new Hono<App>()
  .use(async (c, next) => {
    if (c.env.ENVIRONMENT !== 'development') throw new ProblemError('not-found');
    await next();
  })
  .get('/', async (c) => {
    const messages = await readMailbox(c.get('db'));
    if (c.req.header('Accept')?.includes('application/json')) return c.json({ messages });
    const body = await html`<h1>Mailbox</h1>
      <p>What would have gone out by mail, newest first. This page exists only in development.</p>
      <ul>${messages.map(
        ({ id, to, subject, receivedAt }) =>
          html`<li><a href="/dev/mailbox/${encodeURIComponent(id)}">${subject}</a><br><small>${to}, ${new Date(receivedAt).toISOString()}</small></li>`,
      )}</ul>`;
    return answerPage(c, { locale: 'en', title: 'Mailbox', body });
  })
  .get('/:id', async (c) => {
    const found = (await readMailbox(c.get('db'))).find(({ id }) => id === c.req.param('id'));
    if (!found) throw new ProblemError('not-found');
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    return c.html(found.html);
  });
