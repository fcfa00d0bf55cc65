import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import type { ListName } from '../../contract/lists.ts';
import {
  entryBodies,
  listAnswers,
  savedEntries,
  savedTexts,
  textBodies,
  Wordings,
} from '../../contract/lists.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { wordingsOf } from '../../lists/wordings.ts';
import { operation } from '../../platform/api/operation.ts';
import { json } from '../../platform/api/valid.ts';
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

/** What the operations of each list are called, and what it holds. */
const words = {
  purposes: ['Purpose', 'purpose', 'purposes'],
  'legal-bases': ['LegalBasis', 'legal basis', 'legal bases'],
  sources: ['Source', 'source', 'sources'],
  'subscription-types': ['SubscriptionType', 'subscription type', 'subscription types'],
} as const satisfies Record<ListName, readonly [id: string, one: string, many: string]>;

const SHOWN =
  'Answers what now is, and which forms were published anew to show it, or could not be and why.';

/** A list that forms and records are made of; every change is audited. */
const list = <Name extends ListName>(name: Name) => {
  const [id, one, many] = words[name];
  return new Hono<App>()
    .use(requires('lists'))
    .get(
      '/',
      operation({
        id: `list${id.replace(/is$/, 'e')}s`,
        summary: `List ${many}`,
        description: 'All entries with their texts by locale, also those that are not active.',
        answers: { 200: listAnswers[name] },
      }),
      async (c) => c.json({ [names[name]]: (await readWholeLists(c.get('db')))[name] }),
    )
    .put(
      '/:key',
      operation({
        id: `save${id}`,
        summary: `Add a ${one}, or replace it`,
        description: `All of it but its texts. ${SHOWN}`,
        answers: { 200: savedEntries[name] },
        problems: ['invalid-fields'],
      }),
      json(entryBodies[name]),
      async (c) => {
        const { key } = c.req.param();
        const saved = await saveEntry(callerOf(c), name, key, c.req.valid('json'));
        return c.json({ ...saved.body, forms: saved.forms });
      },
    )
    .put(
      '/:key/texts/:locale',
      operation({
        id: `save${id}Texts`,
        summary: `Replace the texts of a ${one} in a locale`,
        description: SHOWN,
        body: { 'application/json': textBodies[name] },
        answers: { 200: savedTexts[name] },
        problems: ['not-found', 'invalid-fields'],
      }),
      async (c) => {
        const { key, locale } = c.req.param();
        const texts: unknown = await c.req.json().catch(() => undefined);
        const forms = await saveTexts(callerOf(c), name, key, { [locale]: texts });
        return c.json({ ...Object(texts), forms });
      },
    );
};

export const purposes = list('purposes').get(
  '/:key/wordings',
  operation({
    id: 'readWordings',
    summary: 'Count who consented to which words of a purpose',
    description: 'To the words of now, and to each of the older ones.',
    answers: { 200: Wordings },
  }),
  async (c) => c.json(await wordingsOf(c.get('db'), c.req.param('key'))),
);
export const legalBases = list('legal-bases');
export const sources = list('sources');
export const subscriptionTypes = list('subscription-types');
