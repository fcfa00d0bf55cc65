import { Hono } from 'hono';
import { html } from 'hono/html';
import { inItsLanguage, pageLocale, visitorLocale } from '../../locales/own.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import { answerPage } from '../../pages/form-page.ts';
import { readPerson } from '../../people/store.ts';
import { callerOf } from '../../platform/caller.ts';
import { masked } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { limited } from '../../platform/limits/limited.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { askForEntry, enterByLink } from './entry.ts';
import { keepSession } from './session.ts';

/** Where a link may lead besides the preference centre. */
const targets: Readonly<Record<string, string>> = { data: '/preferences/data?format=html' };

/**
 * Where the link in an email leads.
 * - `GET /enter/{token}?to=`: begins a session and leads on at once, to `/preferences` or to a report of all
 *   that is kept (`to=data`), so that the token
 *   leaves the address bar. It changes nothing of the person's; an old link offers a new email.
 *   A redirect would not do: browsers hold a SameSite=Strict cookie back on the way from a mail program.
 * - `POST /enter/{token}/emails`: sends that email.
 */
export const enterPages = new Hono<App>()
  .use(async (c, next) => {
    c.header('Referrer-Policy', 'no-referrer');
    await next();
  })
  .get('/:token', async (c) => {
    const token = c.req.param('token');
    const entered = await enterByLink(callerOf(c), token);
    const locale = pageLocale(c, visitorLocale(c));
    const words = preferenceTextsIn(locale);
    const page = { locale, title: words.title, withoutScript: true };
    if (entered.state === 'in') {
      keepSession(c, entered.session);
      const leadsTo = targets[c.req.query('to') ?? ''] ?? inItsLanguage(c, '/preferences');
      const body =
        await html`<h1>${words.title}</h1><p><a href="${leadsTo}">${words.enter}</a></p>`;
      return answerPage(c, { ...page, body, leadsTo });
    }
    if (entered.state === 'bad') throw new ProblemError('not-found', { detail: words.late });
    const body = await html`<h1>${words.title}</h1><p>${words.late}</p>
      <form method="post" action="/enter/${token}/emails"><button class="button" autofocus>${words.again}</button></form>`;
    return answerPage(c, { ...page, body });
  })
  .post('/:token/emails', limited('entries'), async (c) => {
    const entered = await enterByLink(callerOf(c), c.req.param('token'));
    if (entered.state !== 'late') return c.redirect('/preferences', 303);
    const person = await readPerson(c.get('db'), entered.person);
    if (!person) throw new ProblemError('not-found');
    askForEntry(callerOf(c), person);
    const words = preferenceTextsIn(person.locale);
    const sent = words.sent.replace('{email}', masked(person.email));
    const body = await html`<h1>${words.title}</h1><p role="status">${sent}</p>`;
    return answerPage(c, { locale: person.locale, title: words.title, withoutScript: true, body });
  });
