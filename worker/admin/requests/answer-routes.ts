import { Hono } from 'hono';
import {
  AssigneeBody,
  Corrected,
  CorrectionBody,
  DoneBody,
  ExtensionBody,
  NoteBody,
  RefusalBody,
  RequestCase,
  RequestEnded,
  RequestNumber,
  ToldBody,
} from '../../contract/requests.ts';
import { Nothing } from '../../contract/words.ts';
import { readPerson } from '../../people/store.ts';
import { readTagged, seenIn } from '../../platform/api/if-match.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, param } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { notOpen } from '../../requests/answers.ts';
import { rectify } from '../people/rectify.ts';
import { finish, refuse } from './answer.ts';
import { assigneeEdit, assignRequest } from './assign.ts';
import { carryOut } from './carry-out.ts';
import { extendRequest, noteOn, recordTold } from './handle.ts';
import { NO_REQUEST, requireCase, seenWith } from './open.ts';

const path = { number: RequestNumber };

/** What staff do with one request. */
export const answerRoutes = new Hono<App>()
  .put(
    '/:number/assignee',
    operation({
      id: 'assignRequest',
      summary: 'Assign a request to a user',
      description: 'One who is active and has the right `requests`, or nobody.',
      answers: { 200: RequestCase },
      problems: ['not-found', 'conflict', 'invalid-fields'],
      edits: 'saves',
    }),
    param(path, NO_REQUEST),
    json(AssigneeBody),
    async (c) => {
      const { number } = c.req.valid('param');
      await assignRequest(callerOf(c), number, c.req.valid('json').assignee, seenIn(c));
      const read = () => requireCase(callerOf(c), number);
      return c.json(seenWith(c.get('rights'), await readTagged(c, assigneeEdit(number), read)));
    },
  )
  .post(
    '/:number/notes',
    operation({
      id: 'noteOnRequest',
      summary: 'Add a note to a request',
      answers: { 201: Nothing },
      problems: ['not-found', 'invalid-fields'],
    }),
    param(path, NO_REQUEST),
    json(NoteBody),
    async (c) => {
      await noteOn(callerOf(c), c.req.valid('param').number, c.req.valid('json').text);
      return c.json({}, 201);
    },
  )
  .post(
    '/:number/extension',
    operation({
      id: 'extendRequest',
      summary: 'Extend the deadline of a request',
      description:
        'By one or two months, once and before it has passed (GDPR art. 12(3)). Emails the person the reason.',
      answers: { 200: RequestCase },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    param(path, NO_REQUEST),
    json(ExtensionBody),
    async (c) => {
      const { number } = c.req.valid('param');
      await extendRequest(callerOf(c), number, c.req.valid('json'));
      return c.json(seenWith(c.get('rights'), await requireCase(callerOf(c), number)));
    },
  )
  .post(
    '/:number/told',
    operation({
      id: 'recordToldRecipient',
      summary: 'Record that a recipient was told of a request',
      description:
        'GDPR art. 19: recipients of the data are told of erasures, corrections and restrictions.',
      answers: { 201: Nothing },
      problems: ['not-found', 'invalid-fields'],
    }),
    param(path, NO_REQUEST),
    json(ToldBody),
    async (c) => {
      await recordTold(callerOf(c), c.req.valid('param').number, c.req.valid('json'));
      return c.json({}, 201);
    },
  )
  .post(
    '/:number/carried-out',
    operation({
      id: 'carryOutRequest',
      summary: 'Carry out a request',
      description:
        'Emails the person the link to their data (access, portability), ends what they objected to, restricts the use of their data, or begins the grace period of an erasure. Returns `conflict` if it is not open or cannot be carried out here.',
      answers: { 200: RequestEnded },
      problems: ['not-found', 'conflict'],
    }),
    param(path, NO_REQUEST),
    async (c) => {
      const { number } = c.req.valid('param');
      return c.json({ number, state: await carryOut(callerOf(c), number) });
    },
  )
  .post(
    '/:number/corrections',
    operation({
      id: 'correctForRequest',
      summary: 'Correct the details of a person as they asked',
      description: 'GDPR art. 16. Finishes the request, and tells the person by email.',
      answers: { 200: Corrected },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    param(path, NO_REQUEST),
    json(CorrectionBody),
    async (c) => {
      const { number } = c.req.valid('param');
      const { person: id, kind } = await requireCase(callerOf(c), number);
      const person = id === null ? null : await readPerson(c.get('db'), id);
      if (!person || kind !== 'rectification') throw notOpen();
      const body = c.req.valid('json');
      return c.json({ number: await rectify(callerOf(c), person, body, { request: number }) });
    },
  )
  .post(
    '/:number/done',
    operation({
      id: 'finishRequest',
      summary: 'Finish a request that was carried out by other means',
      description:
        'With a note of what was done. Notifies the person by email. Returns `conflict` if it is not open.',
      answers: { 200: RequestEnded },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    param(path, NO_REQUEST),
    json(DoneBody),
    async (c) => {
      const { number } = c.req.valid('param');
      await finish(callerOf(c), number, c.req.valid('json'));
      return c.json({ number, state: 'done' });
    },
  )
  .post(
    '/:number/refused',
    operation({
      id: 'refuseRequest',
      summary: 'Refuse a request',
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
      return c.json({ number, state: 'refused' });
    },
  );
