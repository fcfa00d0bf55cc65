import { z } from 'zod';
import { SECOND } from '../platform/time.ts';
import { TooLate, within } from '../platform/within.ts';
import { DeliveryError, type Failure, type Transport } from './message.ts';

/** A Worker may wait for six outgoing requests at a time; the database needs some. */
const LANES = 4;

/** A service that has not answered by then does not answer: the email is tried again, under the same Message-ID. */
const PATIENCE_MS = 20 * SECOND;

const BindingError = z.object({ code: z.string().regex(/^E_[A-Z_]{1,40}$/) });

/** What Cloudflare's codes mean; any other is tried again later. */
const failures: Readonly<Record<string, Failure>> = {
  E_RECIPIENT_SUPPRESSED: 'address',
  E_RATE_LIMIT_EXCEEDED: 'connection',
  E_DAILY_LIMIT_EXCEEDED: 'connection',
  E_SENDER_NOT_VERIFIED: 'connection',
  E_SENDER_DOMAIN_NOT_AVAILABLE: 'connection',
  E_INTERNAL_SERVER_ERROR: 'connection',
};

const deliveryError = (error: unknown): DeliveryError => {
  if (error instanceof TooLate) return new DeliveryError('timeout', 'connection');
  const code = BindingError.safeParse(error).data?.code ?? 'unknown';
  return new DeliveryError(code, failures[code] ?? 'later');
};

/**
 * Sends by Cloudflare Email Service (https://developers.cloudflare.com/email-service/), which composes the
 * message and folds its headers. It sets a Message-ID of its own and refuses ours, so that ours is in
 * `X-Message-ID`.
 */
export const byBinding = (email: SendEmail, patience = PATIENCE_MS): Transport => ({
  lanes: LANES,
  send: async ({ messageId, from, to, subject, text, html, headers }) => {
    try {
      const sending = email.send({
        from: { name: from.name, email: from.address },
        to,
        subject,
        text,
        html,
        headers: { ...headers, 'X-Message-ID': `<${messageId}>` },
      });
      await within(patience, sending);
    } catch (error) {
      throw deliveryError(error);
    }
  },
  close: () => {},
});
