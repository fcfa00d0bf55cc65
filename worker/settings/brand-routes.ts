import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { CentreTexts } from '../contract/branding.ts';
import { LocaleQuery } from '../contract/words.ts';
import { operation } from '../platform/api/operation.ts';
import { query } from '../platform/api/valid.ts';
import type { App } from '../platform/env.ts';
import { centreTexts, knownBrand } from './known-brand.ts';

export const branding = new Hono<App>().get(
  '/',
  cors(),
  operation({
    id: 'readBranding',
    summary: 'Read the preference centre’s heading',
    description: 'Empty where the operator has not changed it. Cacheable for five minutes.',
    answers: { 200: CentreTexts },
  }),
  query(LocaleQuery),
  async (c) => {
    const { locale = 'en' } = c.req.valid('query');
    c.header('Cache-Control', 'public, max-age=300');
    return c.json(centreTexts(await knownBrand(c.get('db')), locale));
  },
);
