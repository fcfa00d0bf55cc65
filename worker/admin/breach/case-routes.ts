import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import {
  AuthorityBody,
  BreachBody,
  BreachCase,
  Breaches,
  WholeBreach,
} from '../../contract/breach.ts';
import { Made, Nothing } from '../../contract/words.ts';
import { readTagged, seenIn } from '../../platform/api/if-match.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, query } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { FormatQuery, tableContents } from '../../platform/tables/answer.ts';
import {
  breachEdit,
  closeBreach,
  markAuthority,
  readBreach,
  readBreaches,
  saveBreach,
} from './cases.ts';
import { breachDocuments } from './document-routes.ts';
import { readWholeBreach } from './documents.ts';
import { answerNotified } from './notified.ts';

/** Breaches of personal data. People are notified by a job of the kind `breach-notice` (see `/v1/jobs`). */
export const breaches = new Hono<App>()
  .use(requires('breach'))
  .get(
    '/',
    operation({ id: 'listBreaches', summary: 'List breach cases', answers: { 200: Breaches } }),
    async (c) => c.json({ breaches: await readBreaches(c.get('db')) }),
  )
  .post(
    '/',
    operation({
      id: 'openBreach',
      summary: 'Open a breach case',
      description: 'To notify people, start a job of the kind `breach-notice`.',
      answers: { 201: Made },
      problems: ['invalid-fields'],
    }),
    json(BreachBody),
    async (c) => c.json({ id: await saveBreach(callerOf(c), c.req.valid('json')) }, 201),
  )
  .get(
    '/:id',
    operation({
      id: 'readBreach',
      summary: 'Read a breach case',
      description: 'With its notes and files, how many people were notified, and when.',
      answers: { 200: WholeBreach },
      problems: ['not-found'],
      edits: 'reads',
    }),
    async (c) => {
      const id = c.req.param('id');
      return c.json(await readTagged(c, breachEdit(id), () => readWholeBreach(c.get('db'), id)));
    },
  )
  .put(
    '/:id',
    operation({
      id: 'changeBreach',
      summary: 'Change a breach case',
      answers: { 200: BreachCase },
      problems: ['not-found', 'invalid-fields'],
      edits: 'saves',
    }),
    json(BreachBody),
    async (c) => {
      const db = c.get('db');
      const { id } = await readBreach(db, c.req.param('id'));
      await saveBreach(callerOf(c), c.req.valid('json'), { id, seen: seenIn(c) });
      return c.json(await readTagged(c, breachEdit(id), () => readBreach(db, id)));
    },
  )
  .get(
    '/:id/notified',
    operation({
      id: 'exportNotifiedPeople',
      summary: 'Export who was notified of a breach',
      description: 'Addresses are shown only with the right `people-read`.',
      answers: { 200: tableContents },
      problems: ['not-found', 'invalid-fields'],
    }),
    query(FormatQuery),
    answerNotified,
  )
  .post(
    '/:id/authority',
    operation({
      id: 'markAuthorityNotified',
      summary: 'Mark the authority as notified',
      description:
        'With its own number of the case, once it is known: said again, the last time counts.',
      answers: { 200: Nothing },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    json(AuthorityBody.default({ reference: '' })),
    async (c) => {
      await markAuthority(callerOf(c), c.req.param('id'), c.req.valid('json'));
      return c.json({});
    },
  )
  .post(
    '/:id/close',
    operation({
      id: 'closeBreach',
      summary: 'Close a breach case',
      answers: { 200: Nothing },
      problems: ['not-found', 'conflict'],
    }),
    async (c) => {
      await closeBreach(callerOf(c), c.req.param('id'));
      return c.json({});
    },
  )
  .route('/', breachDocuments);
