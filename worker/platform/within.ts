/** What was asked of another service did not come in time. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** Waits for an answer no longer than that; what comes later is let go. */
export const within = async <Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate()), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};
