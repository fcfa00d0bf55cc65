import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { lettersAbout } from '../../outbox/about.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readReason } from '../../visitor/requests/answers.ts';
import { readRequest, requestsIn } from '../../visitor/requests/store.ts';
import { finish, Refusal, refuse } from './answer.ts';

const Query = z.object({ state: z.enum(['open', 'waiting', 'done', 'cancelled']).default('open') });
const RequestNumber = z.coerce.number().int().positive();

const numberOf = (c: Context<App>): number => {
  const number = RequestNumber.safeParse(c.req.param('number'));
  if (!number.success) throw new ProblemError('not-found');
  return number.data;
};

/**
 * For the privacy officer; needs the right `requests`, and is audited.
 * - `GET /v1/requests?state=open`: requests in a state, those due first first
 * - `GET /v1/requests/{number}`: one, with why it was refused and the letters about it
 * - `POST /v1/requests/{number}/done`: says that one has been carried out; the person is told by mail.
 *   404 where there is none, 409 for one that is not open.
 * - `POST /v1/requests/{number}/refused` `{reason}`: says that one is not carried out, and why; the person
 *   is told by mail (GDPR art. 12(4)). 404 and 409 as above.
 */
export const requests = new Hono<App>()
  .use(requires('requests'))
  .get('/', async (c) => {
    const { state } = parse(Query, c.req.query());
    await audit(callerOf(c), { act: 'requests.read', object: state }).run();
    return c.json({ requests: await requestsIn(c.get('db'), state) });
  })
  .get('/:number', async (c) => {
    const number = numberOf(c);
    const db = c.get('db');
    const request = await readRequest(db, number);
    if (!request) throw new ProblemError('not-found', { detail: 'There is no such request.' });
    const [reason, letters] = await Promise.all([
      readReason(db, number),
      lettersAbout(db, request.person, number),
    ]);
    await audit(callerOf(c), { act: 'request.read', object: String(number) }).run();
    return c.json({ ...request, reason, letters });
  })
  .post('/:number/done', async (c) => {
    const number = numberOf(c);
    await finish(callerOf(c), number);
    return c.json({ number, state: 'done' });
  })
  .post('/:number/refused', async (c) => {
    const number = numberOf(c);
    const refusal = parse(Refusal, await c.req.json().catch(() => undefined));
    await refuse(callerOf(c), number, refusal);
    return c.json({ number, state: 'done', refused: true });
  });
