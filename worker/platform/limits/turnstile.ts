import { z } from 'zod';
import type { Env } from '../env.ts';

const Verdict = z.object({ success: z.boolean() });

/**
 * Whether Cloudflare Turnstile takes the visitor for a person. True without asking anybody where the
 * operator has not set its keys. https://developers.cloudflare.com/turnstile/get-started/server-side-validation/
 */
export const isPerson = async (
  env: Env,
  answer: string | undefined,
  ip: string | null,
): Promise<boolean> => {
  if (!env.TURNSTILE_SECRET || !env.TURNSTILE_SITE_KEY) return true;
  if (!answer) return false;
  const response = await fetch(
    env.TURNSTILE_URL || 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
    {
      method: 'POST',
      body: new URLSearchParams({
        secret: env.TURNSTILE_SECRET,
        response: answer,
        ...(ip ? { remoteip: ip } : {}),
      }),
    },
  );
  const verdict = Verdict.safeParse(await response.json().catch(() => null));
  return verdict.success && verdict.data.success;
};
