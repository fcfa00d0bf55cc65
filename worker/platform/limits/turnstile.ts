import { z } from 'zod';
import type { Env } from '../env.ts';
import { tryAgainIn } from '../problems/problem.ts';
import { SECOND } from '../time.ts';

const Verdict = z.object({ success: z.boolean() });

const PATIENCE_MS = 5 * SECOND;
const RETRY_S = 10;

/** Returns null where no answer came in time. */
const ask = (url: string, init: RequestInit): Promise<Response | null> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);

/** Whether the operator has set Turnstile's keys. */
export const asksForPersons = (env: Env): boolean =>
  !!env.TURNSTILE_SECRET && !!env.TURNSTILE_SITE_KEY;

/**
 * Whether Cloudflare Turnstile takes the visitor for a person. Throws 503 with Retry-After when Cloudflare does not answer within five
 * seconds: the visitor's answers are kept by the page, which sends them again. https://developers.cloudflare.com/turnstile/get-started/server-side-validation/
 */
export const isPerson = async (
  env: Env,
  answer: string | undefined,
  ip: string | null,
): Promise<boolean> => {
  if (!answer) return false;
  const response = await ask(
    env.TURNSTILE_URL || 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
    {
      method: 'POST',
      body: new URLSearchParams({
        secret: env.TURNSTILE_SECRET ?? '',
        response: answer,
        ...(ip ? { remoteip: ip } : {}),
      }),
    },
  );
  if (!response?.ok) throw tryAgainIn(RETRY_S, 'unavailable');
  const verdict = Verdict.safeParse(await response.json().catch(() => null));
  return verdict.success && verdict.data.success;
};
