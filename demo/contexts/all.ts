import { formatting } from './formatting.ts';
import { frames } from './frames.ts';
import { frameworks } from './frameworks.ts';
import { loading } from './loading.ts';
import { movings } from './moving.ts';
import { pages } from './pages.ts';

/** Every context that the demo tries a form in. */
export const groups = [formatting, pages, frames, frameworks, movings, loading];
