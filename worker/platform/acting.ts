import type { Right } from '../contract/rights.ts';

/** Who did something: the person, the schedule, a user of the console, or an API key. */
export type Actor = 'person' | 'system' | `user:${string}` | `api:${string}`;

/** Who acts, and with which rights. */
export type Acting = { actor: Actor; rights: readonly Right[] };
