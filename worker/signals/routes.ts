import { Hono } from 'hono';
import { z } from 'zod';
import { requires } from '../access/guard.ts';
import { PostingProvider, ProviderEvents, Providers } from '../contract/signals.ts';
import { Nothing, SubscriptionKey } from '../contract/words.ts';
import { operation } from '../platform/api/operation.ts';
import { param, query } from '../platform/api/valid.ts';
import { callerOf } from '../platform/caller.ts';
import type { App } from '../platform/env.ts';
import { outgoingOf } from '../platform/outgoing.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import type { Posted } from './posted.ts';
import { posting, readProviders, secretsOf } from './providers.ts';
import type { Received } from './signal.ts';
import { takeReceived } from './take.ts';

const unproven = (provider: PostingProvider): ProblemError =>
  new ProblemError(
    'unproven',
    { detail: `Prove the origin by what the secret ${posting[provider].secret} holds.` },
    { 'WWW-Authenticate': 'Basic realm="samtykke"' },
  );

/** Reads a post by the provider's own rules. Throws 401 where its origin is not proven, and 400 for no JSON. */
const read = async (provider: PostingProvider, posted: Posted): Promise<Received> => {
  if (posted.secrets.length === 0) throw unproven(provider);
  try {
    const received = await posting[provider].read(posted);
    if (received) return received;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ProblemError('bad-request', { detail: 'The body is not JSON.' });
  }
  throw unproven(provider);
};

/** What providers of email report, as they post it themselves. */
export const signals = new Hono<App>()
  .get(
    '/',
    requires('settings'),
    operation({
      id: 'listSignalProviders',
      summary: 'List the email providers that report to you',
      description: 'With the address that each posts its events to, and when the last one came.',
      answers: { 200: Providers },
    }),
    async (c) => c.json({ providers: await readProviders(callerOf(c)) }),
  )
  .post(
    '/:provider',
    operation({
      id: 'takeProviderEvents',
      summary: 'Take the events of an email provider',
      description:
        'As the provider posts them, proven by its own signature or secret. A complaint or an unsubscribe withdraws what the person has not agreed to again since, a bounce for good marks the address as undeliverable; everything else is ignored, and so is what came before. `subscription` names what is unsubscribed from: everything without it.',
      body: { 'application/json': ProviderEvents, 'text/plain': ProviderEvents },
      answers: { 200: Nothing },
      problems: ['unproven', 'bad-request', 'not-found', 'invalid-fields'],
    }),
    param({ provider: PostingProvider }, 'No events of this provider are taken.'),
    query(z.object({ subscription: SubscriptionKey.optional() })),
    async (c) => {
      const { provider } = c.req.valid('param');
      // Nobody's key: what the provider tells is done by the system.
      const caller = { ...callerOf(c), actor: 'system' as const };
      const received = await read(provider, {
        headers: c.req.raw.headers,
        body: await c.req.text(),
        now: caller.now,
        secrets: secretsOf(c.env, provider),
        send: outgoingOf(c.env),
      });
      await takeReceived(caller, provider, received, c.req.valid('query').subscription);
      return c.json({});
    },
  );
