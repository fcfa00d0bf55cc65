import type { Texts } from '../../../widget/locales/texts.ts';
import { fieldKinds } from '../../contract/field-kinds.ts';
import type { FieldKind, FormView, PurposeAsked } from '../../contract/form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { Decided, SubmissionBody } from '../../contract/submission.ts';
import { tidied } from '../../contract/tidied.ts';
import { isShown } from '../../contract/visibility.ts';
import { fieldError } from '../../forms/answer-rules.ts';
import type { Rule } from '../../ledger/record.ts';
import { textsIn } from '../../locales/shipped.ts';
import { normaliseEmail } from '../../platform/email.ts';

/** A decision with the rule by which the ledger takes it. */
export type RuledDecision = Decided & { rule: Rule };

/** What a visitor answered, once it is known to be good. */
export type GoodAnswers = {
  email: string;
  fields: Record<string, string | string[]>;
  decisions: RuledDecision[];
};

export type ReadAnswers = { ok: true; answers: GoodAnswers } | { ok: false; errors: FieldError[] };

const tidyAnswer = (kind: FieldKind, answer: string | string[]): string | string[] =>
  typeof answer === 'string' ? tidied(kind, answer) : answer.filter(Boolean);

/** Whether a subscription type is chosen; the only one under a purpose is what a yes to it is about. */
const isChosen = (
  key: string,
  { length }: PurposeAsked['subscriptions'],
  { subscriptions }: SubmissionBody,
): boolean => subscriptions[key] ?? length === 1;

const decide = (
  { key, asks, legalBasis, subscriptions }: PurposeAsked,
  body: SubmissionBody,
  { shown, confirm }: { shown: boolean; confirm: boolean },
): RuledDecision[] => {
  if (!asks) return shown ? [{ purpose: key, decision: 'informed', legalBasis, rule: 'told' }] : [];
  const isGiven = body.purposes[key] === true;
  if (!isGiven && !shown) return [];
  const yes = confirm
    ? ({ decision: 'pending', rule: 'ticked' } as const)
    : ({ decision: 'given', rule: 'ticked' } as const);
  const own: RuledDecision = isGiven
    ? { purpose: key, legalBasis, ...yes }
    : { purpose: key, decision: 'refused', legalBasis, rule: 'first' };
  // Its subscription types are shown only once the purpose is ticked.
  if (!isGiven) return [own];
  return [
    own,
    ...subscriptions.map(
      ({ key: subscription }): RuledDecision =>
        isChosen(subscription, subscriptions, body)
          ? { subscription, legalBasis, ...yes }
          : { subscription, decision: 'refused', legalBasis, rule: 'first' },
    ),
  ];
};

/** The legal basis of what goes on until someone objects, as they do by Global Privacy Control (GDPR art. 21(5)). */
const LEGITIMATE_INTEREST = '61F';

/** Leaves out notices of purposes of legitimate interest, which then do not begin. */
export const withoutNotices = (decisions: readonly RuledDecision[]): RuledDecision[] =>
  decisions.filter(({ rule, legalBasis }) => rule !== 'told' || legalBasis !== LEGITIMATE_INTEREST);

const unknownKeys = (view: FormView, body: SubmissionBody): FieldError[] => {
  const purposes = view.sections.flatMap((section) => section.purposes).filter(({ asks }) => asks);
  const known = new Set([
    ...view.sections.flatMap(({ fields }) => fields.map(({ key }) => `fields.${key}`)),
    ...purposes.map(({ key }) => `purposes.${key}`),
    ...purposes.flatMap(({ subscriptions }) =>
      subscriptions.map(({ key }) => `subscriptions.${key}`),
    ),
  ]);
  return [
    ...Object.keys(body.fields).map((key) => `fields.${key}`),
    ...Object.keys(body.purposes).map((key) => `purposes.${key}`),
    ...Object.keys(body.subscriptions).map((key) => `subscriptions.${key}`),
  ]
    .filter((name) => !known.has(name))
    .map((field) => ({ field, code: 'unknown', message: `The form has no "${field}".` }));
};

/** A subscription under a purpose that was not agreed to would be a consent nobody gave. */
const orphans = (view: FormView, body: SubmissionBody): FieldError[] =>
  view.sections
    .flatMap(({ purposes }) => purposes)
    .filter(({ key, asks }) => asks && body.purposes[key] !== true)
    .flatMap(({ subscriptions }) => subscriptions)
    .filter(({ key }) => body.subscriptions[key] === true)
    .map(({ key }) => ({
      field: `subscriptions.${key}`,
      code: 'needs',
      message: textsIn(view.locale).refused.needs,
    }));

/** A yes to a purpose with nothing to receive under it would be thanked for, and come to nothing. */
const unchosen = (view: FormView, body: SubmissionBody, texts: Texts): FieldError[] =>
  view.sections
    .flatMap(({ purposes }) => purposes)
    .filter(({ key, asks }) => asks && body.purposes[key] === true)
    .flatMap(({ subscriptions }) => {
      const [first] = subscriptions;
      return first && !subscriptions.some(({ key }) => isChosen(key, subscriptions, body))
        ? [{ field: `subscriptions.${first.key}`, code: 'required', message: texts.choose }]
        : [];
    });

/**
 * Reads a submission against exactly what the visitor saw. What a condition hides is neither asked for
 * nor kept; a purpose that a condition hides was not shown, so leaving it says nothing.
 */
export const readAnswers = (view: FormView, body: SubmissionBody, texts: Texts): ReadAnswers => {
  const errors = [
    ...unknownKeys(view, body),
    ...orphans(view, body),
    ...unchosen(view, body, texts),
  ];
  const fields: GoodAnswers['fields'] = {};
  const decisions: RuledDecision[] = [];

  for (const section of view.sections) {
    const sectionShown = isShown(section.when, fields);
    for (const field of section.fields) {
      if (fieldKinds[field.kind].silent) continue;
      if (!sectionShown || !isShown(field.when, fields)) continue;
      const answer = tidyAnswer(field.kind, body.fields[field.key] ?? field.value ?? '');
      const refused = fieldError(field, answer, texts);
      if (refused) errors.push({ field: `fields.${field.key}`, ...refused });
      else if (answer.length > 0) fields[field.key] = answer;
    }
    decisions.push(
      ...section.purposes.flatMap((purpose) =>
        decide(purpose, body, { shown: sectionShown, confirm: view.confirm === true }),
      ),
    );
  }

  const email = typeof fields.email === 'string' ? normaliseEmail(fields.email) : null;
  if (errors.length > 0) return { ok: false, errors };
  if (!email)
    return { ok: false, errors: [{ field: 'fields.email', code: 'email', message: texts.email }] };
  return { ok: true, answers: { email, fields, decisions } };
};
