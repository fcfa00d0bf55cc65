import { Hono } from 'hono';
import { endOwnSession } from '../../admin/users/manage.ts';
import { askToSignIn, isSignInLink, useSignIn } from '../../admin/users/sign-in.ts';
import { callerOf } from '../../platform/caller.ts';
import { checkRate } from '../../platform/limits/rate.ts';
import { hasLinkKeys } from '../../platform/signing/keys.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { Field } from '../kit/fields.tsx';
import { clearSessionCookie, requireUser } from '../kit/guard.ts';
import { LinkButton } from '../kit/parts.tsx';
import { readPosted, textOf } from '../kit/posted.ts';
import { showPublicPage } from '../kit/shell.tsx';
import { fill, localised, wordsOf } from '../kit/words.ts';
import { OidcButton } from './oidc.tsx';
import { openConsole } from './open.ts';

const signInWords = {
  en: {
    title: 'Sign in',
    intro: 'We send you an email with a sign-in link. You need no password.',
    send: 'Send me a link',
    sentTitle: 'Check your email',
    sent: 'If {email} may use this console, you get an email with a link that is good for 15 minutes. We send at most 5 in 15 minutes; after that, ask again 15 minutes later.',
    otherAddress: 'Use another address',
    confirm: 'Click the button to sign in.',
    signIn: 'Sign in',
    expired: 'This link has expired or was already used.',
    newLink: 'Send a new link',
    missingKeys: 'Emails cannot be sent yet: set the secret LINK_KEYS (see the README).',
  },
  da: {
    title: 'Log ind',
    intro: 'Vi sender dig en e-mail med et login-link. Du behøver ingen adgangskode.',
    send: 'Send mig et link',
    sentTitle: 'Tjek din e-mail',
    sent: 'Hvis {email} må bruge konsollen, får du en e-mail med et link, der gælder i 15 minutter. Vi sender højst 5 på 15 minutter; bed derefter om et nyt 15 minutter senere.',
    otherAddress: 'Brug en anden adresse',
    confirm: 'Klik på knappen for at logge ind.',
    signIn: 'Log ind',
    expired: 'Linket er udløbet eller allerede brugt.',
    newLink: 'Send et nyt link',
    missingKeys: 'E-mails kan ikke sendes endnu: angiv hemmeligheden LINK_KEYS (se README).',
  },
};

const showExpired = (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, signInWords);
  return showPublicPage(
    c,
    own.title,
    <>
      <p class="problem">{own.expired}</p>
      <p>
        <LinkButton to="/sign-in" kind="main">
          {own.newLink}
        </LinkButton>
      </p>
    </>,
    404,
  );
};

const EmailForm = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, signInWords);
  return (
    <form method="post" action="/console/sign-in">
      <p>{own.intro}</p>
      <Field
        name="email"
        type="email"
        label={wordsOf(c).email}
        autocomplete="email"
        required
        autofocus
      />
      <button class="main">{own.send}</button>
    </form>
  );
};

const showSignIn = (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, signInWords);
  return showPublicPage(
    c,
    own.title,
    <>
      {hasLinkKeys(c.env) ? <EmailForm c={c} /> : <p class="problem">{own.missingKeys}</p>}
      <OidcButton c={c} />
    </>,
  );
};

const showSent = (c: ConsoleContext, email: string): Promise<Response> => {
  const own = localised(c, signInWords);
  return showPublicPage(
    c,
    own.sentTitle,
    <>
      <p role="status">{fill(own.sent, { email })}</p>
      <p>
        <a href="/console/sign-in">{own.otherAddress}</a>
      </p>
    </>,
  );
};

const showLink = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, signInWords);
  const answer = await showPublicPage(
    c,
    own.title,
    <form method="post">
      <p>{own.confirm}</p>
      <button class="main" autofocus>
        {own.signIn}
      </button>
    </form>,
  );
  answer.headers.set('Referrer-Policy', 'no-referrer');
  return answer;
};

/**
 * Signs users in and out.
 * - `GET /console/sign-in`, `POST /console/sign-in` `email`: sends a link by email; answers the same for any address
 * - `GET /console/sign-in/{token}`: shows a page with a button; opening it changes nothing
 * - `POST /console/sign-in/{token}`: begins a session with its own token, once
 * - `POST /console/leave`: ends the session
 */
export const signInScreens = new Hono<ConsoleApp>()
  .get('/sign-in', showSignIn)
  .post('/sign-in', async (c) => {
    await checkRate(c, 'sign-in');
    const email = textOf(await readPosted(c), 'email').slice(0, 320);
    if (hasLinkKeys(c.env)) askToSignIn(callerOf(c), email);
    return showSent(c, email);
  })
  .get('/sign-in/:token', async (c) =>
    (await isSignInLink(c.env, c.req.param('token'))) ? showLink(c) : showExpired(c),
  )
  .post('/sign-in/:token', async (c) => {
    const user = await useSignIn(callerOf(c), c.req.param('token'));
    if (!user) return showExpired(c);
    return openConsole(c, user);
  })
  .post('/leave', requireUser, async (c) => {
    await endOwnSession(callerOf(c), c.get('user').id, c.get('session'));
    clearSessionCookie(c);
    return c.redirect('/console/sign-in', 303);
  });
