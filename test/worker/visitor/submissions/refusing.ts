import { expect } from 'vitest';
import { problemOf } from '../../builders.ts';

export const label = { en: 'Label', da: 'Navn' };

export const errorsOf = async (response: Response) => {
  expect(response.status).toBe(422);
  return Object.fromEntries(
    ((await problemOf(response)).errors ?? []).map(({ field, code }) => [field, code]),
  );
};
