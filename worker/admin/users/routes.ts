import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { User, UserBody, Users } from '../../contract/users.ts';
import { readTagged, seenIn, setTag } from '../../platform/api/if-match.ts';
import { operation } from '../../platform/api/operation.ts';
import { json } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { unlinkAccount } from './linked.ts';
import { addUser, changeUser, NewUserBody, requireUser, userEdit } from './manage.ts';
import { readUsers } from './store.ts';

/** Who may use the console. Nobody gives rights that they lack. */
export const userRoutes = new Hono<App>()
  .use(requires('users'))
  .get(
    '/',
    operation({ id: 'listUsers', summary: 'List users of the console', answers: { 200: Users } }),
    async (c) => c.json({ users: await readUsers(c.get('db')) }),
  )
  .post(
    '/',
    operation({
      id: 'addUser',
      summary: 'Add a user of the console',
      description: 'You can only give rights that the key itself has.',
      answers: { 201: User },
      problems: ['invalid-fields'],
    }),
    json(NewUserBody),
    async (c) => c.json(await addUser(callerOf(c), c.req.valid('json')), 201),
  )
  .get(
    '/:id',
    operation({
      id: 'readUser',
      summary: 'Read a user of the console',
      answers: { 200: User },
      problems: ['not-found'],
      edits: 'reads',
    }),
    async (c) => {
      const id = c.req.param('id');
      return c.json(await readTagged(c, userEdit(id), () => requireUser(c.get('db'), id)));
    },
  )
  .put(
    '/:id',
    operation({
      id: 'changeUser',
      summary: 'Change a user of the console',
      description: '`active: false` also ends their sessions.',
      answers: { 200: User },
      problems: ['not-found', 'conflict', 'invalid-fields'],
      edits: 'saves',
    }),
    json(UserBody),
    async (c) => {
      const body = c.req.valid('json');
      const { user, edit } = await changeUser(callerOf(c), c.req.param('id'), body, seenIn(c));
      setTag(c, edit);
      return c.json(user);
    },
  )
  .delete(
    '/:id/linked-account',
    operation({
      id: 'unlinkAccount',
      summary: 'Unlink a user from their account at the OpenID Connect provider',
      description:
        'Ends their sessions. The account with their address that signs in next is linked in its place. You need every right that the user has.',
      answers: { 200: User },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    async (c) => c.json(await unlinkAccount(callerOf(c), c.req.param('id'))),
  );
