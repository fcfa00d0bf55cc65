import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { textsIn } from '../../locales/shipped.ts';
import { answerPage } from '../../pages/form-page.ts';
import { operation } from '../../platform/api/operation.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { chooseLocale } from '../../platform/locale.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { askedIn, stopByOneClick } from './one-click.ts';
import { type Leaving, leavingBy, stopAll, stopOne } from './unsubscribe.ts';

const leavingOf = async (c: Context<App>): Promise<Leaving> => {
  const leaving = await leavingBy(callerOf(c), c.req.param('token') ?? '');
  if (!leaving) throw new ProblemError('not-found', { detail: textsIn('en').unsubscribe.gone });
  return leaving;
};

const nameOf = ({ person, type }: Leaving): string => {
  const { texts, key } = type;
  return texts[chooseLocale([person.locale], Object.keys(texts), 'en')]?.name ?? key;
};

const page = async (
  c: Context<App>,
  { person: { locale } }: Leaving,
  title: string,
  below: ReturnType<typeof html> | string = '',
) => {
  c.header('Referrer-Policy', 'no-referrer');
  const { manage } = textsIn(locale).unsubscribe;
  const body = await html`<h1>${title}</h1>${below}
    <p class="beside"><a href="/preferences?locale=${locale}">${manage}</a></p>`;
  return answerPage(c, { locale, title, body });
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
      const { title, stop, everything } = textsIn(leaving.person.locale).unsubscribe;
      return page(
        c,
        leaving,
        title,
        html`<form method="post">
        <button class="button" name="what" value="this" autofocus>${stop.replace('{name}', () => nameOf(leaving))}</button>
        <button class="quiet" name="what" value="everything">${everything}</button>
      </form>`,
      );
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
      const { stopped, stoppedAll } = textsIn(leaving.person.locale).unsubscribe;
      if (asked === 'everything') {
        await stopAll(callerOf(c), leaving.person, 'preference-centre');
        return page(c, leaving, stoppedAll);
      }
      if (asked !== 'this')
        throw new ProblemError('bad-request', {
          detail: 'Post `List-Unsubscribe=One-Click` (RFC 8058).',
        });
      await stopOne(callerOf(c), leaving, 'preference-centre');
      return page(
        c,
        leaving,
        stopped.replace('{name}', () => nameOf(leaving)),
      );
    },
  );
