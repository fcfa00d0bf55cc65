import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { readKeys } from '../../access/key.ts';
import { ApiKeys, NewApiKey, NewKeyBody } from '../../contract/users.ts';
import { Nothing } from '../../contract/words.ts';
import { operation } from '../../platform/api/operation.ts';
import { json } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { makeKey, stopKey } from './keys.ts';

/** Keys of programs that use the API. */
export const apiKeys = new Hono<App>()
  .use(requires('api-keys'))
  .get(
    '/',
    operation({
      id: 'listApiKeys',
      summary: 'List API keys',
      description: 'With rights, expiry and last use, never the token.',
      answers: { 200: ApiKeys },
    }),
    async (c) => c.json({ keys: await readKeys(c.get('db')) }),
  )
  .post(
    '/',
    operation({
      id: 'makeApiKey',
      summary: 'Create an API key',
      description:
        'The token is shown only once. You can only give rights that the key itself has.',
      answers: { 201: NewApiKey },
      problems: ['invalid-fields', 'conflict'],
    }),
    json(NewKeyBody),
    async (c) => {
      const { sha256: _, ...key } = await makeKey(callerOf(c), c.req.valid('json'));
      return c.json(key, 201);
    },
  )
  .post(
    '/:id/end',
    operation({
      id: 'endApiKey',
      summary: 'Revoke an API key',
      answers: { 200: Nothing },
      problems: ['not-found'],
    }),
    async (c) => {
      await stopKey(callerOf(c), c.req.param('id'));
      return c.json({});
    },
  );
