import type { Env } from './env.ts';

/** Where `npm start` serves the Worker. */
const LOCAL_URL = 'http://localhost:8787';

/**
 * The address under which people reach this installation, without a slash at its end. Links in emails come
 * from it and never from a request, whose Host anybody can write. Null while `PUBLIC_URL` is unset or no
 * address, outside development: then no email is sent.
 */
export const publicUrl = ({ PUBLIC_URL, ENVIRONMENT }: Env): string | null => {
  const wanted = PUBLIC_URL ?? '';
  if (URL.canParse(wanted)) return new URL(wanted).origin;
  return ENVIRONMENT === 'development' ? LOCAL_URL : null;
};
