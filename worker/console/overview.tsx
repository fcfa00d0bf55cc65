import { Hono } from 'hono';
import type { App } from '../env.ts';
import { show } from './shell.tsx';
import { wordsOf } from './words/words.ts';

/** What needs attention first, and how things go. */
export const overview = new Hono<App>().get('/', (c) =>
  show(c, { title: wordsOf(c).overview, children: <p /> }),
);
