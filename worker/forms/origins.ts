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
