import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { LinksPage, LinksQuery, MailingCheckBody, Verdicts } from '../../contract/mailing.ts';
import { GradeQuery, Nothing, SubscriptionKey } from '../../contract/words.ts';
import { preferencesDays, preferencesLink, unsubscribeLink } from '../../people/links.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, query } from '../../platform/api/valid.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import { EmailAddress } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { neededPublicUrl } from '../../platform/public-url.ts';
import { FormatQuery, tableContents } from '../../platform/tables/answer.ts';
import { csvLine } from '../../platform/tables/csv.ts';
import { peopleFrom } from './audience.ts';
import { checkMailing } from './check.ts';
import { takeSignal } from './signals.ts';
import { answerAudience, subscriptionType } from './table.ts';

/** `POST /v1/signals` */
const SignalBody = z.strictObject({
  email: EmailAddress,
  kind: z.enum(['complaint', 'bounce', 'unsubscribe']),
  subscription: SubscriptionKey.optional(),
});

const links = {
  'application/json': LinksPage,
  'text/csv': z.string().meta({ description: 'The next page is the header `Link`.' }),
};

/** For the tool that sends a marketer's mail; every act is audited. */
export const mailing = new Hono<App>()
  .post(
    '/mailing-check',
    requires('mailing'),
    operation({
      id: 'checkMailing',
      summary: 'Check who may get a mailing',
      description:
        'Takes up to 1,000 addresses; verdicts are in the same order. With `override` (a reason; needs the right `mailing-override` too) missing consent is ignored, for example for a product recall. Restricted, erased, unknown and undeliverable addresses are still refused. `evidence` is the least grade of evidence that a consent must have: `asserted`, `proven`.',
      answers: { 200: Verdicts },
      problems: ['invalid-fields'],
    }),
    query(GradeQuery),
    json(MailingCheckBody),
    async (c) => {
      const { override, ...check } = c.req.valid('json');
      if (override && !c.get('rights').includes('mailing-override'))
        throw new ProblemError('forbidden', { detail: 'This needs the right "mailing-override".' });
      const caller = callerOf(c);
      await audit(caller, {
        act: override ? 'mailing.override' : 'mailing.check',
        object: `${check.purpose}/${check.subscription ?? ''}`,
        after: override && { why: override, addresses: check.emails.length },
      }).run();
      const { evidence } = c.req.valid('query');
      const asked = { ...check, evidence };
      return c.json({ verdicts: await checkMailing(caller, asked, override !== undefined) });
    },
  )
  .get(
    '/audiences/:subscription',
    requires('mailing'),
    operation({
      id: 'exportMailingAudience',
      summary: 'Export the audience of a subscription type',
      description:
        'Everyone who may get it now, each with a link for `List-Unsubscribe`. Streamed.',
      answers: { 200: tableContents },
      problems: ['not-found', 'invalid-fields'],
    }),
    query(FormatQuery.extend(GradeQuery.shape)),
    answerAudience,
  )
  .get(
    '/people/links',
    requires('mailing'),
    operation({
      id: 'listLinks',
      summary: 'List preference and unsubscribe links',
      description:
        'For everyone, whether or not they may be mailed. A preference link allows choices only: data, corrections and requests ask for a code first.',
      answers: { 200: links },
      problems: ['not-found', 'invalid-fields'],
    }),
    query(LinksQuery),
    async (c) => {
      const { after, limit, subscription, format } = c.req.valid('query');
      const caller = callerOf(c);
      const { env, db } = caller;
      const host = neededPublicUrl(env);
      const { key } = await subscriptionType(db, subscription);
      const [, days, people] = await Promise.all([
        audit(caller, { act: 'mailing.links', object: key }).run(),
        preferencesDays(db),
        peopleFrom(db, after, limit),
      ]);
      const rows = await Promise.all(
        people.map(async ({ id, email, locale }) => ({
          id,
          email,
          locale,
          preferences: await preferencesLink(env, host, id, days),
          unsubscribe: await unsubscribeLink(env, host, id, key),
        })),
      );
      const next = people.length === limit ? (people.at(-1)?.id ?? null) : null;
      if (format === 'json') return c.json({ links: rows, next });
      c.header('Content-Type', 'text/csv; charset=utf-8');
      if (next)
        c.header(
          'Link',
          `<?${new URLSearchParams({ ...c.req.query(), after: next })}>; rel="next"`,
        );
      const head = csvLine(['id', 'email', 'locale', 'preferences', 'unsubscribe']);
      return c.body(head + rows.map((row) => csvLine(Object.values(row))).join(''));
    },
  )
  .post(
    '/signals',
    requires('mailing'),
    operation({
      id: 'reportSignal',
      summary: 'Report a complaint, a bounce or an unsubscribe',
      description:
        'A `complaint` withdraws consent, an `unsubscribe` too, or ends the one `subscription` that it names; a `bounce` marks the address as undeliverable. The response is the same for an unknown address.',
      answers: { 202: Nothing },
      problems: ['invalid-fields'],
    }),
    json(SignalBody),
    async (c) => {
      await takeSignal(callerOf(c), c.req.valid('json'));
      return c.json({}, 202);
    },
  );
