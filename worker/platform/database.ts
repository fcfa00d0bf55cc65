/** What rooms ask of a database; D1 and a session of it both are one. */
export type Database = Pick<D1Database, 'prepare' | 'batch'>;

/** A database as one request sees it: never older than what it has seen already. */
export type Session = Pick<D1DatabaseSession, 'prepare' | 'batch' | 'getBookmark'>;

/** What must hold when a statement runs: SQL around the number of its parameter, and that parameter's value. */
export type Condition = { sql: (parameter: string) => string; value: string | number };

/**
 * Opens the database of this installation: at its newest state, at least as new as a bookmark, or, where a
 * read may lag behind (`first-unconstrained`), at the nearest replica. This is the one place that names the
 * binding: to spread people over several databases, choose here by a hash of the person's id.
 */
export const openDatabase = ({ DB }: { DB: D1Database }, state = 'first-primary'): Session =>
  DB.withSession(state);

/** Returns whether a write failed because a unique column, such as `person.email`, already has that value. */
export const isUnique = (error: unknown, column: string): boolean =>
  error instanceof Error &&
  (/UNIQUE constraint failed: ([\w., ]+)/.exec(error.message)?.[1]?.split(', ').includes(column) ??
    false);

/** Tells whether a write failed because a trigger refused it with this message. */
export const isRefused = (error: unknown, message: string): boolean =>
  error instanceof Error && error.message.includes(message);
