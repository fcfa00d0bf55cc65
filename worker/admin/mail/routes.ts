import { Hono } from 'hono';
import { html } from 'hono/html';
import { requires } from '../../access/guard.ts';
import {
  CurrentTexts,
  DeadEmails,
  EmailPreview,
  EmailTemplates,
  OutboxHealth,
  PreviewBody,
  Retried,
  SavedEmailTexts,
  TemplateName,
  TestBody,
} from '../../contract/emails.ts';
import { Locale } from '../../contract/words.ts';
import { readDead } from '../../outbox/dead.ts';
import { readMailbox } from '../../outbox/mailbox.ts';
import { readOutboxHealth } from '../../outbox/outbox.ts';
import { readAllTexts, readTemplate } from '../../outbox/templates.ts';
import { answerPage } from '../../pages/form-page.ts';
import { readTagged, seenIn, setTag } from '../../platform/api/if-match.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, param } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { retryFailed } from './retry.ts';
import { mailEdit, resetMailTexts, saveMailTexts } from './save.ts';
import { previewEmail, sendTest } from './try.ts';

const NO_EMAIL = 'There is no such email.';

/** Email as an operator sees it. */
export const mail = new Hono<App>()
  .use(requires('mail'))
  .get(
    '/templates',
    operation({
      id: 'listEmailTexts',
      summary: 'List the texts of every email',
      description:
        'By template and locale. `changed` marks texts that an operator edited. Templates whose keys begin with `notice-` are privacy notices of your own, for sources to send.',
      answers: { 200: EmailTemplates },
    }),
    async (c) => c.json(await readAllTexts(c.get('db'))),
  )
  .get(
    '/templates/:template/:locale',
    operation({
      id: 'readEmailTexts',
      summary: 'Read the texts of an email in a locale',
      answers: { 200: CurrentTexts },
      problems: ['not-found'],
      edits: 'reads',
    }),
    param({ template: TemplateName, locale: Locale }, NO_EMAIL),
    async (c) => {
      const { template, locale } = c.req.valid('param');
      const texts = await readTagged(c, mailEdit(template, locale), () =>
        readTemplate(c.get('db'), template),
      );
      const found = texts[locale];
      if (!found) throw new ProblemError('not-found', { detail: NO_EMAIL });
      return c.json(found);
    },
  )
  .put(
    '/templates/:template/:locale',
    operation({
      id: 'saveEmailTexts',
      summary: 'Replace the texts of an email in a locale',
      description: 'A template whose key begins with `notice-` is added by its first texts.',
      answers: { 200: CurrentTexts },
      problems: ['not-found', 'invalid-fields'],
      edits: 'saves',
    }),
    param({ template: TemplateName, locale: Locale }, NO_EMAIL),
    json(SavedEmailTexts),
    async (c) => {
      const { template, locale } = c.req.valid('param');
      const which = { template, locale, seen: seenIn(c) };
      const { texts, edit } = await saveMailTexts(callerOf(c), which, c.req.valid('json'));
      setTag(c, edit);
      return c.json(texts);
    },
  )
  .delete(
    '/templates/:template/:locale',
    operation({
      id: 'resetEmailTexts',
      summary: 'Reset the texts of an email',
      description: 'Removes them where none ship in that locale.',
      answers: { 204: null },
      problems: ['not-found', 'conflict'],
      edits: 'saves',
    }),
    param({ template: TemplateName, locale: Locale }, NO_EMAIL),
    async (c) => {
      const { template, locale } = c.req.valid('param');
      if (!(await resetMailTexts(callerOf(c), { template, locale, seen: seenIn(c) })))
        throw new ProblemError('not-found', { detail: 'These texts have not been changed.' });
      return c.body(null, 204);
    },
  )
  .post(
    '/templates/:template/:locale/preview',
    operation({
      id: 'previewEmail',
      summary: 'Preview an email',
      description: 'From texts that need not be saved, with made-up contents.',
      answers: { 200: EmailPreview },
      problems: ['not-found', 'invalid-fields'],
    }),
    param({ template: TemplateName, locale: Locale }, NO_EMAIL),
    json(PreviewBody),
    async (c) => {
      const sample = { ...c.req.valid('param'), texts: c.req.valid('json') };
      return c.json(await previewEmail(callerOf(c), sample));
    },
  )
  .post(
    '/templates/:template/:locale/tests',
    operation({
      id: 'testEmail',
      summary: 'Send a test of an email',
      description:
        'To an active user of the console, from texts that need not be saved. At most 20 an hour go to an address.',
      answers: { 202: null },
      problems: ['not-found', 'conflict', 'invalid-fields', 'too-many-requests'],
    }),
    param({ template: TemplateName, locale: Locale }, NO_EMAIL),
    json(TestBody),
    async (c) => {
      const { to, ...texts } = c.req.valid('json');
      await sendTest(callerOf(c), { ...c.req.valid('param'), texts }, to);
      return c.body(null, 202);
    },
  )
  .get(
    '/health',
    operation({
      id: 'readOutboxHealth',
      summary: 'Read the state of the outbox',
      description: 'How many emails wait, failed for good, and were sent in the last day.',
      answers: { 200: OutboxHealth },
    }),
    async (c) => c.json(await readOutboxHealth(c.get('db'), Date.now())),
  )
  .get(
    '/dead',
    operation({
      id: 'listDeadEmails',
      summary: 'List failed emails',
      description: 'Without their contents.',
      answers: { 200: DeadEmails },
    }),
    async (c) => c.json({ dead: await readDead(c.get('db')) }),
  )
  .post(
    '/dead/retries',
    operation({
      id: 'retryDeadEmails',
      summary: 'Retry failed emails',
      answers: { 200: Retried },
    }),
    async (c) => c.json({ retried: await retryFailed(callerOf(c)) }),
  );

/**
 * For development only, and nowhere to be found otherwise:
 * - `GET /dev/mailbox`: what would have been sent, newest first, with `?to=` to one address; JSON where `Accept`
 *   asks for it
 * - `GET /dev/mailbox/{id}`: one message as its reader would show it
 */
export const mailbox = new Hono<App>()
  .use(async (c, next) => {
    if (c.env.ENVIRONMENT !== 'development') throw new ProblemError('not-found');
    await next();
  })
  .get('/', async (c) => {
    const messages = await readMailbox(c.get('db'), c.req.query('to'));
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
