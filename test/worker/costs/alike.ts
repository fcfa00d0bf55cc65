import { vi } from 'vitest';

/** Ids that scatter as random ones do, and the same in each run: a search reads a row more but at a table's end. */
const scattered = () => {
  let made = 0n;
  return (): `${string}-${string}-${string}-${string}-${string}` => {
    made += 1n;
    const id = BigInt.asUintN(64, made * 0x9e3779b97f4a7c15n)
      .toString(16)
      .padStart(16, '0');
    return `${id.slice(0, 8)}-${id.slice(8, 12)}-4000-8000-${id.slice(12).padStart(12, '0')}`;
  };
};

/** Lets what is counted be the same in each run. */
export const countAlike = (): void => {
  vi.spyOn(crypto, 'randomUUID').mockImplementation(scattered());
  // What an isolate remembers for some seconds it remembers to the end, however busy the machine is.
  vi.useFakeTimers({ toFake: ['Date'] });
  // What is written behind an answer costs the same at once.
  vi.spyOn(scheduler, 'wait').mockResolvedValue();
};

/** Lets a moment pass, so that what was made before is older: ids of one moment are in no order. */
export const aMomentLater = (): void => {
  vi.setSystemTime(Date.now() + 1);
};

/** Ends what `countAlike` began. */
export const countAsEver = (): void => {
  vi.useRealTimers();
  vi.restoreAllMocks();
};
