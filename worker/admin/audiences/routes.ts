import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { Key } from '../../contract/words.ts';
import { readLists } from '../../lists/store.ts';
import { preferencesDays, preferencesLink, unsubscribeLink } from '../../people/links.ts';
import { writeAct } from '../../platform/audit.ts';
import { originOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { csvLine } from '../../platform/tables/csv.ts';
import { type Addressee, audience, peopleFrom } from './audience.ts';
import { checkMailing } from './check.ts';
import { takeSignal } from './signals.ts';

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

const Format = z.enum(['csv', 'ndjson']).default('csv');
const Page = z.object({
  after: z.union([z.uuid(), z.literal('')]).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(500),
  subscription: Key,
  format: z.enum(['csv', 'json']).default('json'),
});

const audited = (c: Context<App>, act: string, object: string) =>
  writeAct(c.get('db'), { actor: c.get('actor'), act, object }).run();

const subscriptionType = async (c: Context<App>, key: string) => {
  const type = (await readLists(c.get('db'))).subscriptionTypes.get(key);
  if (!type)
    throw new ProblemError('not-found', { detail: `There is no subscription type "${key}".` });
  return type;
};

type Linked = Addressee & { unsubscribe: string };

const ndjson = (row: Linked): string => `${JSON.stringify(row)}\n`;
const csv = ({ id, email, locale, unsubscribe }: Linked): string =>
  csvLine([id, email, locale, unsubscribe]);

/**
 * For the tool that sends a marketer's mail; every route needs the right `mailing`, and is audited.
 * - `POST /v1/mailing-check` `{emails, purpose, subscription?, override?}`: up to 1,000 addresses; answers
 *   `{verdicts: [{email, allow} | {email, allow: false, reason}]}` in their order. With `override` (why, in
 *   a sentence; needs the right `mailing-override` too) missing consent refuses nobody: for a recall of
 *   goods, say. Who is restricted, erased, unknown or out of reach is refused all the same.
 * - `GET /v1/audiences/{subscription}?format=csv|ndjson`: streams everybody who may get it now, each
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
    const act = override ? 'mailing.override' : 'mailing.check';
    const object = `${check.purpose}/${check.subscription ?? ''}`;
    const after = override && { why: override, addresses: check.emails.length };
    await writeAct(c.get('db'), { actor: c.get('actor'), act, object, after }).run();
    return c.json({ verdicts: await checkMailing(c.env, check, override !== undefined) });
  })
  .get('/audiences/:subscription', requires('mailing'), async (c) => {
    const format = parse(Format, c.req.query('format'));
    const type = await subscriptionType(c, c.req.param('subscription'));
    await audited(c, 'mailing.audience', type.key);
    const origin = originOf(c);
    const line = format === 'csv' ? csv : ndjson;
    const encoder = new TextEncoder();
    const slices = audience(c.get('db'), type.key, type.purpose);
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        if (format === 'csv')
          controller.enqueue(encoder.encode(csvLine(['id', 'email', 'locale', 'unsubscribe'])));
      },
      pull: async (controller) => {
        const { value: people, done } = await slices.next();
        if (done) return controller.close();
        const rows = await Promise.all(
          people.map(async (person) => ({
            ...person,
            unsubscribe: await unsubscribeLink(c.env, origin, person.id, type.key),
          })),
        );
        controller.enqueue(encoder.encode(rows.map(line).join('')));
      },
    });
    c.header('Content-Type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson');
    return c.body(stream);
  })
  .get('/people/links', requires('mailing'), async (c) => {
    const { after, limit, subscription, format } = parse(Page, c.req.query());
    const { key } = await subscriptionType(c, subscription);
    await audited(c, 'mailing.links', key);
    const origin = originOf(c);
    const days = await preferencesDays(c.get('db'));
    const people = await peopleFrom(c.get('db'), after, limit);
    const links = await Promise.all(
      people.map(async ({ id, email, locale }) => ({
        id,
        email,
        locale,
        preferences: await preferencesLink(c.env, origin, id, days),
        unsubscribe: await unsubscribeLink(c.env, origin, id, key),
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
    await takeSignal(c.env, signal, c.get('actor'));
    await audited(c, `mailing.${signal.kind}`, 'signal');
    return c.json({}, 202);
  });
