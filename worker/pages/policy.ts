import { sha256Source } from '../platform/hash.ts';
import { elementStyles } from './render.ts';

let styleHashes: string[] | undefined;

/** What a hosted page lets in besides our own origin. */
export type Allowed = {
  formAction?: string;
  turnstile?: boolean;
  styles?: string;
  /** A preview stands in a frame of the console, and sends nothing anywhere. */
  isPreview?: boolean;
  /** The page may connect to nothing, and send no form: what is in it stays there. */
  sendsNothing?: boolean;
};

/**
 * The Content-Security-Policy of hosted pages: our own scripts, the form's own and the brand's styles by their hash,
 * Trusted Types, no framing. `formAction` is where a sent form may be led (browsers check redirects).
 */
export const contentPolicy = async ({
  formAction = '',
  turnstile = false,
  styles = '',
  isPreview = false,
  sendsNothing = isPreview,
}: Allowed): Promise<string> => {
  styleHashes ??= await Promise.all(elementStyles().map(sha256Source));
  const cloudflare = turnstile ? ' https://challenges.cloudflare.com' : '';
  return [
    "default-src 'none'",
    `script-src 'self'${cloudflare}`,
    `style-src 'self' ${styleHashes.join(' ')} ${await sha256Source(styles)}`,
    "img-src 'self' data:",
    sendsNothing ? "connect-src 'none'" : "connect-src 'self'",
    sendsNothing ? "form-action 'none'" : `form-action 'self' ${formAction}`,
    ...(turnstile ? [`frame-src${cloudflare}`] : []),
    "base-uri 'none'",
    isPreview ? "frame-ancestors 'self'" : "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types lit-html${turnstile ? ' samtykke-turnstile' : ''}`,
  ].join('; ');
};
