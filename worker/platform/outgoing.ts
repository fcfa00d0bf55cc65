import { SECOND } from './time.ts';

const PATIENCE_MS = 10 * SECOND;

/** Asks another server. Anyone who tests what two installations say to each other gives another one. */
export type Outgoing = (url: string, init: RequestInit) => Promise<Response>;

/** Asks another server, and waits no longer than ten seconds; follows it nowhere else. */
export const outgoing: Outgoing = (url, init) =>
  fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
