import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../../access/guard.ts';
import { ProofFile, ProofQuery } from '../../contract/proof.ts';
import { operation } from '../../platform/api/operation.ts';
import { param, query } from '../../platform/api/valid.ts';
import { audit } from '../../platform/audit.ts';
import { callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { answerProofFile } from '../../receipts/answer.ts';
import { readChosen } from '../../receipts/choose.ts';

const NOTHING = 'There are no such records.';

/** Proof of what a person has decided; reading it is audited. */
export const personProofs = new Hono<App>().get(
  '/:id/proof',
  requires('people-read'),
  operation({
    id: 'readPersonProof',
    summary: 'Read the proof of a person’s consent',
    description:
      'One file that proves all that a person decided, or with `record` one decision, those of the same act, and what came after. Also for an erased person, without anything that identifies them.',
    answers: { 200: ProofFile },
    problems: ['not-found', 'invalid-fields'],
  }),
  param({ id: z.uuid() }, NOTHING),
  query(ProofQuery),
  async (c) => {
    const { id } = c.req.valid('param');
    const { record } = c.req.valid('query');
    const chosen = await readChosen(c.get('db'), id, record);
    if (!chosen) throw new ProblemError('not-found', { detail: NOTHING });
    await audit(callerOf(c), { act: 'people.proof', object: id }).run();
    return answerProofFile(c, chosen, `consent-${record ?? id}`);
  },
);
