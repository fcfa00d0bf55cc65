/** What rooms ask of a database; D1 and a session of it both are one. */
export type Database = Pick<D1Database, 'prepare' | 'batch'>;

/** A database as one request sees it: never older than what it has seen already. */
export type Session = Pick<D1DatabaseSession, 'prepare' | 'batch' | 'getBookmark'>;

/** What must hold when a statement runs: SQL around the number of its parameter, and that parameter's value. */
export type Condition = { sql: (parameter: string) => string; value: string | number };

/** The binding of the database in `wrangler.toml`, which no other file names. */
export const BINDING = 'DB';

/**
 * Opens the database that holds everybody of this installation: at its newest state, at least as new as a
 * bookmark, or, where a read may lag behind (`first-unconstrained`), at the nearest replica. To spread people
 * over several databases, choose here: BENCHMARKS.md says how, and what else would have to change.
 */
export const openDatabase = (
  { [BINDING]: database }: { [BINDING]: D1Database },
  state = 'first-primary',
): Session => database.withSession(state);

/** Returns whether a write failed because a unique column, such as `person.email`, already has that value. */
export const isUnique = (error: unknown, column: string): boolean =>
  error instanceof Error &&
  (/UNIQUE constraint failed: ([\w., ]+)/.exec(error.message)?.[1]?.split(', ').includes(column) ??
    false);

/** Tells whether a write failed because a trigger refused it with this message. */
export const isRefused = (error: unknown, message: string): boolean =>
  error instanceof Error && error.message.includes(message);
