import type { AppContext } from '../env.ts';

const bearer = /^Bearer (\S+)$/i;

/** The token of a request's `Authorization` header (RFC 6750 §2.1); empty without one. */
export const bearerOf = (c: AppContext): string =>
  bearer.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
