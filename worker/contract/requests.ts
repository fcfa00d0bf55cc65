import { z } from 'zod';
import { PersonField } from './definition.ts';
import { EmailAbout } from './emails.ts';
import { tidied } from './tidied.ts';
import { ActorName, Email, Id, Locale, Time, Typed } from './words.ts';

/** A right of GDPR art. 15 (access), 16, 17, 18, 20 and 21. */
export const RequestKind = z.enum([
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
]);
export type RequestKind = z.infer<typeof RequestKind>;

export const RequestState = z.enum(['open', 'waiting', 'done', 'refused', 'cancelled']);
export type RequestState = z.infer<typeof RequestState>;

/** How a request came. */
export const RequestChannel = z.enum([
  'preference-centre',
  'email',
  'phone',
  'letter',
  'in-person',
  'other',
]);
export type RequestChannel = z.infer<typeof RequestChannel>;

/**
 * How it was checked that the person made the request: by a code or link sent to their address, by calling back
 * a number on file, by a document, or because the member of staff knows them.
 */
export const IdentityCheck = z.enum(['mailbox', 'call-back', 'document', 'known', 'unchecked']);
export type IdentityCheck = z.infer<typeof IdentityCheck>;

/** A person using a right. Times are UTC ms; `dueAt` is a month after it was asked (art. 12(3)). */
export const PersonRequest = z
  .object({
    number: z.number(),
    person: z.string().nullable().meta({ description: 'Null where nobody was found.' }),
    kind: RequestKind,
    state: RequestState,
    askedAt: Time,
    dueAt: Time,
    /** When the deadline was extended. */
    extendedAt: Time.nullable(),
    /** When an erasure is carried out. */
    actsAt: Time.nullable(),
    endedAt: Time.nullable(),
    message: z.string().nullable(),
  })
  .meta({ id: 'PersonRequest' });
export type PersonRequest = z.infer<typeof PersonRequest>;

/** A request as staff see it. */
export const RequestCase = PersonRequest.extend({
  email: Email.nullable().meta({ description: 'Null where nobody was found, or once erased.' }),
  contact: z
    .string()
    .nullable()
    .meta({ description: 'Who asked, where nobody was found in the data.' }),
  channel: RequestChannel,
  identity: IdentityCheck,
  takenBy: ActorName,
  assignee: Id.nullable().meta({ description: 'The id of a user.' }),
}).meta({ id: 'RequestCase' });
export type RequestCase = z.infer<typeof RequestCase>;

/** The number of a request, as a path names it. */
export const RequestNumber = z.coerce.number<string>().int().positive();

/** `POST /v1/preferences/requests` */
export const RequestBody = z.strictObject({
  kind: RequestKind,
  message: z.string().max(5000).optional(),
});
export type RequestBody = z.infer<typeof RequestBody>;

/** `GET /v1/requests?state=` */
export const RequestsQuery = z.object({
  state: RequestState.default('open'),
  kind: RequestKind.optional(),
  assignee: z.uuid().optional(),
});
export type RequestsQuery = z.infer<typeof RequestsQuery>;

/** `GET /v1/preferences/requests` */
export const PersonRequests = z.object({ requests: z.array(PersonRequest) });

/** `GET /v1/requests` */
export const RequestCases = z.object({ requests: z.array(RequestCase) });

/** What staff noted on a request. */
export const RequestNote = z
  .object({ actor: ActorName, text: z.string(), notedAt: Time })
  .meta({ id: 'RequestNote' });
export type RequestNote = z.infer<typeof RequestNote>;

/** A recipient of the data who was told of a request (GDPR art. 19). */
export const ToldRecipient = z
  .object({ recipient: z.string(), actor: ActorName, toldAt: Time })
  .meta({ id: 'ToldRecipient' });
export type ToldRecipient = z.infer<typeof ToldRecipient>;

const Item = z.object({ purpose: z.string().optional(), subscription: z.string().optional() });

/** What carrying out a request does: the consents and uses that end, and what is deleted, by kind, in numbers. */
export const RequestEffects = z
  .object({
    ends: z.array(Item),
    deletes: z.record(z.string(), z.number()),
  })
  .meta({
    id: 'RequestEffects',
    examples: [{ ends: [{ purpose: 'e-marketing' }], deletes: { submissions: 2, emails: 5 } }],
  });
export type RequestEffects = z.infer<typeof RequestEffects>;

/** `GET /v1/requests/{number}`: one, with all that is known about it. */
export const RequestRead = RequestCase.extend({
  reasons: z
    .object({ refusal: z.string().optional(), extension: z.string().optional() })
    .meta({ description: 'What the person was told of a refusal or an extension.' }),
  notes: z.array(RequestNote),
  told: z.array(ToldRecipient),
  emails: z.array(EmailAbout),
  effects: RequestEffects.nullable().meta({
    description: 'What carrying it out does; null once it is no longer open.',
  }),
});
export type RequestRead = z.infer<typeof RequestRead>;

const reason = Typed.min(
  10,
  'Enter a reason of at least 10 characters, which the person can follow.',
)
  .max(3000)
  .meta({ examples: ['The law asks us to keep invoices for five years.'] });

/** `POST /v1/requests/{number}/refused` */
export const RefusalBody = z.strictObject({ reason }).meta({ id: 'RefusalBody' });
export type RefusalBody = z.infer<typeof RefusalBody>;

/** `POST /v1/requests/{number}/extension` (GDPR art. 12(3)) */
export const ExtensionBody = z
  .strictObject({ months: z.int().min(1).max(2), reason })
  .meta({ id: 'ExtensionBody' });
export type ExtensionBody = z.infer<typeof ExtensionBody>;

/** `POST /v1/requests`: a request that came by phone, letter, email or in person. */
export const IntakeBody = z
  .strictObject({
    kind: RequestKind,
    email: z
      .string()
      .max(320)
      .default('')
      .meta({ description: 'The address that the data is kept under.' }),
    contact: Typed.max(500)
      .default('')
      .meta({ description: 'Who asked and how to reach them, where nobody is found.' }),
    channel: RequestChannel.exclude(['preference-centre']),
    identity: IdentityCheck,
    askedAt: Time.optional().meta({ description: 'When it came; now unless it is named.' }),
    note: Typed.max(5000).default(''),
    assignee: z.uuid().nullable().default(null),
    acknowledge: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether the person gets an email that it was received.' }),
  })
  .meta({
    id: 'IntakeBody',
    examples: [{ kind: 'access', email: 'anna@example.com', channel: 'phone', identity: 'known' }],
  });
export type IntakeBody = z.infer<typeof IntakeBody>;

/** 201 of `POST /v1/requests` */
export const RequestTaken = z
  .object({ number: z.number(), isFound: z.boolean() })
  .meta({ id: 'RequestTaken' });

/** `POST /v1/requests/{number}/notes` */
export const NoteBody = z
  .strictObject({ text: Typed.min(1, 'Enter a note.').max(5000) })
  .meta({ id: 'NoteBody' });

/** `PUT /v1/requests/{number}/assignee` */
export const AssigneeBody = z
  .strictObject({ assignee: z.uuid().nullable() })
  .meta({ id: 'AssigneeBody' });

/** `POST /v1/requests/{number}/told` */
export const ToldBody = z
  .strictObject({
    recipient: Typed.min(1, 'Enter who was told.').max(200),
    toldAt: Time.optional(),
  })
  .meta({ id: 'ToldBody' });
export type ToldBody = z.infer<typeof ToldBody>;

/** `POST /v1/requests/{number}/done`: what was done, where it was done by other means than an action here. */
export const DoneBody = z
  .strictObject({
    note: Typed.min(10, 'Enter what was done, in at least 10 characters.')
      .max(5000)
      .meta({ examples: ['Sent the printed report by registered mail.'] }),
  })
  .meta({ id: 'DoneBody' });
export type DoneBody = z.infer<typeof DoneBody>;

/** What finishing, refusing or carrying out a request answers. */
export const RequestEnded = z
  .object({ number: z.number(), state: RequestState })
  .meta({ id: 'RequestEnded' });

const withTidyPhone = (fields: Partial<Record<z.infer<typeof PersonField>, string>>) =>
  fields.phone ? { ...fields, phone: tidied('tel', fields.phone) } : fields;

/** `POST /v1/people/{id}/corrections` and `POST /v1/requests/{number}/corrections` (GDPR art. 16) */
export const CorrectionBody = z
  .strictObject({
    email: z.string().max(320).optional(),
    locale: Locale.optional(),
    fields: z
      .partialRecord(PersonField, Typed.max(500))
      .overwrite(withTidyPhone)
      .default({})
      .meta({ description: 'Only what changes. An empty text deletes a detail.' }),
    reason: Typed.min(3, 'Enter why, in a few words.').max(1000),
  })
  .meta({
    id: 'CorrectionBody',
    examples: [{ fields: { name: 'Anna Holm' }, reason: 'Married; wrote to us.' }],
  });
export type CorrectionBody = z.infer<typeof CorrectionBody>;

/** What a correction answers: the number of its request. */
export const Corrected = z.object({ number: z.number() }).meta({ id: 'Corrected' });

/** `POST /v1/people/{id}/restriction-lifted` (GDPR art. 18(3)) */
export const LiftBody = z
  .strictObject({ reason: reason.meta({ examples: ['We have checked and corrected your data.'] }) })
  .meta({ id: 'LiftBody' });
export type LiftBody = z.infer<typeof LiftBody>;

/** What lifting a restriction answers: how many purposes and subscriptions apply again as before. */
export const Lifted = z.object({ restored: z.number() }).meta({ id: 'Lifted' });
