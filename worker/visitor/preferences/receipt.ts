import type { Caller } from '../../platform/caller.ts';
import { writeReceipt } from './store.ts';

/** Sends a person what they saved at a moment (UTC ms), once; nothing if they saved nothing then. */
export const sendReceipt = async (
  { db, now, later, post }: Caller,
  person: string,
  recordedAt: number,
): Promise<void> => {
  const id = crypto.randomUUID();
  await writeReceipt(db, person, { id, recordedAt }, now).run();
  later(() => post(id));
};
