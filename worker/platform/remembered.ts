/** Something that is read from the database and then known for a while, so that no request waits for it often. */
export type Remembered<Value, Asked extends unknown[]> = {
  /** What is known, read again once it is old; a reading that fails is not remembered. */
  read: (...asked: Asked) => Promise<Value>;
};

const memories = new Set<() => void>();

/** Forgets all that is remembered: after a save, so that at least this isolate has it at once. */
export const forgetRemembered = (): void => {
  for (const forget of memories) forget();
};

/** Whether something of a moment (UTC ms) is no older than that; what is of a later one is not known to be. */
export const isFresh = (at: number, freshMs: number, now = Date.now()): boolean =>
  now >= at && now - at <= freshMs;

/**
 * Makes a memory of this isolate for what a function reads, good for so many milliseconds. While it is being read
 * others read it too: a request that is cancelled would never say what it read to those that wait for it.
 */
export const remembered = <Value, Asked extends unknown[]>(
  read: (...asked: Asked) => Promise<Value>,
  freshMs: number,
): Remembered<Value, Asked> => {
  let known: { value: Value; readAt: number } | undefined;
  let forgotten = 0;
  memories.add(() => {
    known = undefined;
    forgotten += 1;
  });
  return {
    read: async (...asked) => {
      if (known && isFresh(known.readAt, freshMs)) return known.value;
      const [readAt, before] = [Date.now(), forgotten];
      const value = await read(...asked);
      if (before === forgotten) known = { value, readAt };
      return value;
    },
  };
};
