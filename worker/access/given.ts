import { lacking, type Right } from '../contract/rights.ts';
import type { Acting } from '../platform/acting.ts';
import { ProblemError } from '../platform/problems/problem.ts';

/** Throws 422 where someone gives rights that they lack themselves. */
export const checkGiven = ({ rights }: Acting, wanted: readonly Right[]): void => {
  const beyond = lacking(rights, wanted);
  if (beyond.length === 0) return;
  throw new ProblemError('invalid-fields', {
    errors: [
      {
        field: 'rights',
        code: 'beyond-own',
        message: `You cannot give what you lack: ${beyond.join(', ')}.`,
      },
    ],
  });
};
