import { Hono } from 'hono';
import { html } from 'hono/html';
import { beginSession, endSession } from '../../admin/users/session.ts';
import { askToSignIn, isSignInLink, useSignIn } from '../../admin/users/sign-in.ts';
import { callerOf } from '../../platform/caller.ts';
import { checkRate } from '../../platform/limits/rate.ts';
import { hasLinkKeys } from '../../platform/signing/keys.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { Field } from '../kit/fields.tsx';
import { clearSessionCookie, requireUser, setSessionCookie } from '../kit/guard.ts';
import { readPosted, textOf } from '../kit/posted.ts';
import { showPublicPage } from '../kit/shell.tsx';
import { fill, localised, wordsOf } from '../kit/words.ts';

const ownWords = {
  en: {
    title: 'Sign in',
    intro: 'We send you a letter with a link. There is no password to remember, or to lose.',
    send: 'Send me a link',
    sentTitle: 'Look into your mailbox',
    sent: 'If {email} may use this console, a letter is on its way. Its link is good for 15 minutes.',
    again: 'Use another address',
    press: 'One press and you are in.',
    enter: 'Sign in',
    late: 'This link is too old, or was used already.',
    fresh: 'Ask for a new one',
    noKeys: 'No letter can go out yet: set the secret LINK_KEYS first (see the README).',
  },
  da: {
    title: 'Log ind',
    intro: 'Vi sender dig et brev med et link. Der er ingen adgangskode at huske eller miste.',
    send: 'Send mig et link',
    sentTitle: 'Se i din postkasse',
    sent: 'Hvis {email} må bruge konsollen, er der et brev på vej. Linket gælder i 15 minutter.',
    again: 'Brug en anden adresse',
    press: 'Ét tryk, og du er inde.',
    enter: 'Log ind',
    late: 'Linket er for gammelt eller er brugt.',
    fresh: 'Bed om et nyt',
    noKeys: 'Der kan endnu ikke sendes breve: sæt først hemmeligheden LINK_KEYS (se README).',
  },
};

const late = (c: ConsoleContext) => {
  const words = localised(c, ownWords);
  return showPublicPage(
    c,
    words.title,
    <>
      <p class="problem">{words.late}</p>
      <p>
        <a class="main button" href="/console/sign-in">
          {words.fresh}
        </a>
      </p>
    </>,
    404,
  );
};

/**
 * How users come in and go.
 * - `GET /console/sign-in`, `POST /console/sign-in` `email`: asks for a letter; the same answer for any address
 * - `GET /console/sign-in/{token}`: a page with a button; opening it changes nothing
 * - `POST /console/sign-in/{token}`: begins a session with a token of its own, once
 * - `POST /console/leave`: ends the session
 */
export const entrance = new Hono<ConsoleApp>()
  .get('/sign-in', (c) => {
    const words = localised(c, ownWords);
    return showPublicPage(
      c,
      words.title,
      hasLinkKeys(c.env) ? (
        <form method="post" action="/console/sign-in">
          <p>{words.intro}</p>
          <Field
            name="email"
            type="email"
            label={wordsOf(c).email}
            autocomplete="email"
            required
            autofocus
          />
          <button class="main">{words.send}</button>
        </form>
      ) : (
        <p class="problem">{words.noKeys}</p>
      ),
    );
  })
  .post('/sign-in', async (c) => {
    await checkRate(c, 'entries');
    const words = localised(c, ownWords);
    const email = textOf(await readPosted(c), 'email').slice(0, 320);
    if (hasLinkKeys(c.env)) askToSignIn(callerOf(c), email);
    return showPublicPage(
      c,
      words.sentTitle,
      <>
        <p role="status">{fill(words.sent, { email })}</p>
        <p>
          <a href="/console/sign-in">{words.again}</a>
        </p>
      </>,
    );
  })
  .get('/sign-in/:token', async (c) => {
    if (!(await isSignInLink(c.env, c.req.param('token')))) return late(c);
    const words = localised(c, ownWords);
    const answer = await showPublicPage(
      c,
      words.title,
      <form method="post">
        <p>{words.press}</p>
        <button class="main" autofocus>
          {words.enter}
        </button>
      </form>,
    );
    answer.headers.set('Referrer-Policy', 'no-referrer');
    return answer;
  })
  .post('/sign-in/:token', async (c) => {
    const user = await useSignIn(callerOf(c), c.req.param('token'));
    if (!user) return late(c);
    const browser = c.req.header('User-Agent') ?? '';
    setSessionCookie(c, await beginSession(c.get('db'), user, browser));
    // A redirect would hold a SameSite=Strict cookie back on a way that began in a mail program.
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    return c.html(
      await html`<!doctype html><meta http-equiv="refresh" content="0;url=/console"><title>…</title>`,
    );
  })
  .post('/leave', requireUser, async (c) => {
    const { db, now } = callerOf(c);
    await endSession(db, c.get('session'), c.get('user').id, now).run();
    clearSessionCookie(c);
    return c.redirect('/console/sign-in', 303);
  });
