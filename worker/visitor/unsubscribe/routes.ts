import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { pageLocale, visitorLocale } from '../../locales/own.ts';
import { textsIn } from '../../locales/shipped.ts';
import { answerPage } from '../../pages/form-page.ts';
import { knownSurroundings } from '../../pages/privacy.ts';
import { operation } from '../../platform/api/operation.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { chooseLocale } from '../../platform/locale.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { askedIn, stopByOneClick } from './one-click.ts';
import { gets, type Leaving, leavingBy, ourLink, stopAll, stopOne } from './unsubscribe.ts';

/** Finds whom a link is about; null where they were erased since, so that they get nothing anyhow. */
const leavingOf = async (c: Context<App>): Promise<Leaving | null> => {
  const link = await ourLink(callerOf(c), c.req.param('token') ?? '');
  if (!link?.item) throw new ProblemError('not-found', { detail: textsIn('en').unsubscribe.gone });
  const [leaving] = await Promise.all([
    leavingBy(callerOf(c), link),
    knownSurroundings(c.get('db')),
  ]);
  return leaving;
};

/** Says, in the visitor's language, that nothing is kept of them any more. */
const erasedPage = async (c: Context<App>) => {
  const locale = pageLocale(c, visitorLocale(c));
  const { erased } = textsIn(locale).unsubscribe;
  return answerPage(c, { locale, title: erased, body: await html`<h1>${erased}</h1>` });
};

const nameOf = ({ texts, key }: Leaving['type'], locale: string): string =>
  texts[chooseLocale([locale], Object.keys(texts), 'en')]?.name ?? key;

const page = async (
  c: Context<App>,
  { person: { locale } }: Leaving,
  title: string,
  below: ReturnType<typeof html> | string = '',
) => {
  c.header('Referrer-Policy', 'no-referrer');
  const shown = pageLocale(c, locale);
  const { manage } = textsIn(shown).unsubscribe;
  const body = await html`<h1>${title}</h1>${below}
    <p class="beside"><a href="/preferences?locale=${shown}">${manage}</a></p>`;
  return answerPage(c, { locale: shown, title, body });
};

/** Says how it stands now, with a button for each thing that can still be ended. */
const standsPage = async (c: Context<App>, leaving: Leaving) => {
  const still = gets(leaving);
  const locale = pageLocale(c, leaving.person.locale);
  const { title, stop, everything, stopped, stoppedAll } = textsIn(locale).unsubscribe;
  const name = () => nameOf(leaving.type, locale);
  if (!still.anything) return page(c, leaving, stoppedAll);
  const stopThis = html`<button class="button" name="what" value="this" autofocus>${stop.replace('{name}', name)}</button>`;
  const buttons = html`<form method="post">
      ${still.this ? stopThis : ''}
      <button class="quiet" name="what" value="everything">${everything}</button>
    </form>`;
  return page(c, leaving, still.this ? title : stopped.replace('{name}', name), buttons);
};

/** The link of an email's footer and of its header `List-Unsubscribe`. */
export const unsubscribe = new Hono<App>()
  .get(
    '/:token',
    operation({
      id: 'showUnsubscribe',
      summary: 'Show the unsubscribe page',
      description: 'Changes nothing: mail scanners open links.',
      answers: { 200: { 'text/html': z.string() } },
      problems: ['not-found'],
    }),
    async (c) => {
      const leaving = await leavingOf(c);
      return leaving ? standsPage(c, leaving) : erasedPage(c);
    },
  )
  .post(
    '/:token',
    operation({
      id: 'unsubscribe',
      summary: 'Unsubscribe',
      description:
        '`List-Unsubscribe=One-Click` (RFC 8058), of any content type, or no body ends the subscription without a page, cookie or redirect, also for a person erased since. `what=this` or `what=everything`, which the unsubscribe page posts, returns a page.',
      body: {
        'application/x-www-form-urlencoded': z
          .string()
          .meta({ examples: ['List-Unsubscribe=One-Click'] }),
      },
      answers: { 200: { 'text/html': z.string() } },
      problems: ['bad-request', 'not-found'],
    }),
    async (c) => {
      const asked = askedIn(new TextDecoder().decode(await c.req.arrayBuffer()));
      if (asked === 'one-click' && (await stopByOneClick(callerOf(c), c.req.param('token'))))
        return c.body(null, 200);
      const leaving = await leavingOf(c);
      if (!leaving) return erasedPage(c);
      if (asked !== 'everything' && asked !== 'this')
        throw new ProblemError('bad-request', {
          detail: 'Post `List-Unsubscribe=One-Click` (RFC 8058).',
        });
      const stop = asked === 'everything' ? stopAll : stopOne;
      return standsPage(c, await stop(callerOf(c), leaving, 'preference-centre'));
    },
  );
