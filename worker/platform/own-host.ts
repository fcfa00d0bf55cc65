import { createMiddleware } from 'hono/factory';
import type { App, AppContext } from './env.ts';
import { ProblemError } from './problems/problem.ts';
import { publicUrl } from './public-url.ts';

/**
 * Refuses a request to another host than that of `PUBLIC_URL`, so that no answer names an address that
 * the request alone made up. In development any name of this machine will do.
 */
export const refuseOtherHosts = createMiddleware<App>(async (c, next) => {
  if (c.env.ENVIRONMENT === 'development') return next();
  const own = publicUrl(c.env);
  if (own !== null && new URL(own).host !== new URL(c.req.url).host)
    throw new ProblemError('not-found', { detail: `Nothing is served here. Go to ${own}.` });
  await next();
});

/** Tells whether an origin is ours: that of `PUBLIC_URL`, or the one at which this request reached us. */
export const isOwnOrigin = (c: Pick<AppContext, 'env' | 'req'>, origin: string): boolean =>
  origin === publicUrl(c.env) || origin === new URL(c.req.url).origin;
