import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { Health } from '../../contract/health.ts';
import type { App } from '../env.ts';
import { readLasting } from '../failing-tasks.ts';
import { operation } from './operation.ts';

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
      const [migration, failing] = await Promise.all([
        c.get('db').prepare(MIGRATION_LEVEL).first<string>('name'),
        readLasting(c.get('db')),
      ]);
      const failingTasks = failing.map(({ name }) => name);
      const ok = migration !== null;
      return c.json({ ok, migration, failingTasks }, ok ? 200 : 503);
    } catch {
      return c.json({ ok: false, migration: null, failingTasks: [] }, 503);
    }
  },
);
