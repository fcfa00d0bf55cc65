import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { App } from './env.ts';

const MIGRATION_LEVEL = 'SELECT name FROM d1_migrations ORDER BY id DESC LIMIT 1';

/** `GET /v1/health`: `{ok, migration}`, the name of the last migration applied. 503 without a database. */
export const health = new Hono<App>().get('/', cors(), async (c) => {
  c.header('Cache-Control', 'no-store');
  try {
    const migration = await c.get('db').prepare(MIGRATION_LEVEL).first<string>('name');
    return c.json({ ok: migration !== null, migration }, migration === null ? 503 : 200);
  } catch {
    return c.json({ ok: false, migration: null }, 503);
  }
});
