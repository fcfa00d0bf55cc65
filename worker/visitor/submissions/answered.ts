import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FieldError } from '../../contract/problem.ts';
import type { SubmissionAnswer, SubmissionBody } from '../../contract/submission.ts';
import type { KnownForm } from '../../forms/cache.ts';
import { formAnswer } from '../../forms/open.ts';
import { answerForm } from '../../pages/form-page.ts';
import type { App } from '../../platform/env.ts';

/** Where a page without JavaScript is led once its form is recorded. */
export const thanksAddress = (
  form: KnownForm,
  { version, locale }: SubmissionBody,
  { receipt, outcome }: SubmissionAnswer,
): string => {
  const redirect = form.current.version === version ? outcome.redirect : undefined;
  return redirect ?? `/f/${form.settings.key}/thanks?receipt=${receipt}&locale=${locale}`;
};

const given = ({ fields, purposes, subscriptions }: SubmissionBody): Record<string, string[]> => {
  const ticked = (group: string, answers: Record<string, boolean>) =>
    Object.entries(answers).map(([key, yes]) => [`${group}.${key}`, yes ? ['yes'] : []]);
  return Object.fromEntries([
    ...Object.entries(fields).map(([key, value]) => [`fields.${key}`, [value].flat()]),
    ...ticked('purposes', purposes),
    ...ticked('subscriptions', subscriptions),
  ]);
};

/** Why a form without JavaScript comes back: what is wrong with it, or that sending failed. */
export type ComesBack = {
  status: ContentfulStatusCode;
  errors?: FieldError[];
  why?: 'failed' | 'busy' | 'robot';
};

/** The page of a form again, with every answer still in it. */
export const answeredPage = (
  c: Context<App>,
  form: KnownForm,
  body: SubmissionBody,
  { status, errors = [], why }: ComesBack,
): Promise<Response> =>
  answerForm(
    c,
    formAnswer(form, [body.locale], 'form', c.env.TURNSTILE_SITE_KEY),
    {
      style: form.current.definition.style,
      given: given(body),
      errors: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
      why,
    },
    status,
  );
