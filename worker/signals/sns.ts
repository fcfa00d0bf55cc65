// Messages of Amazon SNS, by which Amazon SES tells what came of emails:
// https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
import { z } from 'zod';
import { bytesOf, type Outgoing } from '../platform/outgoing.ts';
import { tryAgainIn } from '../platform/problems/problem.ts';
import { isWithin } from '../platform/signing/shared.ts';
import { DAY } from '../platform/time.ts';
import { fromBase64 } from '../proof/base64.ts';
import { type Certificate, certificatesIn } from '../proof/certificate.ts';
import { isProven } from './key.ts';
import type { Posted } from './posted.ts';

const shared = {
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.string(),
};

const Notification = z.object({
  Type: z.literal('Notification'),
  Subject: z.string().nullish(),
  ...shared,
});

const Confirmation = z.object({
  Type: z.enum(['SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  Token: z.string(),
  SubscribeURL: z.string(),
  ...shared,
});

const Message = z.discriminatedUnion('Type', [Notification, Confirmation]);
export type Message = z.infer<typeof Message>;

/** SNS goes on trying for an hour; a day leaves room for clocks and for policies of one's own. */
const WINDOW_MS = DAY;

const digests = { '1': 'SHA-1', '2': 'SHA-256' } as const;

/** What is signed: these of its parts, each with its name, a line each. */
const signedText = (message: Message): string => {
  const { Message: text, MessageId, Timestamp, TopicArn, Type } = message;
  const parts: [string, string | null | undefined][] =
    message.Type === 'Notification'
      ? [
          ['Message', text],
          ['MessageId', MessageId],
          ['Subject', message.Subject],
          ['Timestamp', Timestamp],
          ['TopicArn', TopicArn],
          ['Type', Type],
        ]
      : [
          ['Message', text],
          ['MessageId', MessageId],
          ['SubscribeURL', message.SubscribeURL],
          ['Timestamp', Timestamp],
          ['Token', message.Token],
          ['TopicArn', TopicArn],
          ['Type', Type],
        ];
  return parts
    .flatMap(([name, value]) =>
      value === null || value === undefined ? [] : `${name}\n${value}\n`,
    )
    .join('');
};

/** The host of SNS in the region of a topic; null where it is no topic. */
const hostOf = (topic: string): string | null => {
  const [, partition, region] =
    /^arn:(aws|aws-cn|aws-us-gov):sns:([a-z0-9-]+):\d+:\S+$/.exec(topic) ?? [];
  return region ? `sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}` : null;
};

/** Says whether an address is one of SNS itself in the topic's own region: nothing else is ever asked. */
export const isOfAmazon = (address: string, topic: string, path: RegExp): boolean => {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.origin === `https://${hostOf(topic)}` &&
    url.username === '' &&
    path.test(url.pathname)
  );
};

const CERTIFICATE = /^\/SimpleNotificationService-[\w-]+\.pem$/;
const MOST_BYTES = 20_000;
const MOST_KNOWN = 20;
const RETRY_S = 60;
/** Certificates that were fetched, by their addresses: they are changed some times a year. */
const known = new Map<string, Certificate>();

/** Asks Amazon SNS; 503 where it does not answer now, for it sends its message again. */
export const askAmazon = async (send: Outgoing, address: string): Promise<Response> => {
  const answer = await send(address, {}).catch(() => null);
  if (!answer?.ok) throw tryAgainIn(RETRY_S, 'unavailable');
  return answer;
};

const fetchCertificate = async (
  { send }: Pick<Posted, 'send'>,
  address: string,
): Promise<Certificate | null> => {
  const found = known.get(address);
  if (found) return found;
  const pem = new TextDecoder().decode(await bytesOf(await askAmazon(send, address), MOST_BYTES));
  const [certificate] = certificatesIn(pem);
  if (!certificate) return null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(address, certificate);
  return certificate;
};

/**
 * Reads a message of a topic that is ours; null where its signature does not hold. Amazon signs for everybody's
 * topics: whose a message is, only the topic says, so that nothing is fetched for another one.
 */
export const readMessage = async (posted: Posted): Promise<Message | null> => {
  const { headers, body, secrets, now } = posted;
  const { data: message } = Message.safeParse(JSON.parse(body));
  if (!message || !secrets.includes(message.TopicArn)) return null;
  const type = headers.get('x-amz-sns-message-type');
  if (type !== null && type !== message.Type) return null;
  const { SigningCertURL: address, TopicArn: topic, SignatureVersion: version } = message;
  if (!isWithin(WINDOW_MS, Date.parse(message.Timestamp), now)) return null;
  const signature = fromBase64(message.Signature);
  if (!signature || !isOfAmazon(address, topic, CERTIFICATE)) return null;
  const certificate = await fetchCertificate(posted, address);
  if (!certificate || now < certificate.from || now > certificate.until) return null;
  const text = signedText(message);
  return (await isProven(certificate.key, signature, text, digests[version])) ? message : null;
};
