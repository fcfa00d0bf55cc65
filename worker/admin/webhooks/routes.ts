import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import {
  Attempt,
  AttemptsPage,
  AttemptsQuery,
  NewSecret,
  NewWebhook,
  ReplayBody,
  Webhook,
  WebhookBody,
  Webhooks,
} from '../../contract/webhooks.ts';
import { Nothing } from '../../contract/words.ts';
import { readTagged, seenIn, setTag } from '../../platform/api/if-match.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, query } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import {
  deleteWebhook,
  makeWebhook,
  readWebhooks,
  requireStored,
  requireWebhook,
  rotateWebhook,
  saveWebhook,
  webhookEdit,
} from './manage.ts';
import { replay, tryWebhook } from './replay.ts';
import { readAttempts } from './waiting.ts';

/** Where events are sent. */
export const webhooks = new Hono<App>()
  .use(requires('settings'))
  .get(
    '/',
    operation({ id: 'listWebhooks', summary: 'List webhooks', answers: { 200: Webhooks } }),
    async (c) => c.json({ webhooks: await readWebhooks(callerOf(c)) }),
  )
  .post(
    '/',
    operation({
      id: 'makeWebhook',
      summary: 'Create a webhook',
      description:
        'Events are sent by [Standard Webhooks](https://www.standardwebhooks.com/), at least once, and those of one person in their order. The secret is shown only once. Details of people need the right `export` too.',
      answers: { 201: NewWebhook },
      problems: ['invalid-fields', 'conflict', 'unavailable'],
    }),
    json(WebhookBody),
    async (c) => c.json(await makeWebhook(callerOf(c), c.req.valid('json')), 201),
  )
  .get(
    '/:id',
    operation({
      id: 'readWebhook',
      summary: 'Read a webhook',
      answers: { 200: Webhook },
      problems: ['not-found'],
      edits: 'reads',
    }),
    async (c) => {
      const id = c.req.param('id');
      return c.json(await readTagged(c, webhookEdit(id), () => requireWebhook(callerOf(c), id)));
    },
  )
  .put(
    '/:id',
    operation({
      id: 'saveWebhook',
      summary: 'Change, pause or resume a webhook',
      answers: { 200: Webhook },
      problems: ['not-found', 'invalid-fields'],
      edits: 'saves',
    }),
    json(WebhookBody),
    async (c) => {
      const [caller, id] = [callerOf(c), c.req.param('id')];
      setTag(c, await saveWebhook(caller, id, c.req.valid('json'), seenIn(c)));
      return c.json(await requireWebhook(caller, id));
    },
  )
  .delete(
    '/:id',
    operation({
      id: 'deleteWebhook',
      summary: 'Delete a webhook',
      answers: { 204: null },
      problems: ['not-found'],
    }),
    async (c) => {
      await deleteWebhook(callerOf(c), c.req.param('id'));
      return c.body(null, 204);
    },
  )
  .post(
    '/:id/secret',
    operation({
      id: 'rotateWebhookSecret',
      summary: 'Give a webhook a new secret',
      description: 'For a day every message is signed by the old and the new one.',
      answers: { 200: NewSecret },
      problems: ['not-found', 'unavailable'],
    }),
    async (c) => c.json(await rotateWebhook(callerOf(c), c.req.param('id'))),
  )
  .post(
    '/:id/test',
    operation({
      id: 'testWebhook',
      summary: 'Send a test message to a webhook',
      answers: { 200: Attempt },
      problems: ['not-found'],
    }),
    async (c) => c.json(await tryWebhook(callerOf(c), c.req.param('id'))),
  )
  .get(
    '/:id/attempts',
    operation({
      id: 'listAttempts',
      summary: 'List what was sent to a webhook, and how it was answered',
      description: 'Newest first, kept for 30 days.',
      answers: { 200: AttemptsPage },
      problems: ['not-found', 'invalid-fields'],
    }),
    query(AttemptsQuery),
    async (c) => {
      const { id } = await requireStored(callerOf(c), c.req.param('id'));
      return c.json(await readAttempts(c.get('db'), id, c.req.valid('query').before));
    },
  )
  .post(
    '/:id/replays',
    operation({
      id: 'replayEvents',
      summary: 'Send events again',
      description: 'One by its id, or everything since a moment, as far as events are kept.',
      answers: { 202: Nothing },
      problems: ['not-found', 'invalid-fields'],
    }),
    json(ReplayBody),
    async (c) => {
      await replay(callerOf(c), c.req.param('id'), c.req.valid('json'));
      return c.json({}, 202);
    },
  );
