import { type Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import { z } from 'zod';
import { inItsLanguage, pageLocale, visitorLocale } from '../../locales/own.ts';
import { textsIn } from '../../locales/shipped.ts';
import { answerPage } from '../../pages/form-page.ts';
import type { Allowed } from '../../pages/policy.ts';
import { knownSurroundings } from '../../pages/privacy.ts';
import { readForm } from '../../platform/api/form-body.ts';
import { callerOf } from '../../platform/caller.ts';
import { masked } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { limited } from '../../platform/limits/limited.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { type ReadLink, readLink } from '../../platform/signing/link.ts';
import { whereFrom } from '../../platform/where-from.ts';
import { outcomePage, partsHtml } from '../outcome/page.ts';
import { confirm, confirmByCode, sendAgain } from './confirm.ts';
import { readStandsNow, type StandsNow } from './outcome.ts';
import { type Pending, pendingById, pendingByReceipt } from './store.ts';

/** A link of ours, and the submission that it is about. */
type Opened = { link: Exclude<ReadLink, { state: 'bad' }>; pending: Pending };

/** Reads what a link is about, and the brand for the page; null for a forged link, and one whose submission is gone. */
const open = async (c: Context<App>): Promise<Opened | null> => {
  const link = await readLink(c.env, c.req.param('token') ?? '', 'confirm');
  if (link.state === 'bad') return null;
  const db = c.get('db');
  const [pending] = await Promise.all([pendingById(db, link.subject), knownSurroundings(db)]);
  return pending && { link, pending };
};

/** Reads how a submission stands, as it is told to anyone who has the link. */
const standsNow = (c: Context<App>, pending: Pending): Promise<StandsNow | null> =>
  readStandsNow(c.get('db'), pending, masked(pending.email));

/** Whether a link is too old to confirm anything, by its own time, or as the person has another address since. */
const isLate = ({ link, pending }: Opened): boolean =>
  pending.confirmedAt === null &&
  (link.state === 'expired' ||
    link.issuedAt < pending.linksAfter ||
    pending.expiresAt <= Date.now());

/** Lets the button's answer lead to where the form's thanks are (browsers check redirects). */
const leadsTo = ({ view }: StandsNow): Allowed => {
  const { redirect } = view.done;
  return { formAction: redirect ? new URL(redirect).origin : '' };
};

const page = async (
  c: Context<App>,
  pending: Pending,
  now: StandsNow,
  { text, action, button }: { text: string; action?: string; button?: string },
) => {
  const locale = pageLocale(c, pending.locale);
  const { title } = textsIn(locale).confirm;
  const body = await html`<h1>${title}</h1>
    <p>${text}</p>
    ${action ? html`<form method="post" action="${action}"><button class="button" autofocus>${button}</button></form>` : ''}
    ${partsHtml(now.outcome.parts.filter(({ items }) => items.length > 0))}`;
  return answerPage(c, { locale, title, body }, 200, leadsTo(now));
};

/** Says, in the visitor's language, that there is nothing to confirm any more. */
const gonePage = async (c: Context<App>) => {
  const locale = pageLocale(c, visitorLocale(c));
  const { confirm, unsubscribe } = textsIn(locale);
  const body = await html`<h1>${confirm.gone}</h1>
    <p class="beside"><a href="/preferences?locale=${locale}">${unsubscribe.manage}</a></p>`;
  return answerPage(c, { locale, title: confirm.gone, body }, 404);
};

/** Where someone without JavaScript waits for the email, and enters its code. */
export const waitingPage = async (
  c: Context<App>,
  pending: Pending,
  { error, isAgain = false }: { error?: string; isAgain?: boolean } = {},
): Promise<Response> => {
  const { locale, receipt, email, form } = pending;
  const texts = textsIn(locale).confirm;
  const [now] = await Promise.all([standsNow(c, pending), knownSurroundings(c.get('db'))]);
  const body = await html`<div role="status"><h1>${texts.title}</h1>
    <p>${texts.text.replace('{email}', masked(email))}</p>${isAgain ? html`<p>${texts.sent}</p>` : ''}</div>
    <form method="post" action="/confirm">
      <input type="hidden" name="receipt" value="${receipt}">
      <label for="code">${texts.code}</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20"
        ${error ? raw('aria-invalid="true" aria-describedby="wrong"') : ''}>
      ${error ? html`<p id="wrong" class="wrong" role="alert">${error}</p>` : ''}
      <button class="button">${texts.button}</button>
    </form>
    <form method="post" action="/confirm/emails">
      <input type="hidden" name="receipt" value="${receipt}"><button class="quiet">${texts.again}</button>
    </form>
    <p>${texts.capped}</p>
    <p class="beside"><a href="/f/${form}?locale=${locale}">${texts.other}</a></p>`;
  return answerPage(
    c,
    { locale, title: texts.title, body },
    error ? 422 : 200,
    now ? leadsTo(now) : {},
  );
};

/** What a page without JavaScript posts. */
const Posted = z.object({ receipt: z.string().max(100), code: z.string().max(20).default('') });

const posted = async (c: Context<App>): Promise<z.infer<typeof Posted>> =>
  parse(Posted, await readForm(() => c.req.parseBody()));

/** What stands now, under the thanks of the form or in place of them; or where the form leads instead. */
const thanks = async (
  c: Context<App>,
  { receipt }: Pending,
  { view, outcome }: StandsNow,
): Promise<Response> =>
  outcome.redirect
    ? c.redirect(outcome.redirect, 303)
    : answerPage(c, await outcomePage(view.locale, outcome, receipt));

/**
 * Where the link in a confirmation email leads.
 * - `GET /confirm/{token}`: a page with a button. Opening it changes nothing, for mail scanners open
 *   links too.
 * - `POST /confirm/{token}`: what the button does; then the form's thanks.
 * - `POST /confirm/{token}/emails`: a new email, where the link was too old.
 * - `POST /confirm`, `POST /confirm/emails`: from the page of someone without JavaScript, who enters
 *   the code of the email, or asks for it again.
 */
export const confirmPages = new Hono<App>()
  .use(async (c, next) => {
    c.header('Referrer-Policy', 'no-referrer');
    await next();
  })
  .get('/:token', async (c) => {
    const opened = await open(c);
    const now = opened && (await standsNow(c, opened.pending));
    if (!now) return gonePage(c);
    const { pending } = opened;
    const { press, button, late, again, done } = textsIn(pageLocale(c, pending.locale)).confirm;
    const token = c.req.param('token');
    if (pending.confirmedAt !== null || !now.isYesStill) {
      const title = now.isYesStill ? done : now.outcome.title;
      return answerPage(
        c,
        await outcomePage(pending.locale, { ...now.outcome, title }, pending.receipt),
      );
    }
    return isLate(opened)
      ? page(c, pending, now, {
          text: late,
          action: inItsLanguage(c, `/confirm/${token}/emails`),
          button: again,
        })
      : page(c, pending, now, {
          text: press,
          action: inItsLanguage(c, `/confirm/${token}`),
          button,
        });
  })
  .post('/', limited('codes'), async (c) => {
    const { pending, now } = await confirmByCode(
      callerOf(c),
      { ...(await posted(c)), from: whereFrom(c) },
      masked,
    );
    if (!pending) throw new ProblemError('not-found');
    if (now) return thanks(c, pending, now);
    return waitingPage(c, pending, { error: textsIn(pending.locale).confirm.wrong });
  })
  .post('/emails', limited('entries'), async (c) => {
    const pending = await pendingByReceipt(c.get('db'), (await posted(c)).receipt);
    if (!pending) throw new ProblemError('not-found');
    sendAgain(callerOf(c), pending);
    return waitingPage(c, pending, { isAgain: true });
  })
  .post('/:token', async (c) => {
    const opened = await open(c);
    if (!opened) return gonePage(c);
    if (isLate(opened)) return c.redirect(`/confirm/${c.req.param('token')}`, 303);
    const { pending } = opened;
    const confirmed = await confirm(callerOf(c), pending, {
      email: masked(pending.email),
      from: whereFrom(c),
    });
    const now = confirmed.state === 'confirmed' ? confirmed.now : await standsNow(c, pending);
    return now ? thanks(c, pending, now) : gonePage(c);
  })
  .post('/:token/emails', limited('entries'), async (c) => {
    const opened = await open(c);
    const now = opened && (await standsNow(c, opened.pending));
    if (!now) return gonePage(c);
    const { pending } = opened;
    sendAgain(callerOf(c), pending);
    const { sent, capped } = textsIn(pending.locale).confirm;
    return page(c, pending, now, { text: `${sent} ${capped}` });
  });
