import { z } from 'zod';
import { Draft } from './draft.ts';
import { styleColours } from './style.ts';
import { Key, Time } from './words.ts';

/** What publishing answers: the version that now stands, and whether it was made just now. */
export const Published = z
  .object({ version: z.number(), isNew: z.boolean() })
  .meta({ id: 'Published' });
export type Published = z.infer<typeof Published>;

/** A form in a list: its name in its own language, and how it is. */
export const ListedForm = z
  .object({
    key: Key,
    name: z.string(),
    version: z.number(),
    submissions: z.number(),
    isOpen: z.boolean(),
    isDrafted: z.boolean(),
    updatedAt: Time,
  })
  .meta({ id: 'ListedForm' });
export type ListedForm = z.infer<typeof ListedForm>;

/** `GET /v1/forms`: those that were published, and the keys of drafts that never were. */
export const Forms = z.object({ forms: z.array(ListedForm), drafts: z.array(Key) });

const scheme = z.enum(['light', 'dark']);

/** Something that a form could do better, and what it is about. */
export const Warning = z
  .discriminatedUnion('code', [
    z.object({
      code: z.enum(['no-privacy-link', 'thin-text', 'no-way-back']),
      purpose: z.string(),
      locale: z.string(),
    }),
    z.object({ code: z.literal('many-fields'), count: z.number() }),
    z.object({ code: z.literal('low-contrast'), scheme }),
    z.object({
      code: z.literal('low-own-contrast'),
      token: z.enum(styleColours),
      scheme,
      ratio: z.string(),
      least: z.number(),
    }),
    z.object({
      code: z.literal('missing-translation'),
      locale: z.string(),
      fields: z.array(z.string()),
    }),
    z.object({ code: z.enum(['no-origin', 'no-purpose']) }),
  ])
  .meta({
    id: 'Warning',
    examples: [{ code: 'no-privacy-link', purpose: 'e-marketing', locale: 'en' }],
  });
export type Warning = z.infer<typeof Warning>;

/** `PUT /v1/forms/{key}/draft`: a draft with what could be better about it. */
export const CheckedDraft = z.object({ draft: Draft, warnings: z.array(Warning) });
export type CheckedDraft = z.infer<typeof CheckedDraft>;

/** `GET /v1/forms/{key}/draft`; what is published where nothing else is written (`isDraft` is false then). */
export const KeptDraft = CheckedDraft.extend({ isDraft: z.boolean() });

/** Something that differs between two versions. */
export const Difference = z
  .object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() })
  .meta({
    id: 'Difference',
    examples: [{ path: 'submit.en', before: 'Sign up', after: 'Subscribe' }],
  });
export type Difference = z.infer<typeof Difference>;

/** A version that was published, as it was, and what it changed; the first one changed nothing. */
export const KeptVersion = z
  .object({
    version: z.number(),
    definition: z.unknown(),
    publishedAt: Time,
    changes: z.array(Difference),
  })
  .meta({ id: 'FormVersion' });
export type KeptVersion = z.infer<typeof KeptVersion>;

/** `GET /v1/forms/{key}/versions` */
export const FormVersions = z.object({ versions: z.array(KeptVersion) });

const day = z.iso.date();

const totals = z.object({
  shown: z.number(),
  started: z.number(),
  submitted: z.number(),
  confirmed: z.number(),
});

/** `GET /v1/forms/{key}/statistics`: counts by day, by where submissions came from, and in all. */
export const FormCounts = z
  .object({
    totals,
    /** The totals of as many days before. */
    previous: totals,
    days: z.array(
      z.object({
        day,
        what: z.enum(['shown', 'started', 'submitted', 'confirmed']),
        count: z.number(),
      }),
    ),
    origins: z.array(
      z.object({
        page: z.string(),
        utm: z.string(),
        what: z.enum(['submitted', 'confirmed']),
        count: z.number(),
      }),
    ),
  })
  .meta({ id: 'FormCounts' });
export type FormCounts = z.infer<typeof FormCounts>;

/** `POST /v1/forms/{key}/checks` */
export const PageToCheck = z.strictObject({ page: z.url({ protocol: /^https?$/ }).max(2000) });

/** What came of looking at a page; `found` is null where the page could not be read. */
export const Checked = z
  .object({ found: z.boolean().nullable(), origin: z.string(), allowed: z.boolean() })
  .meta({
    id: 'CheckedPage',
    examples: [{ found: true, origin: 'https://example.com', allowed: true }],
  });
export type Checked = z.infer<typeof Checked>;

/** `GET /v1/form-templates`: drafts to start from, by name. */
export const FormTemplates = z.record(z.string().meta({ examples: ['newsletter'] }), Draft);

/** 201 of `POST /v1/form-images`: the value of a field that shows the image. */
export const KeptImage = z.object({ value: z.string() }).meta({
  id: 'KeptImage',
  examples: [{ value: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824-640x480' }],
});
