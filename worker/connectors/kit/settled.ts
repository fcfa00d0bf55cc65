import type { Contact } from './connector.ts';
import { wait } from './pace.ts';

/** So often it is looked at most, with so long (ms) between at first, and twice that each time. */
const READINGS = 4;
const FIRST_PAUSE_MS = 300;

/** Reads until a tool that does later what it is asked shows it, a few times at most; gives what was read last. */
export const settled = async <Answer>(
  read: () => Promise<Answer>,
  isThere: (answer: Answer) => boolean,
): Promise<Answer> => {
  let answer = await read();
  for (let at = 1; at < READINGS && !isThere(answer); at++) {
    await wait(FIRST_PAUSE_MS * 2 ** (at - 1));
    answer = await read();
  }
  return answer;
};

/** Finds someone whom a tool may show only some time after it has added them. */
export const foundLater = (find: () => Promise<Contact[]>): Promise<Contact[]> =>
  settled(find, (found) => found.length > 0);
