import { createExecutionContext, env } from 'cloudflare:test';
import { app } from '../../../worker/app.ts';
import { operationsOf } from '../../fuzz/operations.ts';

/** What `/openapi.json` says. */
export const readDocument = async () => {
  const answer = await app.request(
    `${env.PUBLIC_URL}/openapi.json`,
    {},
    env,
    createExecutionContext(),
  );
  return operationsOf(await answer.json());
};
