/**
 * How every cookie of ours is set: `__Host-`, so that it is sent to this host alone and only over TLS (or to
 * localhost), out of reach of scripts and of other sites. It ends with the browser unless a time is added.
 */
export const hostCookie = {
  prefix: 'host',
  httpOnly: true,
  secure: true,
  sameSite: 'Strict',
  path: '/',
} as const;
