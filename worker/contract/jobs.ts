import { z } from 'zod';
import { BreachFacts, BreachTranslations } from './breach.ts';
import { PersonField } from './definition.ts';
import { ErasureReason } from './erasing.ts';
import { OutcomeCount, OutcomeTotals } from './outcomes.ts';
import { RegisteringBody } from './registering.ts';
import { PeopleFilter, PersonLine, StatusCount } from './search.ts';
import { ReadAs } from './tables.ts';
import {
  ActorName,
  Decision,
  Id,
  Key,
  LegalBasisKey,
  Locale,
  SourceKey,
  Time,
  Typed,
} from './words.ts';

const comment = Typed.min(3, 'Say why, in a few words.').max(1000);

/**
 * Sets how a purpose stands for everybody in the segment; without a decision only the legal basis of what
 * holds.
 */
export const UpdateOrders = z.strictObject({
  kind: z.literal('bulk-update'),
  purpose: Key,
  decision: Decision.exclude(['pending', 'expired']).optional(),
  legalBasis: LegalBasisKey,
  source: SourceKey,
  comment,
});

/** Erases everybody in the segment. */
export const DeleteOrders = z.strictObject({
  kind: z.literal('bulk-delete'),
  reason: ErasureReason,
  comment,
});

/** Tells those who agreed to a purpose that its words have changed. */
export const ConsentRenewalOrders = z.strictObject({
  kind: z.literal('consent-renewal'),
  purpose: Key,
});

/** Tells everybody in the segment what is kept of them (GDPR art. 14). */
export const NoticeOrders = z.strictObject({ kind: z.literal('notice') });

/** Tells everybody in the segment of a breach (GDPR art. 34). */
export const BreachOrders = z.strictObject({
  kind: z.literal('breach-notice'),
  breach: z.string(),
  facts: BreachFacts,
  translations: BreachTranslations.default({}),
});

/** Undoes a finished import or bulk update as a whole. */
export const UndoOrders = z.strictObject({ kind: z.literal('undo'), job: Id, comment });
export type UndoOrders = z.infer<typeof UndoOrders>;

/** Mailing tools whose exports are known by their columns. */
export const ExportTool = z.enum(['mailchimp', 'brevo', 'hubspot', 'klaviyo', 'listmonk']);
export type ExportTool = z.infer<typeof ExportTool>;

/**
 * What a column of a file holds: a part of a person, what they decided on a purpose or a subscription type
 * (`purpose:e-marketing`: yes, no or blank), when they did, how it came, or nothing that is imported. What a tool
 * says of someone as a whole (`status`, `opted-out`, `opted-out-at`) decides on the purposes of everyone in the
 * file; `opted-out:newsletter` says who left a subscription type, `bounced` whose address refuses emails, and the
 * others are evidence.
 */
export const Column = z
  .union([
    z.literal(''),
    z.enum(['email', 'locale', 'decided-at', 'source', 'legal-basis', 'comment']),
    z.enum(['status', 'opted-out', 'opted-out-at', 'bounced', 'opted-in-at']),
    z.enum(['opt-in-ip', 'confirm-ip', 'opt-in-source', 'opt-out-reason']),
    PersonField,
    z.string().regex(/^(purpose|subscription|opted-out):[a-zA-Z0-9-]+$/),
  ])
  .meta({ examples: ['email'] });

export type Column = z.infer<typeof Column>;

/** Registers everybody in a file. */
export const ImportOrders = z.strictObject({
  kind: z.literal('import'),
  ...RegisteringBody.shape,
  file: z.string().max(200),
  readAs: ReadAs.nullable().default(null),
  /** The tool that the file was exported from, where its columns tell. */
  tool: ExportTool.nullable().default(null),
  /** The time zone of moments that name none. */
  zone: z.string().default('UTC'),
  header: z.array(z.string().max(200)).max(200),
  columns: z.array(Column).max(200),
  purposes: z.array(Key).max(20),
  locale: z.string(),
  /** Whether the user who began it may change the subscriptions of people who are known already. */
  subscribesKnown: z.boolean().default(false),
});

export type ImportOrders = z.infer<typeof ImportOrders>;

/** What a job is to do. */
export const Orders = z.discriminatedUnion('kind', [
  UpdateOrders,
  DeleteOrders,
  ConsentRenewalOrders,
  NoticeOrders,
  BreachOrders,
  ImportOrders,
  UndoOrders,
]);

export type Orders = z.infer<typeof Orders>;

export const JobKind = z.enum([
  'bulk-update',
  'bulk-delete',
  'consent-renewal',
  'notice',
  'breach-notice',
  'import',
  'undo',
]);

export type JobKind = z.infer<typeof JobKind>;

export const JobState = z.enum(['draft', 'running', 'stopped', 'done', 'failed']);
export type JobState = z.infer<typeof JobState>;

/** Work over many people: what, over whom, and how far it is. */
export const Job = z.object({
  id: Id,
  kind: JobKind,
  state: JobState,
  filter: PeopleFilter,
  orders: Orders,
  cursor: z.string(),
  seen: z.number(),
  changed: z.number(),
  total: z.number(),
  error: z.string().nullable(),
  actor: ActorName,
  createdAt: Time,
  endedAt: Time.nullable(),
  outcomes: OutcomeTotals,
  undoneBy: Id.nullable().meta({ description: 'the job that undoes this one' }),
});
export type Job = z.infer<typeof Job>;

/** `GET /v1/jobs` */
export const Jobs = z.object({ jobs: z.array(Job) });

/** `POST /v1/jobs/dry-runs` */
export const JobDryRunBody = z.strictObject({ filter: PeopleFilter, orders: Orders });
export type JobDryRunBody = z.infer<typeof JobDryRunBody>;

/** How many people fit a filter, and what would come of them; they are shown only with `people-read`. */
export const JobDryRun = z.object({
  count: z.number(),
  sample: z.array(PersonLine),
  outcomes: z.array(OutcomeCount).meta({
    description: 'Of a notice: who gets it, and who has had one. Empty for other emails.',
  }),
  statuses: z
    .array(StatusCount)
    .meta({ description: 'How the purposes stand for these people now.' }),
});
export type JobDryRun = z.infer<typeof JobDryRun>;

/** `POST /v1/jobs`: over whom, what, and how many the dry run counted, so that nobody is surprised. */
export const NewJobBody = z.strictObject({
  filter: PeopleFilter,
  orders: Orders,
  expected: z.int().min(0),
});

export type NewJobBody = z.infer<typeof NewJobBody>;

/** What is wrong with a row, never what it says, and whether all of the row is left out or only that value. */
export const ImportProblem = z
  .object({
    number: z
      .number()
      .meta({ description: 'The row as a spreadsheet counts it: the header is 1.' }),
    field: z.string(),
    code: z.string(),
    dropped: z.enum(['row', 'value']),
  })
  .meta({
    id: 'ImportProblem',
    examples: [{ number: 7, field: 'email', code: 'email', dropped: 'row' }],
  });
export type ImportProblem = z.infer<typeof ImportProblem>;

/** `GET /v1/imports/{id}/problems` */
export const ImportProblems = z.object({ problems: z.array(ImportProblem) });

/** What would come of importing: how many rows are good, and what is wrong with the others. */
export const DryRun = z.object({
  rows: z.number(),
  good: z.number(),
  problems: z.array(ImportProblem),
  more: z.number().meta({ description: 'How many problems are left out.' }),
  bounced: z.number().meta({ description: 'How many addresses will be marked as undeliverable.' }),
  outcomes: z.array(OutcomeCount),
});
export type DryRun = z.infer<typeof DryRun>;

/** The query of `POST /v1/imports`. */
export const ImportQuery = RegisteringBody.extend({
  locale: Locale.default('en'),
  name: z.string().max(200).default(''),
});

/** 201 of `POST /v1/imports`: a draft, how its file was read, and a guess of what its columns hold. */
export const ImportDraft = z.object({
  id: Id,
  readAs: ReadAs,
  rows: z.number(),
  tool: ExportTool.nullable().meta({ description: 'The tool that the file was exported from.' }),
  header: z.array(z.string()),
  columns: z.array(Column),
});

/** What a file's columns hold, and for which purposes its people are kept. */
export const Mapping = z.strictObject({
  columns: z.array(Column).min(1).max(200),
  purposes: z.array(Key).max(20).default([]),
});

export type Mapping = z.infer<typeof Mapping>;
