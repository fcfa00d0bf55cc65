// Sends newsletter sign-ups, each of a new person, as fast as a number of connections can.
import { randomUUID } from 'node:crypto';
import autocannon, { type Request, type Result } from 'autocannon';

/** What a load did: submissions per second and latencies in ms. */
export type Measured = { perSecond: number; p50: number; p99: number };

const signUp = (page: string, version: number): string =>
  JSON.stringify({
    version,
    locale: 'en',
    fields: { email: `${randomUUID()}@example.com` },
    purposes: { 'e-marketing': true },
    subscriptions: { newsletter: true, 'product-news': false, invitations: false },
    page: `${page}/?utm_source=bench`,
  });

/** One round of `seconds`. Throws if any submission was not recorded. */
export const signUps = async (
  { worker, demo, version }: { worker: string; demo: string; version: number },
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Measured> => {
  const setupRequest = (request: Request): Request => ({
    ...request,
    headers: {
      'Content-Type': 'application/json',
      Origin: demo,
      'Idempotency-Key': randomUUID(),
    },
    body: signUp(demo, version),
  });
  const result: Result = await autocannon({
    url: worker,
    connections,
    duration: seconds,
    requests: [{ method: 'POST', path: '/v1/forms/newsletter/submissions', setupRequest }],
  });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${worker}: ${result.non2xx} refused, ${result.errors} failed.`);
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
};
