import { z } from 'zod';
import { ActorName, Id, Locale, Time, Typed } from './words.ts';

/** What a breach notice says (GDPR art. 34(2)), in plain words for its reader. */
export const BreachFacts = z.strictObject({
  nature: z.string().min(1).max(3000),
  consequences: z.string().min(1).max(3000),
  measures: z.string().min(1).max(3000),
  contact: z.string().min(1).max(500),
});
export type BreachFacts = z.infer<typeof BreachFacts>;

/** What a breach did to the data (GDPR art. 4(12)). */
export const BreachKind = z.enum(['confidentiality', 'integrity', 'availability']);
export type BreachKind = z.infer<typeof BreachKind>;

/** How much a breach puts people at risk: the authority need not be told of none, people are told of a high one. */
export const BreachRisk = z.enum(['unknown', 'none', 'risk', 'high']);
export type BreachRisk = z.infer<typeof BreachRisk>;

/** How well a number is known: the authority may be told of a part first, and of the rest later (GDPR art. 33(4)). */
export const KnownAs = z.enum(['about', 'at-least', 'at-most', 'exactly']);
export type KnownAs = z.infer<typeof KnownAs>;

const count = z.int().min(0).max(1e10).nullable().default(null);

/** What the authority asks for besides (GDPR art. 33(3)(a) and 33(1)). A number that is null is unknown. */
export const BreachDetails = z.strictObject({
  kinds: z.array(BreachKind).max(3).default([]),
  /** When it happened, in words: it is often not known exactly. */
  happened: Typed.max(500).default(''),
  peopleCategories: Typed.max(2000).default(''),
  people: count,
  peopleKnown: KnownAs.default('about'),
  dataCategories: Typed.max(2000).default(''),
  records: count,
  recordsKnown: KnownAs.default('about'),
  risk: BreachRisk.default('unknown'),
  /** Why the risk is so, and why the authority was told later than after 72 hours or not at all. */
  reasons: Typed.max(3000).default(''),
});
export type BreachDetails = z.infer<typeof BreachDetails>;

/** What the notice says in other languages, by language: the whole of it. */
export const BreachTranslations = z.record(Locale, BreachFacts);
export type BreachTranslations = z.infer<typeof BreachTranslations>;

/** `POST /v1/breaches`, `PUT /v1/breaches/{id}` */
export const BreachBody = z.strictObject({
  title: Typed.min(1, 'Enter a name for the case.').max(200),
  /** UTC ms */
  discoveredAt: Time.positive(),
  facts: BreachFacts,
  translations: BreachTranslations.default({}),
  details: BreachDetails.default(BreachDetails.parse({})),
});
/** A case as it is opened or changed; what is left out of it is empty. */
export type BreachInput = z.input<typeof BreachBody>;

/** `POST /v1/breaches/{id}/authority` */
export const AuthorityBody = z.strictObject({
  /** When it was told; now unless it is named. */
  at: Time.positive().optional(),
  /** The authority's own number of the case. */
  reference: Typed.max(200).default(''),
});
export type AuthorityBody = z.infer<typeof AuthorityBody>;

/** A breach of personal data: what happened, when the authority was notified, and how many people were. */
export const BreachCase = z
  .object({
    id: Id,
    title: z.string(),
    facts: BreachFacts,
    translations: BreachTranslations,
    details: BreachDetails,
    discoveredAt: Time,
    authorityAt: Time.nullable(),
    authorityReference: z.string(),
    closedAt: Time.nullable(),
    createdBy: ActorName,
    createdAt: Time,
    notified: z.number(),
    firstNotifiedAt: Time.nullable(),
    lastNotifiedAt: Time.nullable(),
  })
  .meta({ id: 'BreachCase' });
export type BreachCase = z.infer<typeof BreachCase>;

/** What staff noted on a breach case. */
export const BreachNote = z
  .object({ actor: ActorName, text: z.string(), notedAt: Time })
  .meta({ id: 'BreachNote' });
export type BreachNote = z.infer<typeof BreachNote>;

/** A file of a breach case, without its content. */
export const BreachFile = z
  .object({ id: Id, name: z.string(), size: z.number(), actor: ActorName, addedAt: Time })
  .meta({ id: 'BreachFile' });
export type BreachFile = z.infer<typeof BreachFile>;

/** `GET /v1/breaches/{id}`: a case with its notes and files. */
export const WholeBreach = BreachCase.extend({
  notes: z.array(BreachNote),
  files: z.array(BreachFile),
}).meta({ id: 'WholeBreach' });
export type WholeBreach = z.infer<typeof WholeBreach>;

/** `POST /v1/breach-reports`: something that may be a breach, as someone noticed it. */
export const BreachReportBody = z
  .strictObject({
    text: Typed.min(10, 'Enter what happened, in at least 10 characters.').max(5000),
    happened: Typed.max(500).default(''),
    contact: Typed.max(500).default(''),
  })
  .meta({
    id: 'BreachReportBody',
    examples: [{ text: 'I got an email that was meant for someone else.' }],
  });
export type BreachReportBody = z.infer<typeof BreachReportBody>;

/** A report as staff see it. */
export const BreachReport = z
  .object({
    id: Id,
    text: z.string(),
    happened: z.string(),
    contact: z.string(),
    reportedBy: ActorName,
    reportedAt: Time,
    closedAt: Time.nullable(),
    breach: Id.nullable().meta({ description: 'The case that was opened from it.' }),
  })
  .meta({ id: 'BreachReport' });
export type BreachReport = z.infer<typeof BreachReport>;

/** `GET /v1/breach-reports` */
export const BreachReports = z.object({ reports: z.array(BreachReport) });

/** `GET /v1/breaches` */
export const Breaches = z.object({ breaches: z.array(BreachCase) });

/** `POST /v1/breach-notices` */
export const BreachNoticesBody = z.strictObject({
  ...BreachFacts.shape,
  translations: BreachTranslations.optional(),
  people: z.array(z.uuid()).min(1).max(1000),
  /** The case that records who was notified. */
  breach: z.uuid().optional(),
});
export type BreachNoticesBody = z.infer<typeof BreachNoticesBody>;

/** 202 of `POST /v1/breach-notices`; `before` is how many were already notified in the case. */
export const BreachNoticesAnswer = z.object({
  queued: z.number(),
  unknown: z.number().meta({ description: 'How many of the ids nobody has.' }),
  before: z.number().optional(),
});
export type BreachNoticesAnswer = z.infer<typeof BreachNoticesAnswer>;
