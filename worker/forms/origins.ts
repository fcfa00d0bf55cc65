import type { AppContext } from '../platform/env.ts';
import { isOwnOrigin } from '../platform/own-host.ts';
import type { KnownForm } from './cache.ts';

/**
 * Whether an origin is among those of a form: `https://example.com` exactly, or
 * `https://*.example.com` for any host below it (not for `example.com` itself).
 */
export const mayUse = (origin: string, origins: readonly string[]): boolean =>
  origins.some((allowed) => {
    const [scheme, rest] = allowed.split('://*.');
    if (rest === undefined) return origin === allowed;
    return origin.startsWith(`${scheme}://`) && origin.endsWith(`.${rest}`);
  });

/** Whether a page of an origin may use a form: one of the form's own list, or of the Worker itself. */
export const mayUseForm = (
  c: AppContext,
  origin: string,
  { settings }: Pick<KnownForm, 'settings'>,
): boolean => mayUse(origin, settings.origins) || isOwnOrigin(c, origin);
