import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { z } from 'zod';
import { requires } from '../access/guard.ts';
import { FormDefinition } from '../contract/definition.ts';
import { FormAnswer } from '../contract/form.ts';
import { Published } from '../contract/forms.ts';
import { Key, Part } from '../contract/words.ts';
import { seenIn, setTag } from '../platform/api/if-match.ts';
import { operation } from '../platform/api/operation.ts';
import { json, param, query } from '../platform/api/valid.ts';
import { callerOf } from '../platform/caller.ts';
import { readEdit } from '../platform/edits.ts';
import type { App } from '../platform/env.ts';
import { checkRate } from '../platform/limits/rate.ts';
import { acceptedLocales } from '../platform/locale.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { countView } from '../statistics/count.ts';
import { type KnownForm, knownForm } from './cache.ts';
import { formAnswer } from './open.ts';
import { mayUse, mayUseForm } from './origins.ts';
import { publishForm } from './publish.ts';
import { formEdit } from './store.ts';

/** The form that the path names, from this isolate's memory. */
export const formOf = async (c: Context<App>): Promise<KnownForm> => {
  const key = c.req.param('key') ?? '';
  const form = Key.safeParse(key).success ? await knownForm(callerOf(c), key) : null;
  if (!form) throw new ProblemError('unknown-form', { detail: `There is no form "${key}".` });
  return form;
};

/** Throws 403 for a page of another origin than the form's own list and the Worker itself. */
export const checkOrigin = (c: Context<App>, form: KnownForm): void => {
  const origin = c.req.header('Origin');
  if (!origin || mayUseForm(c, origin, form)) return;
  throw new ProblemError('origin-not-allowed', {
    detail:
      origin === 'null'
        ? 'This page has no origin: it is a file, or a frame whose sandbox lacks allow-same-origin. Link to the hosted form instead.'
        : `Add "${origin}" to the origins of the form "${form.settings.key}".`,
  });
};

/** Cross-origin use by the form's own origins; a preflight is good for a day, credentials never go. */
export const formCors = cors({
  origin: async (origin, c) => {
    const form = await formOf(c);
    return mayUse(origin, form.settings.origins) ? origin : null;
  },
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['Content-Type', 'Idempotency-Key'],
  exposeHeaders: ['Retry-After'],
  maxAge: 86_400,
});

/** What a page may show of the form that the path names. */
export type ShownForm = { form: KnownForm; answer: FormAnswer };

/**
 * Reads what a page shows of the form that the path names, in the `locale` that it asks for or else one that the
 * browser accepts. Counts that it is shown, and lets the answer be kept for a minute.
 */
export const showForm = async (
  c: Context<App>,
  { locale, part }: { locale: string | undefined; part: Part },
): Promise<ShownForm> => {
  const form = await formOf(c);
  checkOrigin(c, form);
  const wanted = locale ? [locale] : acceptedLocales(c.req.header('Accept-Language'));
  const answer = formAnswer(form, wanted, part, c.env.TURNSTILE_SITE_KEY);
  countView(callerOf(c), form.settings.key, 'shown');
  c.header('Cache-Control', 'public, max-age=60, stale-while-revalidate=86400');
  c.header('Vary', 'Accept-Language', { append: true });
  c.header('Content-Language', answer.locale);
  return { form, answer };
};

const FormQuery = z.object({
  locale: z
    .string()
    .optional()
    .meta({
      description:
        'Falls back `da-DK` → `da` → the form’s own; without it, Accept-Language is used.',
      examples: ['da'],
    }),
  part: Part.default('form'),
});

export const forms = new Hono<App>()
  .put(
    '/:key',
    requires('forms'),
    operation({
      id: 'publishForm',
      summary: 'Publish a form',
      description:
        'Makes a new version if anything that visitors see has changed. The ETag is that of the draft.',
      answers: { 200: Published, 201: Published },
      problems: ['invalid-fields'],
      edits: 'saves',
    }),
    param({ key: Key }),
    json(FormDefinition),
    async (c) => {
      const { key } = c.req.valid('param');
      const definition = c.req.valid('json');
      const published = await publishForm(callerOf(c), { key, definition, seen: seenIn(c) });
      setTag(c, await readEdit(c.get('db'), formEdit(key)));
      return c.json(published, published.isNew ? 201 : 200);
    },
  )
  .post(
    '/:key/started',
    operation({
      id: 'countStarted',
      summary: 'Count that a visitor started the form',
      description: 'Counts only; nothing about the visitor is kept.',
      answers: { 204: null },
      problems: ['origin-not-allowed', 'unknown-form', 'too-many-requests'],
    }),
    async (c) => {
      const form = await formOf(c);
      checkOrigin(c, form);
      await checkRate(c, 'started', form.settings.key);
      countView(callerOf(c), form.settings.key, 'started');
      return c.body(null, 204);
    },
  )
  .use('/:key', formCors)
  .get(
    '/:key',
    etag(),
    operation({
      id: 'readForm',
      summary: 'Read a form',
      description: 'Everything the widget needs. Cacheable for a minute.',
      answers: { 200: FormAnswer, 304: null },
      problems: ['origin-not-allowed', 'unknown-form', 'invalid-fields'],
    }),
    query(FormQuery),
    async (c) => {
      const { locale, part } = c.req.valid('query');
      const { answer } = await showForm(c, { locale, part });
      if (answer.active) c.header('ETag', `"${answer.statement}${answer.turnstile ? '-t' : ''}"`);
      return c.json(answer);
    },
  );
