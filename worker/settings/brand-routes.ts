import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import { Locale } from '../contract/words.ts';
import type { App } from '../platform/env.ts';
import { centreTexts, knownBrand } from './known-brand.ts';

const Query = z.object({ locale: Locale.catch('en') });

/**
 * `GET /v1/branding?locale=`: what the preference centre says above itself instead of its own words,
 * `{title?, intro?}`. Open to any page; it may be kept for five minutes.
 */
export const branding = new Hono<App>().get('/', cors(), async (c) => {
  const { locale } = Query.parse(c.req.query());
  c.header('Cache-Control', 'public, max-age=300');
  return c.json(centreTexts(await knownBrand(c.get('db')), locale));
});
