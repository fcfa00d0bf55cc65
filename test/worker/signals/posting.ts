// Posts as each provider posts, proven as it proves itself.

import { hex } from '../../../worker/platform/hash.ts';
import { toBase64 } from '../../../worker/proof/base64.ts';
import { der, tags } from '../../../worker/proof/der.ts';
import { callToEnd } from '../builders.ts';
import { certificateUrl, secrets, sendGridKey, snsKey } from './provider-keys.ts';

const files = import.meta.glob<string>(['./fixtures/*.json'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** What a provider posts, by the case of its file, about an address and at a moment (UTC ms). */
export const fixture = (provider: string, name: string, email: string, at = Date.now()): string => {
  const cases: Record<string, unknown> = JSON.parse(files[`./fixtures/${provider}.json`] ?? '{}');
  if (!cases[name]) throw new Error(`There is no ${name} of ${provider}.`);
  return JSON.stringify(cases[name])
    .replaceAll('{email}', email)
    .replaceAll('{iso}', new Date(at).toISOString())
    .replaceAll('{uuid}', crypto.randomUUID())
    .replaceAll('"{seconds}"', String(at / 1000))
    .replaceAll('"{ms}"', String(at))
    .replaceAll('"{big}"', '4323372036854775807');
};

type Headers = Record<string, string>;
export type Post = { headers: Headers; body: string };

const encoder = new TextEncoder();

const hmacOf = async (key: Uint8Array, text: string): Promise<Uint8Array> => {
  const own = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, own, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign(own, imported, encoder.encode(text)));
};

const basic = (secret: string) => (body: string) => ({
  headers: { Authorization: `Basic ${btoa(`samtykke:${secret}`)}` },
  body,
});

const asMailgun = async (body: string, now: number): Promise<Post> => {
  const timestamp = String(Math.floor(now / 1000));
  const token = hex(crypto.getRandomValues(new Uint8Array(25)));
  const signature = hex(await hmacOf(encoder.encode(secrets.SIGNAL_MAILGUN), timestamp + token));
  const signed = { signature: { timestamp, token, signature }, 'event-data': JSON.parse(body) };
  return { headers: {}, body: JSON.stringify(signed) };
};

/** An ECDSA signature as SendGrid writes it: two numbers of DER, which are never negative. */
const inDer = (raw: Uint8Array): Uint8Array => {
  const numbers = [raw.slice(0, 32), raw.slice(32)].map((number) => {
    const short = number.slice(number.findIndex((byte) => byte !== 0));
    return der(tags.integer, (short[0] ?? 0) >= 0x80 ? Uint8Array.of(0, ...short) : short);
  });
  return der(tags.sequence, ...numbers);
};

const asSendGrid = async (body: string, now: number): Promise<Post> => {
  const timestamp = String(Math.floor(now / 1000));
  const curve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('jwk', sendGridKey, curve, false, ['sign']);
  const raw = await crypto.subtle.sign(curve, key, encoder.encode(timestamp + body));
  return {
    headers: {
      'X-Twilio-Email-Event-Webhook-Timestamp': timestamp,
      'X-Twilio-Email-Event-Webhook-Signature': toBase64(inDer(new Uint8Array(raw))),
    },
    body,
  };
};

const asResend = async (body: string, now: number): Promise<Post> => {
  const [id, timestamp] = [`msg_${crypto.randomUUID()}`, String(Math.floor(now / 1000))];
  const key = Uint8Array.from(atob(secrets.SIGNAL_RESEND.slice(6)), (char) => char.charCodeAt(0));
  const signature = toBase64(await hmacOf(key, `${id}.${timestamp}.${body}`));
  return {
    headers: {
      'svix-id': id,
      'svix-timestamp': timestamp,
      // One of a key that is not in use any more stands beside it.
      'svix-signature': `v1,${toBase64(new Uint8Array(32))} v1,${signature}`,
    },
    body,
  };
};

/** What a message of SNS says; its version names the hash. */
export type Sns = Record<string, string>;

const signedOf = (message: Sns): string =>
  ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
    .flatMap((name) => (message[name] === undefined ? [] : `${name}\n${message[name]}\n`))
    .join('');

/** Signs a message as SNS does, by the version that it names. */
export const signSns = async (changes: Sns, now = Date.now()): Promise<Post> => {
  const message: Sns = {
    Type: 'Notification',
    MessageId: crypto.randomUUID(),
    TopicArn: secrets.SIGNAL_SES,
    Message: '{}',
    Timestamp: new Date(now).toISOString(),
    SignatureVersion: '2',
    SigningCertURL: certificateUrl,
    ...changes,
  };
  const hash = message.SignatureVersion === '1' ? 'SHA-1' : 'SHA-256';
  const own = { name: 'RSASSA-PKCS1-v1_5', hash };
  const key = await crypto.subtle.importKey('jwk', snsKey, own, false, ['sign']);
  const raw = await crypto.subtle.sign(own, key, encoder.encode(signedOf(message)));
  const body = JSON.stringify({ ...message, Signature: toBase64(new Uint8Array(raw)) });
  const type = message.Type ?? '';
  return { headers: { 'x-amz-sns-message-type': type, 'Content-Type': 'text/plain' }, body };
};

/** Proves a body as each provider proves its own. */
export const proofs: Record<string, (body: string, now: number) => Post | Promise<Post>> = {
  ses: (body, now) => signSns({ Message: body }, now),
  postmark: basic('a-secret-of-postmark'),
  brevo: basic(secrets.SIGNAL_BREVO),
  mailgun: asMailgun,
  sendgrid: asSendGrid,
  resend: asResend,
};

/** Posts to the address of a provider. */
export const post = (provider: string, { headers, body }: Post, query = ''): Promise<Response> =>
  callToEnd(`/v1/signals/${provider}${query}`, { method: 'POST', headers, body });

/** Makes a post of a provider, by the case of its file. */
export const aPost = async (
  provider: string,
  name: string,
  email: string,
  { at = Date.now(), now = Date.now() }: { at?: number; now?: number } = {},
): Promise<Post> => {
  const prove = proofs[provider];
  if (!prove) throw new Error(`${provider} posts nothing.`);
  return prove(fixture(provider, name, email, at), now);
};
