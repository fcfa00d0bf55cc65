import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { BreachBody } from '../../contract/breach.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { markBreach, readBreach, readBreaches, saveBreach } from './cases.ts';
import { answerTold } from './told.ts';

/**
 * Breaches of personal data; needs the right `breach`, and is audited. People are told by a job of the kind
 * `breach-notice` (see `/v1/jobs`).
 * - `GET /v1/breaches`, `GET /v1/breaches/{id}`: cases, with how many were told and when
 * - `POST /v1/breaches`: opens a case (a `BreachBody`); 201 `{id}`. `PUT /v1/breaches/{id}` changes it
 * - `POST /v1/breaches/{id}/authority`, `POST /v1/breaches/{id}/close`: the authority was told; it is closed
 * - `GET /v1/breaches/{id}/told?format=csv|ndjson|xlsx`: who was told when, streamed
 */
export const breaches = new Hono<App>()
  .use(requires('breach'))
  .get('/', async (c) => c.json({ breaches: await readBreaches(c.get('db')) }))
  .post('/', async (c) => {
    const body = parse(BreachBody, await c.req.json().catch(() => undefined));
    return c.json({ id: await saveBreach(callerOf(c), body) }, 201);
  })
  .get('/:id', async (c) => c.json(await readBreach(c.get('db'), c.req.param('id'))))
  .put('/:id', async (c) => {
    const body = parse(BreachBody, await c.req.json().catch(() => undefined));
    const { id } = await readBreach(c.get('db'), c.req.param('id'));
    await saveBreach(callerOf(c), body, id);
    return c.json(await readBreach(c.get('db'), id));
  })
  .get('/:id/told', answerTold)
  .post('/:id/authority', async (c) => {
    await markBreach(callerOf(c), c.req.param('id'), 'authority');
    return c.json({});
  })
  .post('/:id/close', async (c) => {
    await markBreach(callerOf(c), c.req.param('id'), 'close');
    return c.json({});
  });
