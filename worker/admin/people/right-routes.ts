import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { Corrected, CorrectionBody, LiftBody, Lifted } from '../../contract/requests.ts';
import { readPerson } from '../../people/store.ts';
import { operation } from '../../platform/api/operation.ts';
import { json, param } from '../../platform/api/valid.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App, AppContext } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { liftRestriction } from './lift.ts';
import { rectify } from './rectify.ts';

const NOBODY = 'There is no such person.';
const path = { id: z.uuid() };

const personOf = async (c: AppContext, { id }: { id: string }) => {
  const person = await readPerson(c.get('db'), id);
  if (!person) throw new ProblemError('not-found', { detail: NOBODY });
  return person;
};

/** What staff do where a person uses a right; every act is audited, and the person is told by email. */
export const peopleRights = new Hono<App>()
  .post(
    '/:id/corrections',
    requires('people-register'),
    operation({
      id: 'correctPerson',
      summary: 'Correct the details of a person',
      description:
        'GDPR art. 16. Recorded as a request that is done; the person is told at their address, and at the old one where it changes.',
      answers: { 200: Corrected },
      problems: ['not-found', 'invalid-fields'],
    }),
    param(path, NOBODY),
    json(CorrectionBody),
    async (c) => {
      const person = await personOf(c, c.req.valid('param'));
      return c.json({ number: await rectify(callerOf(c), person, c.req.valid('json')) });
    },
  )
  .post(
    '/:id/restriction-lifted',
    requires('consents-write'),
    operation({
      id: 'liftRestriction',
      summary: 'Lift the restriction on the use of a person’s data',
      description:
        'GDPR art. 18(3). What stood before the restriction stands again; the person is told by email.',
      answers: { 200: Lifted },
      problems: ['not-found', 'conflict', 'invalid-fields'],
    }),
    param(path, NOBODY),
    json(LiftBody),
    async (c) => {
      const person = await personOf(c, c.req.valid('param'));
      return c.json({ restored: await liftRestriction(callerOf(c), person, c.req.valid('json')) });
    },
  );
