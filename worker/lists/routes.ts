import { Hono } from 'hono';
import { requires } from '../access/guard.ts';
import type { App } from '../env.ts';
import { saveEntry, saveTexts } from './edit.ts';
import { type ListName, readWholeLists } from './edit-store.ts';

/** The name under which an answer holds a list. */
const names = {
  purposes: 'purposes',
  'legal-bases': 'legalBases',
  sources: 'sources',
  'subscription-types': 'subscriptionTypes',
} as const satisfies Record<ListName, string>;

/**
 * A list that forms and records are made of; every route needs the right `lists`, and is audited.
 * - `GET /v1/{list}`: all entries with their texts by locale, also those that are not active
 * - `PUT /v1/{list}/{key}`: adds an entry, or replaces all of it but its texts (see `entryBodies`)
 * - `PUT /v1/{list}/{key}/texts/{locale}`: replaces the texts of a locale. Published forms keep
 *   showing what they showed until they are published again.
 */
const list = (name: ListName) =>
  new Hono<App>()
    .use(requires('lists'))
    .get('/', async (c) => c.json({ [names[name]]: (await readWholeLists(c.env.DB))[name] }))
    .put('/:key', async (c) => {
      const body: unknown = await c.req.json().catch(() => undefined);
      return c.json(await saveEntry(c.env.DB, c.get('actor'), name, c.req.param('key'), body));
    })
    .put('/:key/texts/:locale', async (c) => {
      const { key, locale } = c.req.param();
      const texts: unknown = await c.req.json().catch(() => undefined);
      await saveTexts(c.env.DB, c.get('actor'), name, key, { [locale]: texts });
      return c.json(texts);
    });

export const purposes = list('purposes');
export const legalBases = list('legal-bases');
export const sources = list('sources');
export const subscriptionTypes = list('subscription-types');
