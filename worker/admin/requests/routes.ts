import { Hono } from 'hono';
import { requires } from '../../access/guard.ts';
import {
  PersonRequests,
  RefusalBody,
  RequestEnded,
  RequestNumber,
  RequestRead,
  RequestsQuery,
} from '../../contract/requests.ts';
import { emailsAbout } from '../../outbox/about.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, param, query } from '../../platform/api/valid.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { readReason } from '../../requests/answers.ts';
import { readRequest, requestsIn } from '../../requests/store.ts';
import { finish, refuse } from './answer.ts';

const NO_REQUEST = 'There is no such request.';
const path = { number: RequestNumber };

/** For the privacy officer; every act is audited, and the person is notified by email. */
export const requests = new Hono<App>()
  .use(requires('requests'))
  .get(
    '/',
    operation({
      id: 'listRequests',
      summary: 'List data subject requests',
      description: 'In one state, earliest due date first.',
      answers: { 200: PersonRequests },
      problems: ['invalid-fields'],
    }),
    query(RequestsQuery),
    async (c) => {
      const { state } = c.req.valid('query');
      await audit(callerOf(c), { act: 'requests.read', object: state }).run();
      return c.json({ requests: await requestsIn(c.get('db'), state) });
    },
  )
  .get(
    '/:number',
    operation({
      id: 'readRequest',
      summary: 'Read a data subject request',
      description: 'With the reason if it was refused, and the emails about it.',
      answers: { 200: RequestRead },
      problems: ['not-found'],
    }),
    param(path, NO_REQUEST),
    async (c) => {
      const { number } = c.req.valid('param');
      const db = c.get('db');
      const request = await readRequest(db, number);
      if (!request) throw new ProblemError('not-found', { detail: NO_REQUEST });
      const [reason, emails] = await Promise.all([
        readReason(db, number),
        emailsAbout(db, request.person, number),
      ]);
      await audit(callerOf(c), { act: 'request.read', object: String(number) }).run();
      return c.json({ ...request, reason, emails });
    },
  )
  .post(
    '/:number/done',
    operation({
      id: 'finishRequest',
      summary: 'Finish a data subject request',
      description:
        'Marks it as carried out and notifies the person by email. Returns `conflict` if it is not open.',
      answers: { 200: RequestEnded },
      problems: ['not-found', 'conflict'],
    }),
    param(path, NO_REQUEST),
    async (c) => {
      const { number } = c.req.valid('param');
      await finish(callerOf(c), number);
      return c.json({ number, state: 'done' });
    },
  )
  .post(
    '/:number/refused',
    operation({
      id: 'refuseRequest',
      summary: 'Refuse a data subject request',
      description:
        'Emails the person the reason (GDPR art. 12(4)). Returns `conflict` if it is not open.',
      answers: { 200: RequestEnded },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    param(path, NO_REQUEST),
    json(RefusalBody),
    async (c) => {
      const { number } = c.req.valid('param');
      await refuse(callerOf(c), number, c.req.valid('json'));
      return c.json({ number, state: 'done', refused: true });
    },
  );
