import type { Context } from 'hono';
import type { Acting } from '../admin/users/manage.ts';
import type { App } from './env.ts';

/** Our own address, without a slash at its end. */
export const originOf = (c: Context<App>): string => new URL(c.req.url).origin;

/** Who calls, and what they may do. */
export const actingOf = (c: Context<App>): Acting => ({
  actor: c.get('actor'),
  rights: c.get('rights'),
});

/** Work that the answer does not wait for. */
export type Later = (work: Promise<unknown>) => void;

export const laterOf =
  (c: Context<App>): Later =>
  (work) =>
    c.executionCtx.waitUntil(work);
