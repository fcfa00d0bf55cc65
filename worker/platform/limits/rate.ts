import type { AppContext } from '../env.ts';
import { ProblemError } from '../problems/problem.ts';

/** The window of the rate limits in wrangler.toml, in seconds. */
const WINDOW_S = 60;

/** Where a request comes from; Cloudflare sets the header, and nobody else can. */
export const ipOf = (c: AppContext): string | null => c.req.header('CF-Connecting-IP') ?? null;

/** Throws 429 with Retry-After when one address, or the whole form, is used too often. */
export const checkRate = async (c: AppContext, form: string): Promise<void> => {
  const [byIp, byForm] = await Promise.all([
    c.env.LIMIT_BY_IP?.limit({ key: ipOf(c) ?? 'unknown' }),
    c.env.LIMIT_BY_FORM?.limit({ key: form }),
  ]);
  if (byIp?.success !== false && byForm?.success !== false) return;
  throw new ProblemError(
    'too-many-requests',
    { detail: `Wait ${WINDOW_S} seconds and send the same request again.` },
    { 'Retry-After': String(WINDOW_S) },
  );
};
