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

/** Makes a memory of this isolate for what a function reads, good for so many milliseconds. */
export const remembered = <Value, Asked extends unknown[]>(
  read: (...asked: Asked) => Promise<Value>,
  freshMs: number,
): Remembered<Value, Asked> => {
  let known: { value: Promise<Value>; readAt: number } | undefined;
  const forget = (): void => {
    known = undefined;
  };
  memories.add(forget);
  return {
    read: (...asked) => {
      if (!known || Date.now() - known.readAt > freshMs) {
        const value = read(...asked);
        known = { value, readAt: Date.now() };
        value.catch(forget);
      }
      return known.value;
    },
  };
};
