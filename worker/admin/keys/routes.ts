import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { readKeys } from '../../access/key.ts';
import { NewKeyBody } from '../../contract/users.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { makeKey, stopKey } from './keys.ts';

/**
 * Keys of programs that use the API; needs the right `api-keys`.
 * - `GET /v1/api-keys`: all of them with rights, expiry and last use, `{keys}`; never a token
 * - `POST /v1/api-keys`: makes one (a `NewKeyBody`); 201 with its `token`, which is shown only now
 * - `POST /v1/api-keys/{id}/end`: ends it
 */
export const apiKeys = new Hono<App>()
  .use(requires('api-keys'))
  .get('/', async (c) => c.json({ keys: await readKeys(c.get('db')) }))
  .post('/', async (c) => {
    const body = parse(NewKeyBody, await c.req.json().catch(() => undefined));
    const { sha256: _, ...key } = await makeKey(callerOf(c), body);
    return c.json(key, 201);
  })
  .post('/:id/end', async (c) => {
    await stopKey(callerOf(c), c.req.param('id'));
    return c.json({});
  });
