/** Choices that are the same again for the same seed, so that whatever is found can be found again. */
export type Random = {
  /** A number from 0, and below 1. */
  next: () => number;
  /** A whole number from 0, and below this one. */
  below: (limit: number) => number;
  chance: (likelihood: number) => boolean;
  pick: <Each>(list: readonly Each[]) => Each;
};

/** Makes choices from a seed (mulberry32). */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (likelihood) => next() < likelihood,
    pick: (list) => {
      const [chosen] = list.slice(below(list.length));
      if (chosen === undefined) throw new Error('There is nothing to pick from.');
      return chosen;
    },
  };
};
