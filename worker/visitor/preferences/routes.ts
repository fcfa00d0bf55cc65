import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import {
  type Corrections,
  CorrectionsBody,
  PreferencesBody,
  ReceiptBody,
} from '../../contract/preferences.ts';
import { RequestBody } from '../../contract/requests.ts';
import { Locale } from '../../contract/words.ts';
import { readPerson } from '../../people/store.ts';
import { BOOKMARK } from '../../platform/bookmark.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { correct } from '../corrections/correct.ts';
import { askFor, cancelRequest } from '../requests/requests.ts';
import { requestsOf } from '../requests/store.ts';
import { inSession } from '../verify/session.ts';
import { dataAsCsv, readData } from './data.ts';
import { readHistory } from './history.ts';
import { showPreferences } from './preferences.ts';
import { sendReceipt } from './receipt.ts';
import { reportOn } from './report.ts';
import { savePreferences } from './save.ts';

const personOf = async (c: Context<App>) => {
  const person = await readPerson(c.get('db'), c.get('person'));
  if (!person) throw new ProblemError('no-session', { detail: 'Nothing is kept of you any more.' });
  return person;
};

const localeOf = (c: Context<App>, fallback: string): string => {
  const locale = Locale.safeParse(c.req.query('locale'));
  return locale.success ? locale.data : fallback;
};

/**
 * A person's own preferences, for whoever holds a session of theirs (a bearer token from `/v1/entries`
 * or `/v1/sessions`); it opens nobody else's.
 * - `GET /v1/preferences?locale=`: `Preferences`
 * - `POST /v1/preferences`: a `PreferencesBody`; answers `Saved`. 409 `conflict` when the words have
 *   changed since they were shown: show them anew.
 * - `GET /v1/preferences/history?locale=`: every decision, newest first
 * - `GET /v1/preferences/requests`, `POST /v1/preferences/requests`: what the person asked for by right,
 *   and asking (a `RequestBody`; 201 with a `PersonRequest`)
 * - `POST /v1/preferences/requests/{number}/cancel`: takes an erasure back while it waits
 * - `POST /v1/preferences/corrections`: a `CorrectionsBody`; answers `Corrections`, 422 with what is wrong
 *   a field. Nothing is corrected then.
 * - `POST /v1/preferences/receipts`: a `ReceiptBody`; 202, and what was saved then comes by email, once
 * - `GET /v1/preferences/data?format=json|csv|html`: everything that is kept of the person (GDPR art. 15
 *   and 20); HTML is a report to print
 */
export const preferences = new Hono<App>()
  .use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['Content-Type', 'Authorization', BOOKMARK],
      exposeHeaders: [BOOKMARK],
      maxAge: 86_400,
    }),
  )
  .use(inSession)
  .get('/', async (c) => {
    const person = await personOf(c);
    return c.json(
      (await showPreferences(c.get('db'), person, localeOf(c, person.locale))).preferences,
    );
  })
  .post('/', async (c) => {
    const body = parse(PreferencesBody, await c.req.json().catch(() => undefined));
    const result = await savePreferences(callerOf(c), await personOf(c), body);
    if (result.ok) return c.json(result.saved);
    if (result.why === 'other-words')
      throw new ProblemError('conflict', {
        detail: 'The words have changed. Read them once more.',
      });
    throw new ProblemError('invalid-fields', {
      errors: [{ field: 'changes', code: 'unknown', message: 'Something in it was not shown.' }],
    });
  })
  .get('/history', async (c) => {
    const person = await personOf(c);
    return c.json({ history: await readHistory(c.get('db'), person, localeOf(c, person.locale)) });
  })
  .get('/requests', async (c) => {
    return c.json({ requests: await requestsOf(c.get('db'), c.get('person')) });
  })
  .post('/requests', async (c) => {
    const body = parse(RequestBody, await c.req.json().catch(() => undefined));
    return c.json(await askFor(callerOf(c), await personOf(c), body), 201);
  })
  .post('/requests/:number/cancel', async (c) => {
    const isCancelled = await cancelRequest(
      callerOf(c),
      c.get('person'),
      Number(c.req.param('number')),
    );
    if (!isCancelled) throw new ProblemError('not-found', { detail: 'No such erasure waits.' });
    return c.json({});
  })
  .post('/corrections', async (c) => {
    const body = parse(CorrectionsBody, await c.req.json().catch(() => undefined));
    const corrected = await correct(callerOf(c), await personOf(c), body);
    if (!corrected.ok) throw new ProblemError('invalid-fields', { errors: corrected.errors });
    const { preferences } = await showPreferences(c.get('db'), await personOf(c), body.locale);
    const { ok: _, ...answer } = corrected;
    return c.json({ ...answer, preferences } satisfies Corrections);
  })
  .post('/receipts', async (c) => {
    const { recordedAt } = parse(ReceiptBody, await c.req.json().catch(() => undefined));
    await sendReceipt(callerOf(c), c.get('person'), recordedAt);
    return c.json({}, 202);
  })
  .get('/data', async (c) => {
    const data = await readData(c.get('db'), await personOf(c));
    const format = c.req.query('format');
    if (format === 'html')
      return c.html(await reportOn(c.get('db'), data, localeOf(c, data.person.locale)));
    if (format !== 'csv') return c.json(data);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    return c.body(dataAsCsv(data));
  });
