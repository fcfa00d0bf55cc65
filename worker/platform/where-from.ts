import type { AppContext } from './env.ts';

/** The address of a request; Cloudflare sets the header, and nobody else can. */
export const ipOf = (c: AppContext): string | null => c.req.header('CF-Connecting-IP') ?? null;

/** Where a request came from, as far as that is evidence of who sent it. */
export type WhereFrom = {
  ip: string | null;
  userAgent: string | null;
  /** Whether the browser sends Global Privacy Control (https://w3c.github.io/gpc/). */
  privacyControl: boolean;
};

/** Browsers name themselves in less; what is longer is no browser's. */
const MOST_CHARACTERS = 500;

/** Reads where a request came from. */
export const whereFrom = (c: AppContext): WhereFrom => ({
  ip: ipOf(c),
  userAgent: c.req.header('User-Agent')?.slice(0, MOST_CHARACTERS) ?? null,
  privacyControl: c.req.header('Sec-GPC')?.trim() === '1',
});
