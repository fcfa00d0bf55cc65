import type { Database } from './database.ts';

/** An administrative act: who, what, on which thing, and how the thing stood before and after. */
export type Act = {
  actor: string;
  act: string;
  object: string;
  before?: unknown;
  after?: unknown;
};

const WRITE_ACT = `
INSERT INTO audit (actor, act, object, before, after, recorded_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)`;

const json = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value);

/** The statement that records an act; it belongs in the batch that does the act. */
export const writeAct = (db: Database, { actor, act, object, before, after }: Act) =>
  db.prepare(WRITE_ACT).bind(actor, act, object, json(before), json(after), Date.now());
