import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import {
  IntakeBody,
  RequestCases,
  RequestNumber,
  RequestRead,
  RequestsQuery,
  RequestTaken,
} from '../../contract/requests.ts';
import { readTagged } from '../../platform/api/if-match.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, param, query } from '../../platform/api/valid.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { casesIn } from '../../requests/board.ts';
import { answerRoutes } from './answer-routes.ts';
import { assigneeEdit } from './assign.ts';
import { NO_REQUEST, requireCase, seenWith } from './open.ts';
import { readWholeCase } from './read.ts';
import { takeRequest } from './take.ts';

const path = { number: RequestNumber };

/** For the privacy officer; every act is audited. */
export const requests = new Hono<App>()
  .use(requires('requests'))
  .get(
    '/',
    operation({
      id: 'listRequests',
      summary: 'List data subject requests',
      description:
        'In one state: those under way by due date, those that ended the latest first; at most 500. Addresses are shown only with the right `people-read`.',
      answers: { 200: RequestCases },
      problems: ['invalid-fields'],
    }),
    query(RequestsQuery),
    async (c) => {
      const asked = c.req.valid('query');
      const [found] = await Promise.all([
        casesIn(c.get('db'), asked),
        audit(callerOf(c), { act: 'requests.read', object: asked.state }).run(),
      ]);
      return c.json({ requests: found.map((each) => seenWith(c.get('rights'), each)) });
    },
  )
  .post(
    '/',
    operation({
      id: 'takeRequest',
      summary: 'Record a request that came to you',
      description:
        'By phone, letter, email or in person. It is due a month after it came. Where nobody has the address, who asked is kept as `contact`. Returns `conflict` if the person has a request of the kind under way.',
      answers: { 201: RequestTaken },
      problems: ['invalid-fields', 'conflict'],
    }),
    json(IntakeBody),
    async (c) => c.json(await takeRequest(callerOf(c), c.req.valid('json')), 201),
  )
  .get(
    '/:number',
    operation({
      id: 'readRequest',
      summary: 'Read a data subject request',
      description:
        'With its notes, what its person was told, the emails about it, who was told of it (GDPR art. 19), and what carrying it out does. The ETag is that of its assignment.',
      answers: { 200: RequestRead },
      problems: ['not-found'],
      edits: 'reads',
    }),
    param(path, NO_REQUEST),
    async (c) => {
      const { number } = c.req.valid('param');
      const read = () => requireCase(callerOf(c), number);
      const found = await readTagged(c, assigneeEdit(number), read);
      const [whole] = await Promise.all([
        readWholeCase(c.get('db'), found),
        audit(callerOf(c), { act: 'request.read', object: String(number) }).run(),
      ]);
      return c.json(seenWith(c.get('rights'), whole));
    },
  )
  .route('/', answerRoutes);
