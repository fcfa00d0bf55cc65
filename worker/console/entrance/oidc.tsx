import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Attempt, beginOidc, type Provider, providerOf } from '../../admin/users/oidc.ts';
import { finishOidc, type Returned } from '../../admin/users/oidc-return.ts';
import { callerOf } from '../../platform/caller.ts';
import { hostCookie } from '../../platform/host-cookie.ts';
import { checkRate } from '../../platform/limits/rate.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { neededPublicUrl } from '../../platform/public-url.ts';
import { MINUTE, SECOND } from '../../platform/time.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { LinkButton } from '../kit/parts.tsx';
import { showPublicPage } from '../kit/shell.tsx';
import { fill, localised } from '../kit/words.ts';
import { openConsole } from './open.ts';

type Failure = Exclude<Returned['state'], 'user'>;

const oidcWords = {
  en: {
    signInWith: 'Sign in with {provider}',
    title: 'You are not signed in',
    back: 'Back to sign-in',
    cancelled: 'You cancelled the sign-in with {provider}.',
    rejected:
      'The sign-in with {provider} could not be completed. It may have taken too long or have been used already. Start again.',
    unverified: '{provider} has not verified your email address. Verify it there, then try again.',
    unknown:
      'No active user of this console has your email address. Ask an administrator to add you.',
    'other-account':
      'You have signed in to this console with another account at {provider} before. Use that one, or ask an administrator to unlink it.',
    unavailable: '{provider} does not respond. Try again in a few seconds.',
  },
  da: {
    signInWith: 'Log ind med {provider}',
    title: 'Du er ikke logget ind',
    back: 'Tilbage til login',
    cancelled: 'Du annullerede login med {provider}.',
    rejected:
      'Login med {provider} kunne ikke gennemføres. Det kan have taget for lang tid eller være brugt allerede. Begynd forfra.',
    unverified: '{provider} har ikke bekræftet din e-mailadresse. Bekræft den dér, og prøv igen.',
    unknown:
      'Ingen aktiv bruger af konsollen har din e-mailadresse. Bed en administrator om at tilføje dig.',
    'other-account':
      'Du har før logget ind i denne konsol med en anden konto hos {provider}. Brug den, eller bed en administrator om at fjerne tilknytningen.',
    unavailable: '{provider} svarer ikke. Prøv igen om nogle sekunder.',
  },
};

const statusOf = {
  cancelled: 400,
  rejected: 400,
  unverified: 403,
  unknown: 403,
  'other-account': 403,
  unavailable: 503,
} as const satisfies Record<Failure, number>;

const RETRY_S = 10;

const COOKIE = 'samtykke-oidc';

/** Sent along when another site, the provider, leads back to us; a user has ten minutes for that. */
const attemptCookie = { ...hostCookie, sameSite: 'Lax', maxAge: (10 * MINUTE) / SECOND } as const;

const keepAttempt = (c: ConsoleContext, { state, nonce, verifier }: Attempt): void =>
  setCookie(c, COOKIE, [state, nonce, verifier].join('.'), attemptCookie);

/** Takes the sign-in that this browser has begun: it is finished once, or begun again. */
const takeAttempt = (c: ConsoleContext): Attempt | null => {
  const [state, nonce, verifier] = (getCookie(c, COOKIE, 'host') ?? '').split('.');
  deleteCookie(c, COOKIE, attemptCookie);
  return state && nonce && verifier ? { state, nonce, verifier } : null;
};

const providerFor = (c: ConsoleContext): Provider => {
  const provider = providerOf(c.env);
  if (!provider) throw new ProblemError('not-found');
  return provider;
};

const redirectUriOf = (c: ConsoleContext): string =>
  `${neededPublicUrl(c.env)}/console/sign-in/oidc/callback`;

const showFailure = (
  c: ConsoleContext,
  { issuer }: Provider,
  failure: Failure,
): Promise<Response> => {
  const own = localised(c, oidcWords);
  if (failure === 'unavailable') c.header('Retry-After', String(RETRY_S));
  return showPublicPage(
    c,
    own.title,
    <>
      <p class="problem">{fill(own[failure], { provider: issuer.hostname })}</p>
      <p>
        <LinkButton to="/sign-in" kind="main">
          {own.back}
        </LinkButton>
      </p>
    </>,
    statusOf[failure],
  );
};

/** The way to the operator's own sign-in, where it is set up. */
export const OidcButton = ({ c }: { c: ConsoleContext }) => {
  const provider = providerOf(c.env);
  return provider ? (
    <p>
      <LinkButton to="/sign-in/oidc">
        {fill(localised(c, oidcWords).signInWith, { provider: provider.issuer.hostname })}
      </LinkButton>
    </p>
  ) : null;
};

/**
 * Signs users in with an OpenID Connect provider.
 * - `GET /console/sign-in/oidc`: redirects to the provider
 * - `GET /console/sign-in/oidc/callback`: begins a session of the user whom the provider vouches for
 */
export const oidcScreens = new Hono<ConsoleApp>()
  .get('/', async (c) => {
    await checkRate(c, 'sign-in');
    const provider = providerFor(c);
    const begun = await beginOidc(provider, redirectUriOf(c));
    if (!begun) return showFailure(c, provider, 'unavailable');
    keepAttempt(c, begun.attempt);
    c.header('Cache-Control', 'no-store');
    return c.redirect(begun.page.href, 303);
  })
  .get('/callback', async (c) => {
    await checkRate(c, 'sign-in');
    const provider = providerFor(c);
    const attempt = takeAttempt(c);
    if (!attempt) return showFailure(c, provider, 'rejected');
    const parameters = new URL(c.req.url).searchParams;
    const redirectUri = redirectUriOf(c);
    const returned = await finishOidc(callerOf(c), provider, { parameters, redirectUri, attempt });
    return returned.state === 'user'
      ? openConsole(c, returned.user)
      : showFailure(c, provider, returned.state);
  });
