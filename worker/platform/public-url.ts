import type { Env } from './env.ts';
import { ProblemError } from './problems/problem.ts';

/** Where `npm start` serves the Worker. */
const LOCAL_URL = 'http://localhost:8787';

/** Parsed once an isolate: each request asks for it more than once. */
let known: { text: string; origin: string | null } = { text: '', origin: null };

const originOf = (text: string): string | null => {
  if (known.text !== text) known = { text, origin: URL.parse(text)?.origin ?? null };
  return known.origin;
};

/**
 * The address under which people reach this installation, without a slash at its end. Links in emails come
 * from it and never from a request, whose Host anyone can write. Null while `PUBLIC_URL` is unset or no
 * address, outside development: then no email is sent.
 */
export const publicUrl = ({
  PUBLIC_URL,
  ENVIRONMENT,
}: Pick<Env, 'PUBLIC_URL' | 'ENVIRONMENT'>): string | null =>
  originOf(PUBLIC_URL ?? '') ?? (ENVIRONMENT === 'development' ? LOCAL_URL : null);

/**
 * Returns the address for links that others will follow; 503 while it is unset, for such a link must never lead
 * to a host that the one who asked made up.
 */
export const neededPublicUrl = (env: Env): string => {
  const url = publicUrl(env);
  if (url) return url;
  throw new ProblemError('unavailable', {
    detail: 'Set PUBLIC_URL to the address of this installation first: links lead there.',
  });
};
