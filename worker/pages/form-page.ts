import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FormAnswer } from '../contract/form.ts';
import type { FormStyle } from '../contract/style.ts';
import { pageStyle } from '../forms/style.ts';
import { formTextsIn } from '../locales/form.ts';
import { textsIn } from '../locales/shipped.ts';
import type { App } from '../platform/env.ts';
import { brandStyles } from '../settings/branding/styles.ts';
import type { Brand } from '../settings/known-brand.ts';
import { document, type HostedPage } from './document.ts';
import { languagesOf } from './languages.ts';
import { type Allowed, contentPolicy } from './policy.ts';
import { knownSurroundings, privacyUrlIn } from './privacy.ts';
import { type RenderedForm, renderForm } from './render.ts';

/** What a form page shows besides the form: what was given, what is wrong. */
export type Filled = Partial<Pick<RenderedForm, 'prefill' | 'given' | 'errors' | 'why'>> & {
  /** The languages that the form is published in; it offers no other. */
  languages?: readonly string[];
  style?: FormStyle | undefined;
};

/**
 * The origin at which a browser sees a hosted page. It need not be `PUBLIC_URL`, and the page may send
 * its form nowhere else.
 */
export const pageOrigin = (c: Context<App>): string => new URL(c.req.url).origin;

/** Answers with a hosted page in the looks of a brand; see `answerPage`. */
export const answerBranded = async (
  c: Context<App>,
  { brand, privacyLinks }: { brand: Brand; privacyLinks: Record<string, string> },
  page: HostedPage,
  status: ContentfulStatusCode,
  { style, ...allowed }: Allowed & { style?: FormStyle } = {},
): Promise<Response> => {
  const styles = `${brandStyles(brand)}${pageStyle(style)}`;
  const { logo, name } = brand;
  const surroundings = {
    logo,
    name,
    privacyUrl: privacyUrlIn(brand, privacyLinks, page.locale),
    languages: languagesOf(c, page.languages),
  };
  c.header('Content-Security-Policy', await contentPolicy({ ...allowed, styles }));
  c.header('Cache-Control', 'no-store');
  c.header('Content-Language', page.locale);
  return c.html(document(page, surroundings, styles), status);
};

/** Answers with a hosted page under its CSP; never cached, because each has its own key. */
export const answerPage = async (
  c: Context<App>,
  page: HostedPage,
  status: ContentfulStatusCode = 200,
  allowed: Allowed & { style?: FormStyle } = {},
): Promise<Response> => {
  const db = c.get('db');
  const [brand, privacyLinks] = await knownSurroundings(db);
  return answerBranded(c, { brand, privacyLinks }, page, status, allowed);
};

/** The page of a form, or of its message when it is closed. */
export const answerForm = async (
  c: Context<App>,
  answer: FormAnswer,
  { style, languages = [], ...filled }: Filled,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const { locale } = answer;
  if (!answer.active) {
    const body = await html`<h1>${answer.inactive}</h1>`;
    return answerPage(c, { locale, title: answer.inactive, body, languages }, status);
  }
  const origin = pageOrigin(c);
  const { redirect } = answer.done;
  const body = await renderForm({
    definition: answer,
    texts: formTextsIn(locale),
    host: `${origin}/`,
    prefill: {},
    given: {},
    errors: {},
    ...filled,
    robot: textsIn(locale).refused.robot,
    idempotencyKey: crypto.randomUUID(),
    page: `${origin}/f/${answer.form}`,
  });
  const title = answer.title ?? answer.submit;
  return answerPage(c, { locale, title, body, languages }, status, {
    formAction: redirect ? new URL(redirect).origin : '',
    turnstile: answer.turnstile !== undefined,
    ...(style ? { style } : {}),
  });
};
