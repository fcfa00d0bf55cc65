/** So often it is looked at most, with so long (ms) between at first, and twice that each time. */
const READINGS = 4;
const FIRST_PAUSE_MS = 300;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads until a tool that does later what it is asked shows it, a few times at most; gives what was read last. */
export const settled = async <Answer>(
  read: () => Promise<Answer>,
  isThere: (answer: Answer) => boolean,
): Promise<Answer> => {
  let answer = await read();
  for (let at = 1; at < READINGS && !isThere(answer); at++) {
    await pause(FIRST_PAUSE_MS * 2 ** (at - 1));
    answer = await read();
  }
  return answer;
};
