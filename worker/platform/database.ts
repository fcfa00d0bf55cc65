import type { Env } from './env.ts';

/** What rooms ask of a database; D1 and a session of it both are one. */
export type Database = Pick<D1Database, 'prepare' | 'batch'>;

/**
 * Opens the database of this installation. This is the one place that names the binding: whoever spreads
 * people over several databases chooses here, by a hash of the person's id.
 */
export const openDatabase = (env: Env): Database => env.DB;
