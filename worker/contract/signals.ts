import { z } from 'zod';
import { Time } from './words.ts';

/** Providers of email that post their events to `/v1/signals/{provider}`. */
export const PostingProvider = z.enum([
  'ses',
  'postmark',
  'brevo',
  'mailgun',
  'sendgrid',
  'resend',
]);
export type PostingProvider = z.infer<typeof PostingProvider>;

/** Every provider of email whose events are taken; Cloudflare's come by a queue. */
export const Provider = z.enum([...PostingProvider.options, 'cloudflare']);
export type Provider = z.infer<typeof Provider>;

/** What a provider posts, in its own words. */
export const ProviderEvents = z.unknown().meta({
  description: 'What the provider posts, in its own words.',
  examples: [
    {
      RecordType: 'Bounce',
      ID: 692560173,
      Type: 'HardBounce',
      Email: 'anna@example.com',
      BouncedAt: '2026-11-25T16:33:54.9070259Z',
      Inactive: true,
    },
  ],
});

/** A provider, and what has come of it. */
export const ProviderState = z
  .object({
    provider: Provider,
    name: z.string().meta({ examples: ['Postmark'] }),
    address: z
      .url()
      .nullable()
      .meta({
        description:
          'Where the provider posts to; null where its events come by a queue. The user name and `SECRET` are in it where the provider proves itself by them.',
        examples: ['https://samtykke:SECRET@consent.example.com/v1/signals/postmark'],
      }),
    secret: z
      .string()
      .nullable()
      .meta({
        description: 'The secret that proves the origin; null where none is needed.',
        examples: ['SIGNAL_POSTMARK'],
      }),
    isSet: z.boolean().meta({ description: 'Whether that secret is set.' }),
    receivedAt: Time.nullable().meta({ description: 'When the last event came.' }),
    taken: z.int().meta({ description: 'Bounces, complaints and unsubscribes so far.' }),
    ignored: z.int().meta({ description: 'Events so far that say nothing of the kind.' }),
  })
  .meta({ id: 'ProviderState' });
export type ProviderState = z.infer<typeof ProviderState>;

/** `GET /v1/signals` */
export const Providers = z.object({ providers: z.array(ProviderState) });
