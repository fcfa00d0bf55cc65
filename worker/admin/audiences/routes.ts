import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { Key } from '../../contract/words.ts';
import { preferencesDays, preferencesLink, unsubscribeLink } from '../../people/links.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { csvLine } from '../../platform/tables/csv.ts';
import { peopleFrom } from './audience.ts';
import { checkMailing } from './check.ts';
import { takeSignal } from './signals.ts';
import { answerAudience, subscriptionType } from './table.ts';

/** `POST /v1/mailing-check` */
const MailingCheck = z.strictObject({
  emails: z.array(z.string().max(320)).min(1).max(1000),
  purpose: Key,
  subscription: Key.optional(),
  /** Why this mailing must go out whatever was consented to; needs the right `mailing-override`. */
  override: z.string().trim().min(10, 'Say why, in a sentence.').max(500).optional(),
});

/** `POST /v1/signals` */
const SignalBody = z.strictObject({
  email: z.string().transform((text, context) => {
    const email = normaliseEmail(text);
    if (email) return email;
    context.addIssue({ code: 'custom', message: 'Give an e-mail address.' });
    return z.NEVER;
  }),
  kind: z.enum(['complaint', 'bounce']),
});

const Page = z.object({
  after: z.union([z.uuid(), z.literal('')]).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(500),
  subscription: Key,
  format: z.enum(['csv', 'json']).default('json'),
});

/**
 * For the tool that sends a marketer's mail; every route needs the right `mailing`, and is audited.
 * - `POST /v1/mailing-check` `{emails, purpose, subscription?, override?}`: up to 1,000 addresses; answers
 *   `{verdicts: [{email, allow} | {email, allow: false, reason}]}` in their order. With `override` (why, in
 *   a sentence; needs the right `mailing-override` too) missing consent refuses nobody: for a recall of
 *   goods, say. Who is restricted, erased, unknown or out of reach is refused all the same.
 * - `GET /v1/audiences/{subscription}?format=csv|ndjson|xlsx`: streams everybody who may get it now, each
 *   with the link for `List-Unsubscribe`.
 * - `GET /v1/people/links?subscription=&after=&limit=&format=`: pages of all persons with the links for
 *   a letter's footer, whether or not they may be written to.
 * - `POST /v1/signals` `{email, kind}`: a `complaint` withdraws, a `bounce` marks the address.
 *   202, also for an address that nobody has.
 */
export const mailing = new Hono<App>()
  .post('/mailing-check', requires('mailing'), async (c) => {
    const { override, ...check } = parse(MailingCheck, await c.req.json().catch(() => undefined));
    if (override && !c.get('rights').includes('mailing-override'))
      throw new ProblemError('forbidden', { detail: 'This needs the right "mailing-override".' });
    const caller = callerOf(c);
    await audit(caller, {
      act: override ? 'mailing.override' : 'mailing.check',
      object: `${check.purpose}/${check.subscription ?? ''}`,
      after: override && { why: override, addresses: check.emails.length },
    }).run();
    return c.json({ verdicts: await checkMailing(caller, check, override !== undefined) });
  })
  .get('/audiences/:subscription', requires('mailing'), answerAudience)
  .get('/people/links', requires('mailing'), async (c) => {
    const { after, limit, subscription, format } = parse(Page, c.req.query());
    const caller = callerOf(c);
    const { env, db, host } = caller;
    const { key } = await subscriptionType(db, subscription);
    await audit(caller, { act: 'mailing.links', object: key }).run();
    const days = await preferencesDays(db);
    const people = await peopleFrom(db, after, limit);
    const links = await Promise.all(
      people.map(async ({ id, email, locale }) => ({
        id,
        email,
        locale,
        preferences: await preferencesLink(env, host, id, days),
        unsubscribe: await unsubscribeLink(env, host, id, key),
      })),
    );
    const next = people.length === limit ? (people.at(-1)?.id ?? null) : null;
    if (format === 'json') return c.json({ links, next });
    c.header('Content-Type', 'text/csv; charset=utf-8');
    if (next)
      c.header('Link', `<?${new URLSearchParams({ ...c.req.query(), after: next })}>; rel="next"`);
    const head = csvLine(['id', 'email', 'locale', 'preferences', 'unsubscribe']);
    return c.body(head + links.map((row) => csvLine(Object.values(row))).join(''));
  })
  .post('/signals', requires('mailing'), async (c) => {
    const signal = parse(SignalBody, await c.req.json().catch(() => undefined));
    await takeSignal(callerOf(c), signal);
    return c.json({}, 202);
  });
