import { v4 } from 'uuid';
import { sendNow } from '../../emails/send.ts';
import type { LaterWork } from '../../platform/caller.ts';
import type { Env } from '../../platform/env.ts';
import { writeReceipt } from './store.ts';

/** Sends what a person saved at a moment (UTC ms) to them, once; nothing where they saved nothing then. */
export const sendReceipt = async (
  env: Env,
  person: string,
  recordedAt: number,
  { host, later }: { host: string; later: LaterWork },
): Promise<void> => {
  const id = v4();
  await writeReceipt(env.DB, person, { id, recordedAt, host }, Date.now()).run();
  later(sendNow({ env, db: env.DB }, id));
};
