import type { Caller } from '../../worker/platform/caller.ts';
import { openDatabase } from '../../worker/platform/database.ts';
import type { Env } from '../../worker/platform/env.ts';

/** Who acts in the demo's story. */
export type Role = Pick<Caller, 'actor' | 'rights'>;

/** A Worker's own acts, done at any time of the past, each as it would have been done then. */
export type Stage = {
  env: Env;
  /** Does something at a time (UTC ms), with whatever follows behind the answer. */
  at: <T>(time: number, role: Role, act: (caller: Caller) => Promise<T>) => Promise<T>;
};

export const visitor: Role = { actor: 'person', rights: [] };

/**
 * Opens a stage on a database. The clock of this process stands at the time of what is done, since acts ask it
 * too; no email leaves, for whom it would be for does not exist.
 */
export const openStage = (env: Env): Stage => {
  const quiet: Env = {
    ...env,
    MAIL_TRANSPORT: 'binding',
    EMAIL: { send: async () => ({ messageId: 'demo' }) },
  };
  const clock = Date.now;
  return {
    env: quiet,
    at: async (time, role, act) => {
      const behind: Promise<unknown>[] = [];
      Date.now = () => time;
      try {
        const done = await act({
          ...role,
          env: quiet,
          db: openDatabase(quiet),
          host: quiet.PUBLIC_URL ?? '',
          now: time,
          later: (work) => void behind.push(work()),
          // The day's emails go out together, as the schedule sends them.
          post: async () => undefined,
        });
        await Promise.all(behind);
        return done;
      } finally {
        Date.now = clock;
      }
    },
  };
};
