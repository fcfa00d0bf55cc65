import { Hono } from 'hono';
import { requires } from '../access/guard.ts';
import { writeAct } from '../audit/store.ts';
import { PurposeTexts, SubscriptionTypeTexts } from '../contract/definition.ts';
import { Locale } from '../contract/words.ts';
import type { App } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';
import { parse } from '../problems/zod.ts';
import { readLists, writePurposeTexts, writeSubscriptionTypeTexts } from './store.ts';

/**
 * The lists that forms are made of; every route needs the right `lists`.
 * - `GET /v1/purposes`: the active purposes with their texts
 * - `PUT /v1/purposes/{key}/texts/{locale}`: replaces the texts of a locale. Published forms keep
 *   showing what they showed until they are published again.
 */
export const purposes = new Hono<App>()
  .use(requires('lists'))
  .get('/', async (c) => c.json({ purposes: [...(await readLists(c.env.DB)).purposes.values()] }))
  .put('/:key/texts/:locale', async (c) => {
    const locale = parse(Locale, c.req.param('locale'));
    const texts = parse(PurposeTexts, await c.req.json().catch(() => undefined));
    const purpose = (await readLists(c.env.DB)).purposes.get(c.req.param('key'));
    if (!purpose) throw new ProblemError('not-found', { detail: 'There is no such purpose.' });
    await c.env.DB.batch([
      writePurposeTexts(c.env.DB, purpose.key, locale, texts),
      writeAct(c.env.DB, {
        actor: c.get('actor'),
        act: 'purpose.texts',
        object: `${purpose.key}/${locale}`,
        before: purpose.texts[locale],
        after: texts,
      }),
    ]);
    return c.json(texts);
  });

/**
 * - `GET /v1/subscription-types`: the active subscription types with their texts
 * - `PUT /v1/subscription-types/{key}/texts/{locale}`: replaces the texts of a locale
 */
export const subscriptionTypes = new Hono<App>()
  .use(requires('lists'))
  .get('/', async (c) =>
    c.json({ subscriptionTypes: [...(await readLists(c.env.DB)).subscriptionTypes.values()] }),
  )
  .put('/:key/texts/:locale', async (c) => {
    const locale = parse(Locale, c.req.param('locale'));
    const texts = parse(SubscriptionTypeTexts, await c.req.json().catch(() => undefined));
    const type = (await readLists(c.env.DB)).subscriptionTypes.get(c.req.param('key'));
    if (!type)
      throw new ProblemError('not-found', { detail: 'There is no such subscription type.' });
    await c.env.DB.batch([
      writeSubscriptionTypeTexts(c.env.DB, type.key, locale, texts),
      writeAct(c.env.DB, {
        actor: c.get('actor'),
        act: 'subscription-type.texts',
        object: `${type.key}/${locale}`,
        before: type.texts[locale],
        after: texts,
      }),
    ]);
    return c.json(texts);
  });
