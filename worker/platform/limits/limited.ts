import { createMiddleware } from 'hono/factory';
import { describes } from '../api/describe.ts';
import type { App } from '../env.ts';
import { checkRate, type Door } from './rate.ts';

/** Lets a network through a door only so often, whatever it asks for there: 429 otherwise. */
export const limited = (door: Door) =>
  describes(
    createMiddleware<App>(async (c, next) => {
      await checkRate(c, door);
      await next();
    }),
    { 'x-problems': ['too-many-requests'] },
  );
