import type { FormDefinition } from '../contract/definition.ts';

/** Picks those answers to a form that it keeps with the person: what was left empty is not kept. */
export const personFields = (
  { sections }: Pick<FormDefinition, 'sections'>,
  answers: Readonly<Record<string, unknown>>,
): Record<string, string> =>
  Object.fromEntries(
    sections
      .flatMap(({ fields }) => fields)
      .flatMap(({ key, stores }) => {
        const value = answers[key];
        return stores && typeof value === 'string' && value ? [[stores, value]] : [];
      }),
  );
