import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../access/guard.ts';
import { KeptImage } from '../contract/forms.ts';
import { Sha256 } from '../contract/words.ts';
import { operation } from '../platform/api/operation.ts';
import { callerOf } from '../platform/caller.ts';
import type { App } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { keepImage, readImage } from './images.ts';

/** `POST /v1/form-images`: keeps an image that forms can show. */
export const formImages = new Hono<App>().post(
  '/',
  requires('forms'),
  operation({
    id: 'saveFormImage',
    summary: 'Save an image for forms',
    description:
      'Send the image as the body: PNG, JPEG, WebP or GIF, at most 1 MB. `value` is the value of a field of kind `image`.',
    body: { 'application/octet-stream': z.string().meta({ format: 'binary' }) },
    answers: { 201: KeptImage },
    problems: ['invalid-fields'],
  }),
  async (c) => {
    const value = await keepImage(callerOf(c), new Uint8Array(await c.req.arrayBuffer()));
    return c.json({ value }, 201);
  },
);

/** `GET /image/{sha256}`: an image of a form, for any page. It is never another under the same address. */
export const images = new Hono<App>().get('/:sha256', async (c) => {
  const hash = Sha256.safeParse(c.req.param('sha256'));
  const image = hash.success ? await readImage(c.get('db'), hash.data) : null;
  if (!image) throw new ProblemError('not-found');
  c.header('Cache-Control', 'public, max-age=31536000, immutable');
  c.header('Content-Security-Policy', "default-src 'none'");
  return c.body(image.bytes, 200, { 'Content-Type': image.type });
});
