import { PostingProvider, type Provider, type ProviderState } from '../contract/signals.ts';
import type { Caller } from '../platform/caller.ts';
import type { Env } from '../platform/env.ts';
import { readBrevo } from './brevo.ts';
import { readMailgun } from './mailgun.ts';
import { names } from './names.ts';
import type { Reader } from './posted.ts';
import { readPostmark } from './postmark.ts';
import { readResend } from './resend.ts';
import { readSendGrid } from './sendgrid.ts';
import { readSes } from './ses.ts';
import { readReceived } from './store.ts';

/** How a provider's posts are read, and the secret that they are proven by. */
type Posting = {
  read: Reader;
  secret:
    | 'SIGNAL_SES'
    | 'SIGNAL_POSTMARK'
    | 'SIGNAL_BREVO'
    | 'SIGNAL_MAILGUN'
    | 'SIGNAL_SENDGRID'
    | 'SIGNAL_RESEND';
  /** Whether its address holds the secret, for want of a signature. */
  inAddress?: true;
};

export const posting: Readonly<Record<PostingProvider, Posting>> = {
  ses: { read: readSes, secret: 'SIGNAL_SES' },
  postmark: { read: readPostmark, secret: 'SIGNAL_POSTMARK', inAddress: true },
  brevo: { read: readBrevo, secret: 'SIGNAL_BREVO', inAddress: true },
  mailgun: { read: readMailgun, secret: 'SIGNAL_MAILGUN' },
  sendgrid: { read: readSendGrid, secret: 'SIGNAL_SENDGRID' },
  resend: { read: readResend, secret: 'SIGNAL_RESEND' },
};

/** The secrets of a provider, separated by spaces: a new one stands beside the old one until that is no longer used. */
export const secretsOf = (env: Env, provider: PostingProvider): string[] =>
  (env[posting[provider].secret] ?? '').split(/\s+/).filter((secret) => secret !== '');

const addressOf = (host: string, provider: PostingProvider): string => {
  const address = `${host}/v1/signals/${provider}`;
  return posting[provider].inAddress ? address.replace('//', '//samtykke:SECRET@') : address;
};

const unknown = { receivedAt: null, taken: 0, ignored: 0 };

/** Lists the providers, where they post to, and when each reported last. */
export const readProviders = async ({
  env,
  db,
  host,
}: Pick<Caller, 'env' | 'db' | 'host'>): Promise<ProviderState[]> => {
  const received = await readReceived(db);
  const stateOf = (provider: Provider) => {
    const { receivedAt, taken, ignored } = received.get(provider) ?? unknown;
    return { provider, name: names[provider], receivedAt, taken, ignored };
  };
  return [
    ...PostingProvider.options.map((provider) => ({
      ...stateOf(provider),
      address: addressOf(host, provider),
      secret: posting[provider].secret,
      isSet: secretsOf(env, provider).length > 0,
    })),
    { ...stateOf('cloudflare'), address: null, secret: null, isSet: true },
  ];
};
