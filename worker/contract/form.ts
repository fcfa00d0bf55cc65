import { z } from 'zod';
import { FormKey, Key, LegalBasisKey, Locale, Part, Sha256 } from './words.ts';

/** A field or section is shown when the earlier field `field` has an answer, or one among `is`. */
export const Condition = z
  .strictObject({
    field: Key,
    is: z.array(z.string().max(200)).min(1).max(100).optional(),
  })
  .meta({ id: 'Condition' });
export type Condition = z.infer<typeof Condition>;

export const FieldKind = z.enum([
  'text',
  'email',
  'tel',
  'textarea',
  'select',
  'radio',
  'checkbox',
  'checkboxes',
  'date',
  'integer',
  'country',
  'hidden',
  'rating',
  'file',
  'heading',
  'paragraph',
  'image',
]);
export type FieldKind = z.infer<typeof FieldKind>;

export const Option = z.object({ value: z.string(), label: z.string() });
export type Option = z.infer<typeof Option>;

/** A field as a visitor sees it, in one locale. Lengths are in UTF-16 units, dates are `YYYY-MM-DD`. */
export const Field = z
  .object({
    key: Key,
    kind: FieldKind,
    label: z.string(),
    help: z.string().optional(),
    placeholder: z.string().optional(),
    required: z.boolean().optional(),
    width: z.enum(['full', 'half']).optional(),
    autocomplete: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    min: z.union([z.number(), z.string()]).optional(),
    max: z.union([z.number(), z.string()]).optional(),
    options: z.array(Option).optional(),
    /**
     * What a `hidden` field sends when the page gives none; the endings that a `file` may have (`pdf,docx`);
     * which image an `image` shows, and its size (`{sha256}-{width}x{height}`).
     */
    value: z.string().optional(),
    when: Condition.optional(),
  })
  .meta({ id: 'Field' });
export type Field = z.infer<typeof Field>;

export const SubscriptionAsked = z
  .object({
    key: Key,
    name: z.string(),
    description: z.string(),
    channel: z.string(),
  })
  .meta({ id: 'SubscriptionAsked' });
export type SubscriptionAsked = z.infer<typeof SubscriptionAsked>;

/** A purpose as a visitor sees it: a question with a checkbox (`asks`), or a notice without one. */
export const PurposeAsked = z
  .object({
    key: Key,
    asks: z.boolean(),
    legalBasis: LegalBasisKey,
    title: z.string(),
    /** Beside the checkbox, or the notice itself. */
    text: z.string(),
    description: z.string(),
    privacyTitle: z.string(),
    privacyUrl: z.string(),
    subscriptions: z.array(SubscriptionAsked),
  })
  .meta({ id: 'PurposeAsked' });
export type PurposeAsked = z.infer<typeof PurposeAsked>;

/** A page of a form. */
export const Section = z
  .object({
    key: Key,
    title: z.string().optional(),
    intro: z.string().optional(),
    when: Condition.optional(),
    fields: z.array(Field),
    purposes: z.array(PurposeAsked),
  })
  .meta({ id: 'Section' });
export type Section = z.infer<typeof Section>;

/** Exactly what a visitor is shown: the content of a statement. */
export const FormView = z
  .object({
    form: FormKey,
    version: z.number(),
    part: Part,
    locale: Locale,
    title: z.string().optional(),
    intro: z.string().optional(),
    submit: z.string(),
    done: z.object({ title: z.string(), text: z.string(), redirect: z.string().optional() }),
    sections: z.array(Section),
    /** What is ticked is pending until the address is confirmed. */
    confirm: z.literal(true).optional(),
  })
  .meta({ id: 'FormView' });
export type FormView = z.infer<typeof FormView>;

/** What a visitor reads while the address waits for its confirmation. */
export const ConfirmTexts = z
  .object({
    title: z.string(),
    /** `{email}` is the address. */
    text: z.string(),
    code: z.string(),
    button: z.string(),
    again: z.string(),
    sent: z.string(),
    /** How many emails go out at most, and when the next can be asked for. */
    capped: z.string(),
    /** While another cannot be asked for yet; `{when}` is such as `in 28 seconds`. */
    wait: z.string(),
    /** The way back to the form, for an address that was mistyped. */
    other: z.string(),
    wrong: z.string(),
    press: z.string(),
    late: z.string(),
    /** Above what stands now, where there is nothing more to confirm. */
    done: z.string(),
    /** What was to be confirmed is no longer kept. */
    gone: z.string(),
  })
  .meta({ id: 'ConfirmTexts' });
export type ConfirmTexts = z.infer<typeof ConfirmTexts>;

/** The parts of the widget that some forms need from the start, by name. */
export const FormPart = z.enum(['kinds', 'elements', 'paging', 'confirm']);
export type FormPart = z.infer<typeof FormPart>;

/** What a visitor reads of a file that cannot be sent. */
export const FileTexts = z.object({
  /** `{n}` is how large it may be, in MB. */
  large: z.string(),
  /** `{types}` are the endings that it may have. */
  type: z.string(),
});
export type FileTexts = z.infer<typeof FileTexts>;

/** `GET /v1/forms/{key}` while the form takes submissions. */
export const OpenForm = z
  .object({
    ...FormView.shape,
    active: z.literal(true),
    statement: Sha256,
    /** A Cloudflare Turnstile site key, where the operator turned that on. */
    turnstile: z.string().optional(),
    /** CSS declarations of a form that has a look of its own. */
    style: z.string().optional(),
    /** The words around a confirmation, where the form asks for one. */
    confirming: ConfirmTexts.optional(),
    /** The words around a file, where the form asks for one. */
    files: FileTexts.optional(),
    /** What the widget fetches for this form besides its own code. */
    parts: z.array(FormPart).optional(),
  })
  .meta({ id: 'OpenForm' });
export type OpenForm = z.infer<typeof OpenForm>;

/** `GET /v1/forms/{key}` when it has expired, is full or was switched off. */
export const ClosedForm = z
  .object({
    form: FormKey,
    locale: Locale,
    active: z.literal(false),
    inactive: z.string(),
  })
  .meta({ id: 'ClosedForm' });
export type ClosedForm = z.infer<typeof ClosedForm>;

/** `GET /v1/forms/{key}?locale=da&part=form` */
export const FormAnswer = z.discriminatedUnion('active', [OpenForm, ClosedForm]);
export type FormAnswer = z.infer<typeof FormAnswer>;
