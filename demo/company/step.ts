import type { Caller } from '../../worker/platform/caller.ts';
import type { Role } from './stage.ts';

/** For how long the company has been there. */
export const DAYS = 90;

/** Something that is done on a day of the story, by whom. */
export type Step = {
  day: number;
  hour: number;
  role: Role;
  act: (caller: Caller) => Promise<unknown>;
};
