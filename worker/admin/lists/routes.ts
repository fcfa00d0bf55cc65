import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import type { ListName } from '../../contract/lists.ts';
import {
  entryBodies,
  entryTexts,
  listAnswers,
  savedEntries,
  savedTexts,
  textBodies,
  Wordings,
} from '../../contract/lists.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { wordingsOf } from '../../lists/wordings.ts';
import { readTagged, seenIn, setTag } from '../../platform/api/if-match.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, readBody } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App, AppContext } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { entryEdit, saveEntry, saveTexts, textsEdit } from './edit.ts';

/** What each list holds, and the names of its operations. */
const words = {
  purposes: { one: 'purpose', many: 'purposes', list: 'listPurposes', save: 'savePurpose' },
  'legal-bases': {
    one: 'legal basis',
    many: 'legal bases',
    list: 'listLegalBases',
    save: 'saveLegalBasis',
  },
  sources: { one: 'source', many: 'sources', list: 'listSources', save: 'saveSource' },
  'subscription-types': {
    one: 'subscription type',
    many: 'subscription types',
    list: 'listSubscriptionTypes',
    save: 'saveSubscriptionType',
  },
} as const satisfies Record<ListName, Record<'one' | 'many' | 'list' | 'save', string>>;

const SHOWN =
  'Returns the saved entry, the forms that were republished to show it, and those that could not be.';

/** Describes reading a list, whole. */
const listing = (name: ListName) =>
  operation({
    id: words[name].list,
    summary: `List ${words[name].many}`,
    description: 'All entries with their texts per locale, including inactive ones.',
    answers: { 200: listAnswers[name] },
  });

const openEntry = async (c: AppContext, list: ListName, key: string) => {
  const entry = (await readWholeLists(c.get('db')))[list].find((each) => each.key === key);
  if (!entry) throw new ProblemError('not-found', { detail: 'There is no such entry.' });
  const { key: _, texts, ...body } = entry;
  return { body, texts };
};

/** Reading an entry, and its texts, as they are saved: with the ETag for it. */
const readingOne = (name: ListName) => {
  const { one, save } = words[name];
  const read = save.replace('save', 'read');
  return new Hono<App>()
    .get(
      '/:key',
      operation({
        id: read,
        summary: `Read a ${one}`,
        description: 'Everything but its texts.',
        answers: { 200: entryBodies[name] },
        problems: ['not-found'],
        edits: 'reads',
      }),
      async (c) => {
        const key = c.req.param('key');
        const { body } = await readTagged(c, entryEdit(name, key), () => openEntry(c, name, key));
        return c.json(body);
      },
    )
    .get(
      '/:key/texts',
      operation({
        id: `${read}Texts`,
        summary: `Read the texts of a ${one}`,
        description: 'By locale. The ETag is that of all of them.',
        answers: { 200: entryTexts[name] },
        problems: ['not-found'],
        edits: 'reads',
      }),
      async (c) => {
        const key = c.req.param('key');
        const { texts } = await readTagged(c, textsEdit(name, key), () => openEntry(c, name, key));
        return c.json(texts);
      },
    );
};

/** A list that forms and records are made of; every change is audited. */
const list = <Name extends ListName>(name: Name) => {
  const { one, save } = words[name];
  return new Hono<App>()
    .use(requires('lists'))
    .route('/', readingOne(name))
    .put(
      '/:key',
      operation({
        id: save,
        summary: `Add a ${one}, or replace it`,
        description: `Everything but its texts. ${SHOWN}`,
        answers: { 200: savedEntries[name] },
        problems: ['invalid-fields'],
        edits: 'saves',
      }),
      json(entryBodies[name]),
      async (c) => {
        const { key } = c.req.param();
        const saved = await saveEntry(callerOf(c), name, key, c.req.valid('json'), seenIn(c));
        setTag(c, saved.edit);
        return c.json({ ...saved.body, forms: saved.forms });
      },
    )
    .put(
      '/:key/texts/:locale',
      operation({
        id: `${save}Texts`,
        summary: `Replace the texts of a ${one} in a locale`,
        description: SHOWN,
        body: { 'application/json': textBodies[name] },
        answers: { 200: savedTexts[name] },
        problems: ['not-found', 'invalid-fields'],
        edits: 'saves',
      }),
      async (c) => {
        const { key, locale } = c.req.param();
        const texts = await readBody(c);
        const saved = await saveTexts(callerOf(c), name, key, { [locale]: texts }, seenIn(c));
        setTag(c, saved.edit);
        return c.json({ ...textBodies[name].parse(texts), forms: saved.forms });
      },
    );
};

export const purposes = list('purposes')
  .get('/', listing('purposes'), async (c) => {
    const { purposes } = await readWholeLists(c.get('db'));
    return c.json({ purposes });
  })
  .get(
    '/:key/wordings',
    operation({
      id: 'readWordings',
      summary: 'Count people per wording of a purpose',
      description: 'Those who consented to, or were told, the current wording and each older one.',
      answers: { 200: Wordings },
    }),
    async (c) => c.json(await wordingsOf(c.get('db'), c.req.param('key'))),
  );

export const legalBases = list('legal-bases').get('/', listing('legal-bases'), async (c) => {
  const { 'legal-bases': legalBases } = await readWholeLists(c.get('db'));
  return c.json({ legalBases });
});

export const sources = list('sources').get('/', listing('sources'), async (c) => {
  const { sources } = await readWholeLists(c.get('db'));
  return c.json({ sources });
});

export const subscriptionTypes = list('subscription-types').get(
  '/',
  listing('subscription-types'),
  async (c) => {
    const { 'subscription-types': subscriptionTypes } = await readWholeLists(c.get('db'));
    return c.json({ subscriptionTypes });
  },
);
