import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { Health } from '../../contract/health.ts';
import { readLog } from '../../log/store.ts';
import { operation } from '../../platform/api/operation.ts';
import type { App } from '../../platform/env.ts';
import { readLasting } from '../../platform/failing-tasks.ts';

export const MIGRATION_LEVEL = 'SELECT name FROM d1_migrations ORDER BY id DESC LIMIT 1';

export const health = new Hono<App>().get(
  '/',
  cors(),
  operation({
    id: 'readHealth',
    summary: 'Read the health of the service',
    answers: { 200: Health, 503: Health },
  }),
  async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      const [migration, failing, log] = await Promise.all([
        c.get('db').prepare(MIGRATION_LEVEL).first<string>('name'),
        readLasting(c.get('db')),
        readLog(c.get('db')),
      ]);
      const failingTasks = failing.map(({ name }) => name);
      const ok = migration !== null;
      const logHaltedBy = log?.haltedBy ?? null;
      return c.json({ ok, migration, failingTasks, logHaltedBy }, ok ? 200 : 503);
    } catch {
      return c.json({ ok: false, migration: null, failingTasks: [], logHaltedBy: null }, 503);
    }
  },
);
