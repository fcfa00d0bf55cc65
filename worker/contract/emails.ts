import { z } from 'zod';
import { Email, Id, OneLine, Time } from './words.ts';

/** The emails that the server sends. */
export const EmailTemplate = z
  .enum([
    'privacy-notice',
    'confirmation',
    'entry',
    'request-received',
    'request-done',
    'address-old',
    'address-new',
    'receipt',
    'breach-notice',
    'breach-reported',
    'sign-in',
    'invitation',
    'source-notice',
    'purpose-changed',
    'request-refused',
    'request-extended',
    'restriction-lifted',
    'data-ready',
    'log-halted',
    'webhook-disabled',
    'log-checkpoint',
  ])
  .meta({ id: 'EmailTemplate' });
export type EmailTemplate = z.infer<typeof EmailTemplate>;

const OWN_NOTICE = /^notice-[a-z0-9](?:-?[a-z0-9])*$/;

/** The key of a privacy notice that an operator wrote beside those that ship. */
export const OwnNotice = z
  .templateLiteral(['notice-', z.string().max(50)])
  .refine((key) => OWN_NOTICE.test(key), 'Use lower-case letters, digits and hyphens.')
  .meta({ examples: ['notice-partners'] });
export type OwnNotice = z.infer<typeof OwnNotice>;

export const isOwnNotice = (template: string): template is OwnNotice =>
  OwnNotice.safeParse(template).success;

/** An email that the server sends, or a privacy notice of the operator's own. */
export const TemplateName = z.union([EmailTemplate, OwnNotice]).meta({ id: 'TemplateName' });
export type TemplateName = z.infer<typeof TemplateName>;

/** What a source may send to those whom it brings: a privacy notice that ships, or one of the operator's own. */
export const NoticeName = z
  .union([z.enum(['privacy-notice', 'source-notice']), OwnNotice])
  .meta({ id: 'NoticeName' });
export type NoticeName = z.infer<typeof NoticeName>;

/** The texts of an email in one language. `{places}` are filled in; a blank line separates paragraphs. */
export const EmailTexts = z.strictObject({
  subject: OneLine.min(1),
  body: z.string().min(1).max(5000),
  button: z.string().max(100),
  footer: z.string().min(1).max(1000),
});
export type EmailTexts = z.infer<typeof EmailTexts>;

/** `PUT /v1/mail/templates/{template}/{locale}`: texts as they are read, so that they can be edited and sent back. */
export const SavedEmailTexts = EmailTexts.extend({
  /** Found again with each save, whatever is sent. */
  changed: z.boolean().optional(),
}).meta({
  examples: [
    {
      subject: 'Confirm your email address',
      body: 'Someone signed up with this address on {page}.',
      button: 'Confirm',
      footer: 'You get this email because this address was entered there.',
    },
  ],
});

/** `POST /v1/mail/templates/{template}/{locale}/preview`: texts that need not be saved. */
export const PreviewBody = EmailTexts.meta({
  examples: [
    {
      subject: 'Confirm your email address',
      body: 'Someone signed up with this address on {page}.',
      button: 'Confirm',
      footer: 'You get this email because this address was entered there.',
    },
  ],
});

/** An email as its reader would see it, about nobody. */
export const EmailPreview = z
  .object({ subject: z.string(), html: z.string(), text: z.string() })
  .meta({ id: 'EmailPreview' });

/** `POST /v1/mail/templates/{template}/{locale}/tests`: to whom, an active user of the console. */
export const TestBody = EmailTexts.extend({ to: Email });

/** The texts of an email in one language, and whether an operator changed them. */
export const CurrentTexts = EmailTexts.extend({ changed: z.boolean() }).meta({
  id: 'CurrentEmailTexts',
});
export type CurrentTexts = z.infer<typeof CurrentTexts>;

/** `GET /v1/mail/templates`: template → language → texts. */
export const EmailTemplates = z.record(
  z.string().meta({ examples: ['confirmation'] }),
  z.record(z.string().meta({ examples: ['en'] }), CurrentTexts),
);

/** `GET /v1/mail/health`; counts go no further than a thousand. */
export const OutboxHealth = z
  .object({
    waiting: z.number(),
    dead: z.number().meta({ description: 'Failed after the last try.' }),
    sent: z.number().meta({ description: 'In the last day.' }),
    oldest: Time.nullable().meta({ description: 'Since when one waits.' }),
  })
  .meta({ id: 'OutboxHealth' });
export type OutboxHealth = z.infer<typeof OutboxHealth>;

/** A failed email, without its content. */
export const DeadEmail = z
  .object({
    id: z.string(),
    person: Id.nullable(),
    template: z.string().meta({ examples: ['confirmation'] }),
    tries: z.number(),
    error: z.string().nullable(),
    createdAt: Time,
  })
  .meta({ id: 'DeadEmail' });
export type DeadEmail = z.infer<typeof DeadEmail>;

/** `GET /v1/mail/dead` */
export const DeadEmails = z.object({ dead: z.array(DeadEmail) });

/** How many emails are tried again. */
export const Retried = z.object({ retried: z.number() }).meta({ id: 'Retried' });

/** How an email about a request fares. */
export const EmailAbout = z
  .object({
    template: z.string().meta({ examples: ['request-done'] }),
    state: z.enum(['waiting', 'sent', 'dead']),
    error: z.string().nullable(),
    createdAt: Time,
    sentAt: Time.nullable(),
  })
  .meta({ id: 'EmailAbout' });
export type EmailAbout = z.infer<typeof EmailAbout>;

/** A failed email of a submission. */
export const FailedEmail = z
  .object({
    template: z.string().meta({ examples: ['confirmation'] }),
    error: z.string().nullable(),
  })
  .meta({ id: 'FailedEmail' });
export type FailedEmail = z.infer<typeof FailedEmail>;
