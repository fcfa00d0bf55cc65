import { z } from 'zod';
import { Right } from './rights.ts';
import { ActorName, Email, Id, Time, Typed } from './words.ts';

/** The account at an OpenID Connect provider with which a user signs in: no other one there is taken for theirs. */
export const LinkedAccount = z.object({
  issuer: z.string().meta({ examples: ['https://login.example.com'] }),
  since: Time,
});
export type LinkedAccount = z.infer<typeof LinkedAccount>;

/** Someone who uses the console. */
export const User = z
  .object({
    id: Id,
    email: Email,
    name: z.string().meta({ examples: ['Anna Holm'] }),
    locale: z.enum(['en', 'da']),
    rights: z.array(Right),
    active: z.boolean(),
    createdAt: Time,
    signedInAt: Time.nullable(),
    linkedAccount: LinkedAccount.nullable().meta({
      description: 'Linked when the user first signed in with an OpenID Connect provider.',
    }),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

/** `GET /v1/users` */
export const Users = z.object({ users: z.array(User) });

/** `PUT /v1/users/{id}` */
export const UserBody = z.strictObject({
  name: Typed.min(1, 'Give a name.').max(200),
  locale: z.enum(['en', 'da']).default('en'),
  rights: z.array(Right).default([]),
  active: z.boolean().default(true),
});
export type UserBody = z.infer<typeof UserBody>;

/** An API key as it is stored: its token only as a hash. */
export const ApiKey = z
  .object({
    id: z.string().meta({ examples: ['0193f2a4-6b1c-7d3e-9f80-1a2b3c4d5e6f'] }),
    name: z.string().meta({ examples: ['Mailing tool'] }),
    rights: z.array(Right),
    createdBy: ActorName.nullable().meta({
      description: 'Null for a key that was made from the command line.',
    }),
    createdAt: Time,
    expiresAt: Time.nullable(),
    lastUsedAt: Time.nullable(),
    endedAt: Time.nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKey>;

/** `GET /v1/api-keys` */
export const ApiKeys = z.object({ keys: z.array(ApiKey) });

/** `POST /v1/api-keys`; `days` is how long it is good, for ever when absent. */
export const NewKeyBody = z.strictObject({
  name: Typed.min(1, 'Give a name.').max(200),
  rights: z.array(Right).min(1, 'Choose what it may do.'),
  days: z.int().min(1).max(3650).nullable().default(null),
});
export type NewKeyBody = z.infer<typeof NewKeyBody>;

/** 201 of `POST /v1/api-keys`: a key at the only moment when its token is known. */
export const NewApiKey = z.object({
  id: z.string(),
  name: z.string(),
  token: z.string().meta({ examples: ['samtykke_4f1c…'] }),
  rights: z.array(Right),
  expiresAt: Time.nullable(),
});
