import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import type { ListName } from '../../contract/lists.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { wordingsOf } from '../../lists/wordings.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { saveEntry, saveTexts } from './edit.ts';

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
 * - `PUT /v1/{list}/{key}/texts/{locale}`: replaces the texts of a locale
 *
 * Both answer what now is, and under `forms` which forms were published anew to show it, and which could
 * not be and why (see `Republished`).
 */
const list = (name: ListName) =>
  new Hono<App>()
    .use(requires('lists'))
    .get('/', async (c) => c.json({ [names[name]]: (await readWholeLists(c.get('db')))[name] }))
    .put('/:key', async (c) => {
      const body: unknown = await c.req.json().catch(() => undefined);
      const key = c.req.param('key');
      const saved = await saveEntry(callerOf(c), name, key, body);
      return c.json({ ...saved.body, forms: saved.forms });
    })
    .put('/:key/texts/:locale', async (c) => {
      const { key, locale } = c.req.param();
      const texts: unknown = await c.req.json().catch(() => undefined);
      const forms = await saveTexts(callerOf(c), name, key, { [locale]: texts });
      return c.json({ ...Object(texts), forms });
    });

/** `GET /v1/purposes/{key}/wordings`: how many consented to the words of now and to older ones, see `Wordings`. */
export const purposes = list('purposes').get('/:key/wordings', async (c) =>
  c.json(await wordingsOf(c.get('db'), c.req.param('key'))),
);
export const legalBases = list('legal-bases');
export const sources = list('sources');
export const subscriptionTypes = list('subscription-types');
