// https://developers.cloudflare.com/email-service/platform/event-subscriptions/: an event a message of a queue, which
// nobody else can put anything on.
import { z } from 'zod';
import { type Kind, momentOf, type Received, type Signal } from './signal.ts';

const PREFIX = 'cf.email.sending.message.';

const Event = z.object({
  type: z.string().startsWith(PREFIX),
  payload: z.object({
    eventId: z.string(),
    recipient: z.string(),
    bounce: z.object({ type: z.string() }).nullish(),
  }),
  metadata: z.object({ eventTimestamp: z.string() }),
});
type Event = z.infer<typeof Event>;

const kindOf = ({ type, payload }: Event): Kind | null => {
  switch (type.slice(PREFIX.length)) {
    case 'complained':
      return 'complaint';
    case 'bounced':
      return payload.bounce?.type === 'hard' ? 'bounce' : null;
    default:
      return null;
  }
};

const signalOf = (event: Event): Signal[] => {
  const kind = kindOf(event);
  const { eventId: id, recipient: email } = event.payload;
  return kind ? [{ email, kind, at: momentOf(event.metadata.eventTimestamp), id }] : [];
};

/** Reads the events of Cloudflare Email Service among what came by queues. */
export const readCloudflare = (messages: readonly { body: unknown }[]): Received => {
  const events = messages.flatMap(({ body }) => Event.safeParse(body).data ?? []);
  return { signals: events.flatMap(signalOf), events: events.length };
};
