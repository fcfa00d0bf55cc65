import { type Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import { z } from 'zod';
import { BreachReportBody } from '../../contract/breach.ts';
import { takeReport } from '../../incidents/store.ts';
import { pageLocale, visitorLocale } from '../../locales/own.ts';
import { textsIn } from '../../locales/shipped.ts';
import { answerPage } from '../../pages/form-page.ts';
import { readForm } from '../../platform/api/form-body.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { limited } from '../../platform/limits/limited.ts';
import { ProblemError, tryAgainIn } from '../../platform/problems/problem.ts';
import { HOUR, SECOND } from '../../platform/time.ts';
import { readSetting } from '../../settings/store.ts';

/** What was typed in the form, before it is known to be a report. */
const Typed = z.object({
  text: z.string().catch(''),
  happened: z.string().catch(''),
  contact: z.string().catch(''),
});
type Typed = z.infer<typeof Typed>;

const nothing: Typed = { text: '', happened: '', contact: '' };

const showForm = async (c: Context<App>, typed: Typed, isMissing = false): Promise<Response> => {
  const locale = pageLocale(c, visitorLocale(c));
  const texts = textsIn(locale).incident;
  const body = await html`<h1>${texts.title}</h1>
    <p>${texts.intro}</p>
    <form method="post" action="/report?locale=${locale}">
      <label for="text">${texts.what}</label>
      <textarea id="text" name="text" rows="6" required minlength="10" maxlength="5000"
        ${isMissing ? raw('aria-invalid="true" aria-describedby="missing"') : ''}>${typed.text}</textarea>
      ${isMissing ? html`<p id="missing" class="wrong" role="alert">${texts.missing}</p>` : ''}
      <label for="happened">${texts.happenedAt}</label>
      <input id="happened" name="happened" maxlength="500" value="${typed.happened}">
      <label for="contact">${texts.contact}</label>
      <input id="contact" name="contact" maxlength="500" autocomplete="email" value="${typed.contact}">
      <button class="button">${texts.button}</button>
    </form>`;
  return answerPage(
    c,
    { locale, title: texts.title, body, withoutScript: true },
    isMissing ? 422 : 200,
  );
};

const showThanks = async (c: Context<App>): Promise<Response> => {
  const locale = pageLocale(c, visitorLocale(c));
  const { title, thanks } = textsIn(locale).incident;
  const body = await html`<h1>${title}</h1><p role="status">${thanks}</p>`;
  return answerPage(c, { locale, title, body, withoutScript: true });
};

/**
 * Where anyone reports a data breach, if the setting `breach-reports` lets them; otherwise there is no such page.
 * - `GET /report`: the form
 * - `POST /report` `text`, `happened`, `contact`: keeps the report, and tells those who handle breaches
 */
export const reportPages = new Hono<App>()
  .use(async (c, next) => {
    if ((await readSetting(c.get('db'), 'breach-reports')) !== 'public')
      throw new ProblemError('not-found');
    await next();
  })
  .get('/', (c) => showForm(c, nothing))
  .post('/', limited('requests'), async (c) => {
    const typed = Typed.parse(await readForm(() => c.req.parseBody()));
    const report = BreachReportBody.safeParse(typed);
    if (!report.success) return showForm(c, typed, true);
    if ((await takeReport(callerOf(c), report.data, 'person')) === null)
      throw tryAgainIn(HOUR / SECOND, 'too-many-requests');
    return showThanks(c);
  });
