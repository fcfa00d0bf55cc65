import type { ConsoleContext } from './app.ts';
import { readPosted } from './posted.ts';
import { showPublicPage } from './shell.tsx';
import { localised } from './words.ts';

const signedOutWords = {
  en: {
    title: 'You were signed out',
    kept: 'Nothing is saved yet, and what you entered is kept on this page. Sign in in the new tab, then come back here and send it again. Files must be chosen again.',
    signIn: 'Sign in (opens a new tab)',
    again: 'Send it again',
  },
  da: {
    title: 'Du er blevet logget ud',
    kept: 'Intet er gemt endnu, og det, du har skrevet, er bevaret på denne side. Log ind i den nye fane, kom tilbage hertil, og send det igen. Filer skal vælges igen.',
    signIn: 'Log ind (åbner en ny fane)',
    again: 'Send igen',
  },
};

/** Shows someone whose session ended over a form that what they entered is not lost, and sends it once more. */
export const showSignedOut = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, signedOutWords);
  const { pathname, search } = new URL(c.req.url);
  const entered = Object.entries(await readPosted(c)).flatMap(([name, value]) =>
    [value].flat().map((text) => ({ name, text })),
  );
  return showPublicPage(
    c,
    own.title,
    <>
      <p role="status">{own.kept}</p>
      <p>
        <a class="main button" href="/console/sign-in" target="_blank" rel="noopener">
          {own.signIn}
        </a>
      </p>
      <form method="post" action={`${pathname}${search}`}>
        {entered.map(({ name, text }) => (
          <input type="hidden" name={name} value={text} />
        ))}
        <button class="quiet">{own.again}</button>
      </form>
    </>,
    401,
  );
};
