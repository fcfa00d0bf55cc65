import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../access/guard.ts';
import { Draft } from '../contract/draft.ts';
import { Key } from '../contract/words.ts';
import { readWholeLists } from '../lists/whole.ts';
import { callerOf } from '../platform/caller.ts';
import type { App } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { parse } from '../platform/problems/zod.ts';
import { knownBrand } from '../settings/known-brand.ts';
import { lastDays, readFormCounts } from '../statistics/store.ts';
import { dropDraft, publishDraft, readDraft, saveDraft } from './draft.ts';
import { listDrafts, listForms } from './list.ts';
import { checkPage } from './page-check.ts';
import { fromTemplate, templateNames } from './templates.ts';
import { readVersions } from './versions.ts';
import { warningsOf } from './warnings.ts';

const keyOf = (c: Context<App>): string => parse(Key, c.req.param('key'));

const nothing = () => new ProblemError('not-found', { detail: 'There is no such form.' });

const Days = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });
const Page = z.strictObject({ page: z.url({ protocol: /^https?$/ }).max(2000) });

/** A draft with what could be better about it. */
const withWarnings = async (c: Context<App>, draft: Draft) => {
  const [lists, brand] = await Promise.all([readWholeLists(c.get('db')), knownBrand(c.get('db'))]);
  return { draft, warnings: warningsOf(draft, lists, brand) };
};

/**
 * Writing forms, as the console's builder does; needs the right `forms`.
 * - `GET /v1/forms`: `{forms, drafts}`: those that were published, and the keys of those that never were
 * - `GET /v1/forms/{key}/draft`: `{draft, warnings, isDraft}`; what is published where nothing else is written
 * - `PUT /v1/forms/{key}/draft`: keeps a draft, which need not be complete (see `Draft`), also under a new
 *   key; `{draft, warnings}`. With an older version's `definition` it restores that one.
 * - `DELETE /v1/forms/{key}/draft`: forgets it; 204
 * - `POST /v1/forms/{key}/draft/published`: publishes it; `{version, isNew}`, or 422 with what is missing
 * - `GET /v1/forms/{key}/versions`: `{versions}`, the newest first, each with what it changed
 * - `GET /v1/forms/{key}/statistics?days=30`: `{days, origins}`: counts, nobody is followed
 * - `POST /v1/forms/{key}/checks` `{page}`: looks whether that page has the tag, see `Checked`
 */
export const formWork = new Hono<App>()
  .get('/', requires('forms'), async (c) => {
    const [forms, drafts] = await Promise.all([listForms(c.get('db')), listDrafts(c.get('db'))]);
    return c.json({ forms, drafts });
  })
  .get('/:key/draft', requires('forms'), async (c) => {
    const kept = await readDraft(c.get('db'), keyOf(c));
    if (!kept) throw nothing();
    return c.json({ ...(await withWarnings(c, kept.draft)), isDraft: kept.isDraft });
  })
  .put('/:key/draft', requires('forms'), async (c) => {
    const key = keyOf(c);
    const draft = parse(Draft, await c.req.json().catch(() => undefined));
    await saveDraft(callerOf(c), key, draft);
    return c.json(await withWarnings(c, draft));
  })
  .delete('/:key/draft', requires('forms'), async (c) => {
    if (!(await dropDraft(callerOf(c), keyOf(c)))) throw nothing();
    return c.body(null, 204);
  })
  .post('/:key/draft/published', requires('forms'), async (c) => {
    const key = keyOf(c);
    const kept = await readDraft(c.get('db'), key);
    if (!kept) throw nothing();
    const published = await publishDraft(callerOf(c), key, kept.draft);
    return c.json(published, published.isNew ? 201 : 200);
  })
  .get('/:key/versions', requires('forms'), async (c) => {
    const versions = await readVersions(c.get('db'), keyOf(c));
    if (versions.length === 0) throw nothing();
    return c.json({ versions });
  })
  .get('/:key/statistics', requires('forms'), async (c) => {
    const { days } = parse(Days, c.req.query());
    const [since = ''] = lastDays(days, Date.now());
    return c.json(await readFormCounts(c.get('db'), keyOf(c), since));
  })
  .post('/:key/checks', requires('forms'), async (c) => {
    const { page } = parse(Page, await c.req.json().catch(() => undefined));
    return c.json(await checkPage(callerOf(c), keyOf(c), page));
  });

/** `GET /v1/form-templates`: drafts to start from, by name. Needs the right `forms`. */
export const formTemplates = new Hono<App>().get('/', requires('forms'), (c) =>
  c.json(Object.fromEntries(templateNames.map((name) => [name, fromTemplate(name)]))),
);
