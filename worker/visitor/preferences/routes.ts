import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { DataFormat, dataAnswers } from '../../contract/data.ts';
import {
  Corrections,
  CorrectionsBody,
  History,
  Preferences,
  PreferencesBody,
  ReceiptBody,
  Saved,
} from '../../contract/preferences.ts';
import { ProofFile, ProofQuery } from '../../contract/proof.ts';
import {
  PersonRequest,
  PersonRequests,
  RequestBody,
  RequestNumber,
} from '../../contract/requests.ts';
import { LocaleQuery, Nothing, TimeZone } from '../../contract/words.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import { answerData } from '../../personal-data/answer.ts';
import { readData } from '../../personal-data/data.ts';
import { readHistory } from '../../personal-data/history.ts';
import { showAnew, showPreferences } from '../../personal-data/preferences.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, param, query } from '../../platform/api/valid.ts';
import { BOOKMARK } from '../../platform/bookmark.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { limited } from '../../platform/limits/limited.ts';
import { isOwnOrigin } from '../../platform/own-host.ts';
import { keptPage } from '../../platform/page-address.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { answerProofFile } from '../../receipts/answer.ts';
import { readChosen } from '../../receipts/choose.ts';
import { requestsOf } from '../../requests/store.ts';
import { correct } from '../corrections/correct.ts';
import { askFor, cancelRequest } from '../requests/requests.ts';
import { inSession, needs } from '../verify/session.ts';
import { sendReceipt } from './receipt.ts';
import { noneChosen } from './said.ts';
import { savePreferences } from './save.ts';
import { within } from './within.ts';

/** Anything else than a known format is answered as JSON. */
const DataQuery = LocaleQuery.extend({
  format: DataFormat.optional().catch('json'),
  timeZone: TimeZone.optional()
    .catch(undefined)
    .meta({ description: 'The zone that the report shows times in; the operator’s unless named.' }),
});

const NO_RECORDS = 'There are no such records.';
const NO_ERASURE = 'No such erasure waits.';

/** A person's own preferences, for anyone who holds a session of theirs; it opens nobody else's. */
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
  .get(
    '/',
    operation({
      id: 'readPreferences',
      summary: 'Read my preferences',
      description:
        'Without `fields` in a session that began with a link for choices only, as those for mailing tools are.',
      answers: { 200: Preferences },
    }),
    query(LocaleQuery),
    async (c) => {
      const person = c.get('person');
      const { locale = person.locale } = c.req.valid('query');
      const { preferences: shown } = await showPreferences(c.get('db'), person, locale);
      return c.json(within(c.get('reach'), shown));
    },
  )
  .post(
    '/',
    operation({
      id: 'savePreferences',
      summary: 'Save my preferences',
      description:
        'Returns `conflict` if the wording has changed since it was shown: show it again. What only ends something is saved all the same.',
      answers: { 200: Saved },
      problems: ['conflict', 'invalid-fields'],
    }),
    json(PreferencesBody),
    async (c) => {
      const body = c.req.valid('json');
      const { locale } = body;
      const caller = callerOf(c);
      const origin = c.req.header('Origin');
      const page = keptPage(body.page, origin, (told) =>
        origin ? told === origin : isOwnOrigin(c, told),
      );
      const person = c.get('person');
      const before = await showPreferences(caller.db, person, locale);
      const result = await savePreferences(caller, before, { ...body, page });
      if (result.ok) {
        const shown = within(c.get('reach'), result.saved.preferences);
        return c.json({ ...result.saved, preferences: shown });
      }
      if (result.why === 'other-words')
        throw new ProblemError('conflict', {
          detail: 'The words have changed. Read them once more.',
        });
      if (result.why === 'none-chosen')
        throw new ProblemError('invalid-fields', { errors: [noneChosen(result.purpose, locale)] });
      throw new ProblemError('invalid-fields', {
        errors: [{ field: 'changes', code: 'unknown', message: preferenceTextsIn(locale).failed }],
      });
    },
  )
  .get(
    '/history',
    operation({
      id: 'readHistory',
      summary: 'Read my consent history',
      description: 'Every decision, newest first.',
      answers: { 200: History },
    }),
    query(LocaleQuery),
    async (c) => {
      const person = c.get('person');
      const { locale = person.locale } = c.req.valid('query');
      return c.json({ history: await readHistory(c.get('db'), person, locale) });
    },
  )
  .get(
    '/requests',
    operation({
      id: 'listOwnRequests',
      summary: 'List my requests',
      answers: { 200: PersonRequests },
    }),
    async (c) => c.json({ requests: await requestsOf(c.get('db'), c.get('person').id) }),
  )
  .post(
    '/requests',
    limited('requests'),
    needs('all'),
    operation({
      id: 'makeRequest',
      summary: 'Make a data subject request',
      description:
        'Access, rectification, erasure, restriction, portability or objection (GDPR art. 15 to 21).',
      answers: { 201: PersonRequest },
      problems: ['invalid-fields'],
    }),
    json(RequestBody),
    async (c) => c.json(await askFor(callerOf(c), c.get('person'), c.req.valid('json')), 201),
  )
  .post(
    '/requests/:number/cancel',
    needs('all'),
    operation({
      id: 'cancelRequest',
      summary: 'Cancel my erasure request',
      answers: { 200: Nothing },
      problems: ['not-found'],
    }),
    param({ number: RequestNumber }, NO_ERASURE),
    async (c) => {
      const { number } = c.req.valid('param');
      if (!(await cancelRequest(callerOf(c), c.get('person').id, number)))
        throw new ProblemError('not-found', { detail: NO_ERASURE });
      return c.json({});
    },
  )
  .post(
    '/corrections',
    limited('requests'),
    needs('all'),
    operation({
      id: 'correctDetails',
      summary: 'Correct my details',
      description: 'If one value is invalid, nothing is changed.',
      answers: { 200: Corrections },
      problems: ['invalid-fields'],
    }),
    json(CorrectionsBody),
    async (c) => {
      const body = c.req.valid('json');
      const person = c.get('person');
      const corrected = await correct(callerOf(c), person, body);
      if (!corrected.ok) throw new ProblemError('invalid-fields', { errors: corrected.errors });
      const shown = await showAnew(c.get('db'), person.id, body.locale);
      if (!shown)
        throw new ProblemError('no-session', { detail: 'Nothing is kept of you any more.' });
      const { ok: _, ...answer } = corrected;
      return c.json({ ...answer, preferences: shown.preferences });
    },
  )
  .post(
    '/receipts',
    limited('requests'),
    operation({
      id: 'sendSaveReceipt',
      summary: 'Email me a receipt of my changes',
      description: 'One email for each save.',
      answers: { 202: Nothing },
      problems: ['invalid-fields'],
    }),
    json(ReceiptBody),
    async (c) => {
      await sendReceipt(callerOf(c), c.get('person').id, c.req.valid('json').recordedAt);
      return c.json({}, 202);
    },
  )
  .get(
    '/proof',
    needs('data'),
    operation({
      id: 'readOwnProof',
      summary: 'Download proof of my choices',
      description:
        'One file that proves all that I decided, or with `record` one decision, those of the same act, and what came after.',
      answers: { 200: ProofFile },
      problems: ['not-found', 'invalid-fields'],
    }),
    query(ProofQuery),
    async (c) => {
      const { record } = c.req.valid('query');
      const chosen = await readChosen(c.get('db'), c.get('person').id, record);
      if (!chosen) throw new ProblemError('not-found', { detail: NO_RECORDS });
      return answerProofFile(c, chosen, `consent-${record ?? 'all'}`);
    },
  )
  .get(
    '/data',
    needs('data'),
    operation({
      id: 'readOwnData',
      summary: 'Download my data',
      description: 'Everything that is kept about me (GDPR art. 15 and 20).',
      answers: { 200: dataAnswers },
    }),
    query(DataQuery),
    async (c) => {
      const data = await readData(c.get('db'), c.get('person'));
      const { format = 'json', locale = data.person.locale, timeZone } = c.req.valid('query');
      return answerData(c, data, { format, locale, timeZone });
    },
  );
