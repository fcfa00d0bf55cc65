// https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html: an event in a message of Amazon SNS, about one
// or more recipients.
import { z } from 'zod';
import type { Posted } from './posted.ts';
import { momentOf, nothing, type Received, type Signal } from './signal.ts';
import { askAmazon, isOfAmazon, type Message, readMessage } from './sns.ts';

const Recipients = z.array(z.object({ emailAddress: z.string() }));

const Bounce = z.object({
  bounceType: z.string(),
  bounceSubType: z.string().nullish(),
  bouncedRecipients: Recipients,
  timestamp: z.string(),
});

const Complaint = z.object({
  complainedRecipients: Recipients,
  timestamp: z.string(),
  complaintFeedbackType: z.string().nullish(),
  complaintSubType: z.string().nullish(),
});

const Topics = z.object({
  unsubscribeAll: z.boolean().default(false),
  topicSubscriptionStatus: z
    .array(z.object({ topicName: z.string(), subscriptionStatus: z.string() }))
    .default([]),
});

const Subscription = z.object({
  timestamp: z.string(),
  newTopicPreferences: Topics,
  oldTopicPreferences: Topics.nullish(),
});

/** Named by one name in notifications of an identity, and by the other in events of a configuration set. */
const Event = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({ destination: z.array(z.string()) }).optional(),
  bounce: Bounce.optional(),
  complaint: Complaint.optional(),
  subscription: Subscription.optional(),
});
type Event = z.infer<typeof Event>;

/** What SES holds back itself, for an earlier bounce or complaint, is nothing new. */
const bouncesIn = ({ bounce }: Event, id: string): Signal[] => {
  if (bounce?.bounceType !== 'Permanent') return [];
  if (['Suppressed', 'OnAccountSuppressionList'].includes(bounce.bounceSubType ?? '')) return [];
  const at = momentOf(bounce.timestamp);
  return bounce.bouncedRecipients.map(({ emailAddress: email }) => ({
    email,
    kind: 'bounce',
    at,
    id,
  }));
};

const complaintsIn = ({ complaint }: Event, id: string): Signal[] => {
  if (!complaint || complaint.complaintSubType === 'OnAccountSuppressionList') return [];
  // Someone took it out of their spam (RFC 5965).
  if (complaint.complaintFeedbackType === 'not-spam') return [];
  const at = momentOf(complaint.timestamp);
  return complaint.complainedRecipients.map(({ emailAddress: email }) => ({
    email,
    kind: 'complaint',
    at,
    id,
  }));
};

const topicsOff = (topics: z.infer<typeof Topics> | null | undefined): string[] =>
  (topics?.topicSubscriptionStatus ?? [])
    .filter(({ subscriptionStatus }) => subscriptionStatus === 'OptOut')
    .map(({ topicName }) => topicName);

/** What a recipient left: everything, or the topics that they had not left before. */
const leavesIn = ({ subscription, mail }: Event, id: string): Signal[] => {
  const [email] = mail?.destination ?? [];
  if (!subscription || email === undefined) return [];
  const { newTopicPreferences: now, oldTopicPreferences: before } = subscription;
  const left = { email, kind: 'unsubscribe', at: momentOf(subscription.timestamp), id } as const;
  if (now.unsubscribeAll) return before?.unsubscribeAll ? [] : [left];
  const already = topicsOff(before);
  return topicsOff(now)
    .filter((topic) => !already.includes(topic))
    .map((item) => ({ ...left, item, id: `${id} ${item}` }));
};

const signalsIn = (event: Event, id: string): Signal[] => {
  switch (event.notificationType ?? event.eventType) {
    case 'Bounce':
      return bouncesIn(event, id);
    case 'Complaint':
      return complaintsIn(event, id);
    case 'Subscription':
      return leavesIn(event, id);
    default:
      return [];
  }
};

/** Reads what a message says; a text for people, as SNS sends one when a topic is set up, says nothing. */
const eventIn = (text: string): Event | null => {
  try {
    return Event.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** Confirms that the topic posts to us, as SNS asks once. */
const confirm = async ({ send }: Posted, { SubscribeURL, TopicArn }: Confirming) => {
  if (!isOfAmazon(SubscribeURL, TopicArn, /^\/$/)) return null;
  await askAmazon(send, SubscribeURL);
  return nothing;
};
type Confirming = Extract<Message, { SubscribeURL: string }>;

/** Reads a post of Amazon SNS about emails of Amazon SES. */
export const readSes = async (posted: Posted): Promise<Received | null> => {
  const message = await readMessage(posted);
  if (!message) return null;
  switch (message.Type) {
    case 'SubscriptionConfirmation':
      return confirm(posted, message);
    case 'UnsubscribeConfirmation':
      return nothing;
    default: {
      const event = eventIn(message.Message);
      return { signals: event ? signalsIn(event, message.MessageId) : [], events: 1 };
    }
  }
};
