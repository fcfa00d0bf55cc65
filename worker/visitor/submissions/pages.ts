import { Hono } from 'hono';
import { FormView } from '../../contract/form.ts';
import { addressInQuery } from '../../contract/tidy.ts';
import { formAnswer } from '../../forms/open.ts';
import { formOf } from '../../forms/routes.ts';
import { answerForm, answerPage } from '../../pages/form-page.ts';
import { knownSurroundings } from '../../pages/privacy.ts';
import { callerOf } from '../../platform/caller.ts';
import { masked } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { acceptedLocales } from '../../platform/locale.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { countView } from '../../statistics/count.ts';
import { waitingPage } from '../confirm/page.ts';
import { pendingByReceipt } from '../confirm/store.ts';
import { confirmedOutcome, outcomeOf } from '../outcome/outcome.ts';
import { outcomePage } from '../outcome/page.ts';
import { personOfReceipt, readReceipt } from '../receipts/store.ts';

/** The folder of the widget that this Worker was built with, set by worker/tools/build.ts. */
declare const BUILD: string;

/**
 * Pages for visitors.
 * - `GET /`: leads to the preference centre.
 * - `GET /f/{key}?locale=`: the form as a page of its own, which works with JavaScript off. Other
 *   parameters fill in text fields by their key.
 * - `GET /f/{key}/thanks?receipt=`: where a page without JavaScript lands.
 * - `GET /w/{build}/{file}`: for a page that still has the loader of an earlier build.
 */
export const pages = new Hono<App>()
  .get('/', (c) => c.redirect('/preferences', 302))
  .get('/f/:key', async (c) => {
    const form = await formOf(c);
    const { locale, ...offered } = c.req.query();
    const email = offered.email && addressInQuery(offered.email);
    const prefill = email ? { ...offered, email } : offered;
    const wanted = [
      ...(locale ? [locale] : []),
      ...acceptedLocales(c.req.header('Accept-Language')),
    ];
    const { style } = form.current.definition;
    const answer = formAnswer(form, wanted, 'form', c.env.TURNSTILE_SITE_KEY);
    if (answer.active) countView(callerOf(c), form.settings.key, 'shown');
    return answerForm(c, answer, { prefill, style, languages: form.current.definition.locales });
  })
  .get('/f/:key/thanks', async (c) => {
    const db = c.get('db');
    const id = c.req.query('receipt') ?? '';
    const [receipt, pending, person] = await Promise.all([
      readReceipt(db, id),
      pendingByReceipt(db, id),
      personOfReceipt(db, id),
      knownSurroundings(db),
    ]);
    if (receipt?.form !== c.req.param('key') || !person) throw new ProblemError('not-found');
    if (pending?.confirmedAt === null) return waitingPage(c, pending);
    const view = FormView.parse(receipt.statement.content);
    const email = masked(person.email);
    // A holder of the receipt may not be the person who confirmed, who alone learns what stands.
    const outcome = pending
      ? confirmedOutcome(view.locale)
      : outcomeOf(view, receipt.decisions, email);
    return answerPage(c, await outcomePage(view.locale, outcome, receipt.receipt));
  })
  .get('/w/:build/:file', (c) => {
    const { build, file } = c.req.param();
    if (build === BUILD) throw new ProblemError('not-found');
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cache-Control', 'no-store');
    // A script of an earlier build has the style sheet of that build along.
    const whole = file === 'unstyled.js' ? 'form.js' : file;
    return c.redirect(`/w/${BUILD}/${encodeURIComponent(whole)}`, 302);
  });
