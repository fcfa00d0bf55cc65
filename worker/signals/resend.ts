// https://resend.com/docs/webhooks: one event a post, signed as Svix and Standard Webhooks do.
import { z } from 'zod';
import { isSignedBy, isWithin } from '../platform/signing/shared.ts';
import { fromBase64 } from '../proof/base64.ts';
import { anyOf, FRESH_MS, type Posted } from './posted.ts';
import { type Kind, momentOf, nothing, type Received } from './signal.ts';

const Email = z.object({
  type: z.enum(['email.bounced', 'email.complained']),
  created_at: z.string(),
  data: z.object({
    to: z.array(z.string()),
    bounce: z.object({ type: z.string() }).optional(),
  }),
});

const Contact = z.object({
  type: z.literal('contact.updated'),
  created_at: z.string(),
  data: z.object({ email: z.string(), unsubscribed: z.literal(true) }),
});

const Event = z.discriminatedUnion('type', [Email, Contact]);
type Event = z.infer<typeof Event>;

const kindOf = (event: Event): Kind | null => {
  switch (event.type) {
    case 'email.complained':
      return 'complaint';
    case 'email.bounced':
      return event.data.bounce?.type === 'Permanent' ? 'bounce' : null;
    default:
      return 'unsubscribe';
  }
};

/** The headers by the name of the standard, or of Svix. */
const header = (headers: Headers, name: string): string =>
  headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`) ?? '';

/** The secret's bytes: base64 behind a prefix. */
const keyOf = (secret: string) => fromBase64(secret.replace(/^whsec_/, ''));

/** Says whether one of the signatures in a header is by one of the secrets; a key that changes signs twice. */
const isSigned = ({ headers, body, secrets, now }: Posted): Promise<boolean> => {
  const [id, timestamp] = [header(headers, 'id'), header(headers, 'timestamp')];
  if (id === '' || !isWithin(FRESH_MS, Number(timestamp) * 1000, now))
    return Promise.resolve(false);
  const signatures = header(headers, 'signature')
    .split(' ')
    .flatMap((each) => (each.startsWith('v1,') ? (fromBase64(each.slice(3)) ?? []) : []));
  const keys = secrets.flatMap((secret) => keyOf(secret) ?? []);
  return anyOf(
    keys.flatMap((key) =>
      signatures.map((signature) => isSignedBy(key, signature, `${id}.${timestamp}.${body}`)),
    ),
  );
};

/** Reads a post of Resend. */
export const readResend = async (posted: Posted): Promise<Received | null> => {
  if (!(await isSigned(posted))) return null;
  const { data: event } = Event.safeParse(JSON.parse(posted.body));
  const kind = event && kindOf(event);
  if (!event || !kind) return nothing;
  const to = event.type === 'contact.updated' ? [event.data.email] : event.data.to;
  const [id, at] = [header(posted.headers, 'id'), momentOf(event.created_at)];
  return { signals: to.map((email) => ({ email, kind, at, id })), events: 1 };
};
