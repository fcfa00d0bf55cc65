import { Hono } from 'hono';
import type { App } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { imageOf, logoPath } from '../settings/branding/logo.ts';
import { knownBrand } from '../settings/known-brand.ts';

/**
 * `GET /logo/{hash}`: the company's logo, for emails. The address of an earlier one answers with that of
 * now, so that no email that was sent loses its head.
 */
export const logo = new Hono<App>().get('/:hash', async (c) => {
  const brand = await knownBrand(c.get('db'));
  const image = imageOf(brand.logo);
  if (!image) throw new ProblemError('not-found');
  const isCurrent = c.req.path === (await logoPath(brand.logo));
  c.header(
    'Cache-Control',
    isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  );
  c.header('Content-Security-Policy', "default-src 'none'");
  return c.body(image.bytes, 200, { 'Content-Type': image.type });
});
