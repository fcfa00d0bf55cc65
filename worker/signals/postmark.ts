// https://postmarkapp.com/developer/webhooks: one event a post. It signs nothing; its address holds a user and a password.
import { z } from 'zod';
import { bearsSecret, type Posted } from './posted.ts';
import { type Kind, momentOf, nothing, type Received } from './signal.ts';

/** Of a bounce or a spam complaint. Its type is read by name: the numbers of types are told differently. */
const Bounce = z.object({
  RecordType: z.enum(['Bounce', 'SpamComplaint']),
  // Of more digits than a number holds exactly, so that it never stands alone.
  ID: z.union([z.number(), z.string()]),
  Type: z.string(),
  Email: z.string(),
  BouncedAt: z.string().optional(),
  Inactive: z.boolean().default(false),
});

const Change = z.object({
  RecordType: z.literal('SubscriptionChange'),
  Recipient: z.string(),
  Origin: z.string(),
  SuppressSending: z.boolean(),
  SuppressionReason: z.string().nullish(),
  ChangedAt: z.string(),
  MessageStream: z.string().optional(),
});

const Event = z.discriminatedUnion('RecordType', [Bounce, Change]);
type Event = z.infer<typeof Event>;

const forGood: readonly string[] = ['HardBounce', 'BadEmailAddress'];

/** A receiving server's own verdict (`SpamNotification`) is nobody's complaint. */
const kindOf = (event: Event): Kind | null => {
  switch (event.RecordType) {
    case 'SpamComplaint':
      return 'complaint';
    case 'Bounce':
      if (event.Type === 'SpamComplaint') return 'complaint';
      // They answered an email by asking for no more.
      if (event.Type === 'Unsubscribe') return 'unsubscribe';
      return forGood.includes(event.Type) ? 'bounce' : null;
    default:
      if (!event.SuppressSending) return null;
      if (event.SuppressionReason === 'SpamComplaint') return 'complaint';
      if (event.SuppressionReason === 'HardBounce') return 'bounce';
      // What the operator suppressed at Postmark is not what the person said.
      return event.Origin === 'Recipient' ? 'unsubscribe' : null;
  }
};

/** Reads a post of Postmark. */
export const readPostmark = async (posted: Posted): Promise<Received | null> => {
  if (!(await bearsSecret(posted))) return null;
  const { data: event } = Event.safeParse(JSON.parse(posted.body));
  const kind = event && kindOf(event);
  if (!event || !kind) return nothing;
  if (event.RecordType === 'SubscriptionChange') {
    const { Recipient: email, ChangedAt, MessageStream: item } = event;
    const id = `${ChangedAt} ${item ?? ''}`;
    return { signals: [{ email, kind, at: momentOf(ChangedAt), id, item }], events: 1 };
  }
  const { Email: email, ID, BouncedAt } = event;
  const id = `${ID} ${BouncedAt ?? ''}`;
  return { signals: [{ email, kind, at: momentOf(BouncedAt), id }], events: 1 };
};
