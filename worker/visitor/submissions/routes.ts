import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { IdempotencyKey, SubmissionAnswer, SubmissionBody } from '../../contract/submission.ts';
import type { KnownForm } from '../../forms/cache.ts';
import { closedAnswer } from '../../forms/open.ts';
import { mayUseForm } from '../../forms/origins.ts';
import { checkOrigin, formCors, formOf } from '../../forms/routes.ts';
import { answerForm } from '../../pages/form-page.ts';
import { operation } from '../../platform/api/operation.ts';
import { callerOf } from '../../platform/caller.ts';
import { isUnique } from '../../platform/database.ts';
import type { App } from '../../platform/env.ts';
import { sha256 } from '../../platform/hash.ts';
import { checkRate } from '../../platform/limits/rate.ts';
import { asksForPersons, isPerson } from '../../platform/limits/turnstile.ts';
import { keptPage } from '../../platform/page-address.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { ipOf, whereFrom } from '../../platform/where-from.ts';
import { answeredPage, thanksAddress } from './answered.ts';
import { asksForFiles } from './files.ts';
import { readWithFiles } from './native-files.ts';
import { readNativeForm } from './native-form.ts';
import { wasTaken } from './store.ts';
import { type Submitted, submit } from './submit.ts';

const keyOf = (given: string | undefined): string => {
  if (given === undefined) return crypto.randomUUID();
  if (IdempotencyKey.safeParse(given).success) return given;
  throw new ProblemError('bad-request', {
    detail: 'An Idempotency-Key is 1 to 200 visible ASCII characters.',
  });
};

/** The page that a submission names: on the origin that the browser names, else one that may use the form. */
const pageOf = (c: Context<App>, form: KnownForm, page: string | undefined): string | null => {
  const origin = c.req.header('Origin');
  return keptPage(page, origin, (told) => (origin ? told === origin : mayUseForm(c, told, form)));
};

/**
 * Refuses a robot, where the form asks for persons. What was taken once is answered again without another
 * answer of the robot check: each is good for one request, and the first may have been recorded.
 */
const checkPerson = async (
  c: Context<App>,
  form: KnownForm,
  answer: string | undefined,
  key: string,
): Promise<void> => {
  if (!form.latest.turnstile || !asksForPersons(c.env)) return;
  if (await wasTaken(c.get('db'), form.settings.key, key)) return;
  if (!(await isPerson(c.env, answer, ipOf(c))))
    throw new ProblemError('robot', { detail: 'Answer the robot check and send it again.' });
};

/** Reads where a submission came from; a page may know of Global Privacy Control what no header says. */
const fromOf = (c: Context<App>, { privacyControl }: Pick<SubmissionBody, 'privacyControl'>) => {
  const from = whereFrom(c);
  return { ...from, privacyControl: from.privacyControl || privacyControl === true };
};

const take = async (
  c: Context<App>,
  form: KnownForm,
  { turnstile, idempotencyKey: _, ...body }: SubmissionBody,
  key: string,
): Promise<Submitted> => {
  if (body.trap)
    throw new ProblemError('invalid-fields', {
      errors: [{ field: 'trap', code: 'not-empty', message: 'Leave this field empty.' }],
    });
  await checkRate(c, 'submissions', form.settings.key);
  await checkPerson(c, form, turnstile, key);
  try {
    return await submit(callerOf(c), form, {
      body,
      idempotencyKey: key,
      page: pageOf(c, form, body.page),
      from: fromOf(c, body),
    });
  } catch (error) {
    if (isUnique(error, 'submission.receipt'))
      throw new ProblemError('conflict', { detail: 'This receipt id is taken. Make another.' });
    throw error;
  }
};

const problemOf = (
  submitted: Exclude<Submitted, { state: 'recorded' }>,
  message: string,
): ProblemError => {
  switch (submitted.state) {
    case 'invalid':
      return new ProblemError('invalid-fields', { errors: submitted.errors });
    case 'unknown-version':
      return new ProblemError('unknown-version', {
        detail: 'Fetch the form again and send what it says.',
      });
    case 'inactive':
      return new ProblemError('inactive', { detail: message });
    case 'mismatch':
      return new ProblemError('idempotency-mismatch', {
        detail: 'Send another key with another request.',
      });
  }
};

/** Takes what a page without JavaScript posts, and answers with a page whatever comes of it. */
const takeNative = async (
  c: Context<App>,
  form: KnownForm,
  bodyText: string,
  fingerprint = bodyText,
): Promise<Response> => {
  const native = readNativeForm(bodyText);
  const parsed = SubmissionBody.safeParse(native.body);
  if (!parsed.success)
    throw new ProblemError('bad-request', {
      detail: 'Go back, reload the page and send it again.',
    });
  const body = parsed.data;
  // Someone who goes back and changes an answer sends something else under the same hidden key.
  const key = `${keyOf(native.idempotencyKey)}-${(await sha256(fingerprint)).slice(0, 16)}`;
  try {
    const submitted = await take(c, form, body, key);
    switch (submitted.state) {
      case 'recorded':
        return c.redirect(thanksAddress(form, body, submitted.answer), 303);
      case 'invalid':
        return answeredPage(c, form, body, { status: 422, errors: submitted.errors });
      case 'inactive':
        return answerForm(c, closedAnswer(form, [body.locale]), {}, 409);
      default:
        return answeredPage(c, form, body, { status: 422, why: 'failed' });
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.kind === 'too-many-requests')
      return answeredPage(c, form, body, { status: 429, why: 'busy' });
    const why = error.kind === 'robot' ? 'robot' : 'failed';
    return answeredPage(c, form, body, { status: 422, why });
  }
};

export const submissions = new Hono<App>().use('/:key/submissions', formCors).post(
  '/:key/submissions',
  operation({
    id: 'submitForm',
    summary: 'Submit a form',
    description:
      'The response depends on the request alone, so it never reveals whether the address is known. A form posted without JavaScript is redirected to a thank-you page, or returned with its errors and answers.',
    headers: {
      'Idempotency-Key':
        'Makes retries safe. 1 to 200 visible ASCII characters. `idempotencyKey` in the body does the same.',
    },
    body: {
      'application/json': SubmissionBody,
      'text/plain': z.string().meta({
        description: 'The same JSON. A browser sends it from another website without asking first.',
      }),
      'application/x-www-form-urlencoded': z.string().meta({ description: 'A hosted form.' }),
      'multipart/form-data': z.string().meta({ description: 'A hosted form that asks for files.' }),
    },
    answers: { 201: SubmissionAnswer, 303: null },
    problems: [
      'bad-request',
      'origin-not-allowed',
      'robot',
      'unknown-form',
      'inactive',
      'conflict',
      'unsupported-type',
      'invalid-fields',
      'unknown-version',
      'idempotency-mismatch',
      'too-many-requests',
    ],
  }),
  async (c) => {
    const form = await formOf(c);
    checkOrigin(c, form);
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
    if (type === 'multipart/form-data' && asksForFiles(form)) {
      await checkRate(c, 'submissions', form.settings.key);
      const { text, fingerprint } = await readWithFiles(c, form);
      return takeNative(c, form, text, fingerprint);
    }
    // Not text(): workerd warns of each body whose type is not that of a text, as a form's is.
    const bodyText = new TextDecoder().decode(await c.req.arrayBuffer());

    if (type === 'application/x-www-form-urlencoded') return takeNative(c, form, bodyText);

    if (type !== 'application/json' && type !== 'text/plain')
      throw new ProblemError('unsupported-type', { detail: 'Send application/json.' });
    let json: unknown;
    try {
      json = JSON.parse(bodyText);
    } catch {
      throw new ProblemError('bad-request', { detail: 'The body is not JSON.' });
    }
    const body = parse(SubmissionBody, json);
    const submitted = await take(
      c,
      form,
      body,
      keyOf(c.req.header('Idempotency-Key') ?? body.idempotencyKey),
    );
    if (submitted.state === 'recorded') return c.json(submitted.answer, 201);
    throw problemOf(submitted, closedAnswer(form, [body.locale]).inactive);
  },
);
