import type { Changes } from './connector.ts';

/** The lists that are written to on or off, where their ids are numbers. */
export const idsOf = (changes: Changes, to: 'on' | 'off'): number[] =>
  [...changes].flatMap(([list, wanted]) => (wanted === to ? [Number(list)] : []));
