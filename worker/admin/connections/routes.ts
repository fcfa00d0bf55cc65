import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import { readConnections, shownConnection } from '../../connectors/store.ts';
import {
  Connection,
  ConnectionActBody,
  ConnectionBody,
  Connections,
  NewConnectionBody,
  Targets,
} from '../../contract/connections.ts';
import { Made, Nothing } from '../../contract/words.ts';
import { operation } from '../../platform/api/operation.ts';
import { json } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import {
  actOn,
  changeConnection,
  connectionOf,
  makeConnection,
  removeConnection,
  targetsOf,
} from './connections.ts';

/** Tools that consents are synced with. */
export const connections = new Hono<App>()
  .use(requires('settings'))
  .get(
    '/',
    operation({
      id: 'listConnections',
      summary: 'List connected tools',
      description: 'With how their last comparisons went, never their secrets.',
      answers: { 200: Connections },
    }),
    async (c) => c.json({ connections: (await readConnections(c.get('db'))).map(shownConnection) }),
  )
  .post(
    '/',
    operation({
      id: 'makeConnection',
      summary: 'Connect a tool',
      description: 'Its credentials are tried at once and kept encrypted. Nothing is synced yet.',
      answers: { 201: Made },
      problems: ['invalid-fields', 'unavailable'],
    }),
    json(NewConnectionBody),
    async (c) => c.json({ id: await makeConnection(callerOf(c), c.req.valid('json')) }, 201),
  )
  .get(
    '/:id',
    operation({
      id: 'getConnection',
      summary: 'Get a connected tool',
      answers: { 200: Connection },
      problems: ['not-found'],
    }),
    async (c) => c.json(shownConnection(await connectionOf(callerOf(c), c.req.param('id')))),
  )
  .get(
    '/:id/targets',
    operation({
      id: 'listConnectionTargets',
      summary: 'List what the tool has to map to',
      description: 'Its lists, topics or consents, asked of it now.',
      answers: { 200: Targets },
      problems: ['not-found', 'invalid-fields'],
    }),
    async (c) => {
      const caller = callerOf(c);
      const kept = await connectionOf(caller, c.req.param('id'));
      return c.json({ targets: await targetsOf(caller, kept) });
    },
  )
  .put(
    '/:id',
    operation({
      id: 'saveConnection',
      summary: 'Save a connected tool',
      description:
        'Secrets that are left out stay. Another mapping or other credentials need another dry run.',
      answers: { 200: Connection },
      problems: ['not-found', 'invalid-fields'],
    }),
    json(ConnectionBody),
    async (c) => {
      const caller = callerOf(c);
      const id = c.req.param('id');
      await changeConnection(caller, await connectionOf(caller, id), c.req.valid('json'));
      return c.json(shownConnection(await connectionOf(caller, id)));
    },
  )
  .post(
    '/:id/acts',
    operation({
      id: 'actOnConnection',
      summary: 'Try dry, start, pause or compare',
      description:
        'A dry run changes nothing and says what would be. Only after one whose changes are within the limit can a connection start.',
      answers: { 200: Nothing },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    json(ConnectionActBody),
    async (c) => {
      const caller = callerOf(c);
      const kept = await connectionOf(caller, c.req.param('id'));
      await actOn(caller, kept, c.req.valid('json').act);
      return c.json({});
    },
  )
  .delete(
    '/:id',
    operation({
      id: 'removeConnection',
      summary: 'Disconnect a tool',
      description: 'The tool keeps what it has.',
      answers: { 204: null },
      problems: ['not-found'],
    }),
    async (c) => {
      const caller = callerOf(c);
      await removeConnection(caller, await connectionOf(caller, c.req.param('id')));
      return c.body(null, 204);
    },
  );
