import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { UserBody } from '../../contract/users.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { parse } from '../../platform/problems/zod.ts';
import { addUser, changeUser, NewUserBody } from './manage.ts';
import { readUsers } from './store.ts';

/**
 * Who may use the console; needs the right `users`.
 * - `GET /v1/users`: all of them, `{users}`
 * - `POST /v1/users`: adds one (a `NewUserBody`); 201 with the user. Nobody gives rights that they lack.
 * - `PUT /v1/users/{id}`: changes one (a `UserBody`); with `active: false` their sessions end
 */
export const userRoutes = new Hono<App>()
  .use(requires('users'))
  .get('/', async (c) => c.json({ users: await readUsers(c.get('db')) }))
  .post('/', async (c) => {
    const body = parse(NewUserBody, await c.req.json().catch(() => undefined));
    return c.json(await addUser(callerOf(c), body), 201);
  })
  .put('/:id', async (c) => {
    const body = parse(UserBody, await c.req.json().catch(() => undefined));
    return c.json(await changeUser(callerOf(c), c.req.param('id'), body));
  });
