import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { pageLocale, visitorLocale } from '../../locales/own.ts';
import { textsIn } from '../../locales/shipped.ts';
import type { CorrectionTexts } from '../../locales/texts.ts';
import { answerPage } from '../../pages/form-page.ts';
import { callerOf } from '../../platform/caller.ts';
import { masked } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { type Agreeing, agree, agreeingBy, changedBy } from './address.ts';

const page = async (
  c: Context<App>,
  own: string,
  { says, email = '', button }: { says: keyof CorrectionTexts; email?: string; button?: string },
  status: 200 | 404 = 200,
) => {
  const locale = pageLocale(c, own);
  const texts = textsIn(locale).corrections;
  const said = texts[says].replace('{email}', () => email);
  const body = await html`<h1>${texts.title}</h1>
    <p role="status">${said}</p>
    ${button ? html`<form method="post"><button class="button" autofocus>${button}</button></form>` : ''}
    <p class="beside"><a href="/preferences?locale=${locale}">${textsIn(locale).problems.preferences}</a></p>`;
  return answerPage(c, { locale, title: texts.title, body, withoutScript: true }, status);
};

/** What stands where a link leads to no change that waits: the address is changed, or the link is too old. */
const settled = async (c: Context<App>) => {
  const changed = await changedBy(callerOf(c), c.req.param('token') ?? '');
  if (changed) return page(c, changed.locale, { says: 'changed', email: masked(changed.email) });
  const locale = visitorLocale(c);
  return page(c, locale, { says: 'late' }, 404);
};

/** The other mailbox's address, as its owner knows it again and nobody else reads it. */
const other = ({ change, side }: Agreeing): string =>
  masked(side === 'old' ? change.email : change.was);

/**
 * Where the links of the two emails about a new address lead.
 * - `GET /address/{token}`: a page with a button; opening it changes nothing
 * - `POST /address/{token}`: this mailbox agrees. Once both have, the address is changed.
 */
export const addressPages = new Hono<App>()
  .use(async (c, next) => {
    c.header('Referrer-Policy', 'no-referrer');
    await next();
  })
  .get('/:token', async (c) => {
    const agreeing = await agreeingBy(callerOf(c), c.req.param('token'));
    if (!agreeing) return settled(c);
    const { locale, email, confirmed } = agreeing.change;
    if (confirmed[agreeing.side] && !(confirmed.old && confirmed.new))
      return page(c, locale, { says: 'half', email: other(agreeing) });
    return page(c, locale, {
      says: 'ask',
      email,
      button: textsIn(pageLocale(c, locale)).corrections.button,
    });
  })
  .post('/:token', async (c) => {
    const agreeing = await agreeingBy(callerOf(c), c.req.param('token'));
    if (!agreeing) return settled(c);
    const { locale, email } = agreeing.change;
    const says = await agree(callerOf(c), agreeing);
    return page(c, locale, { says, email: says === 'half' ? other(agreeing) : email });
  });
