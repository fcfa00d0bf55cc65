import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { canonicalLocale } from '../../contract/locale.ts';
import type { Person } from '../../contract/people.ts';
import type { Reach } from '../../contract/sessions.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import { answerPage, pageOrigin } from '../../pages/form-page.ts';
import { knownSurroundings } from '../../pages/privacy.ts';
import { type RenderedPreferences, renderPreferences } from '../../pages/render.ts';
import { composeHistory, readPast } from '../../personal-data/history.ts';
import { type Shown, showPreferences } from '../../personal-data/preferences.ts';
import { callerOf } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import type { App } from '../../platform/env.ts';
import { acceptedLocales } from '../../platform/locale.ts';
import { requestsOf } from '../../requests/store.ts';
import { centreTexts } from '../../settings/known-brand.ts';
import { askForEntry, reaches } from '../verify/entry.ts';
import { holderOfCookie } from '../verify/session.ts';
import { within } from './within.ts';

type Content = Pick<RenderedPreferences, 'state'> & Partial<RenderedPreferences>;

/** Reads the locale that a page is asked for in. */
export const localeOf = (c: Context<App>): string => {
  const asked = canonicalLocale(c.req.query('locale') ?? '');
  return asked ?? acceptedLocales(c.req.header('Accept-Language'))[0] ?? 'en';
};

/** The language that a person reads the page in: the one that it was asked for in, or else their own. */
export const localeFor = (c: Context<App>, person: Person): string =>
  c.req.query('locale') ? localeOf(c) : person.locale;

/** What an address ends in so that the page stays in the language that it was asked for in. */
const queryOf = (c: Context<App>): string =>
  c.req.query('locale') ? `?${new URLSearchParams({ locale: localeOf(c) })}` : '';

/** Where the preference centre is, in the language that was asked for. */
export const preferencesPath = (c: Context<App>): string => `/preferences${queryOf(c)}`;

/** Answers the preference centre in one of its states. */
export const page = async (
  c: Context<App>,
  locale: string,
  content: Content,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const words = {
    ...preferenceTextsIn(locale),
    ...centreTexts((await knownSurroundings(c.get('db')))[0], locale),
  };
  c.header('Referrer-Policy', 'same-origin');
  const body = await renderPreferences({
    view: undefined,
    past: undefined,
    requests: undefined,
    notice: undefined,
    email: undefined,
    host: `${pageOrigin(c)}/`,
    query: queryOf(c),
    words,
    ...content,
  });
  const hosted = { locale, title: words.title, body, withoutScript: true, script: '/unsaved.js' };
  return answerPage(c, hosted, status);
};

/** Reads the person whose session it is, and sets its `reach`; null without a live one. */
export const personOf = async (c: Context<App>): Promise<Person | null> => {
  const holder = await holderOfCookie(c);
  if (!holder) return null;
  c.set('reach', holder.reach);
  return holder.person;
};

/** Asks for the address. */
export const asks = (c: Context<App>, said?: string) =>
  page(
    c,
    localeOf(c),
    { state: { is: 'asking' }, notice: { text: said, isProblem: true } },
    said ? 401 : 200,
  );

/** What the page shows besides the preferences; the brand is remembered for it. */
const readBeside = async (db: Database, person: Person) => {
  const [past, requests] = await Promise.all([
    readPast(db, person),
    requestsOf(db, person.id),
    knownSurroundings(db),
  ]);
  return { past, requests };
};

const answerShown = async (
  c: Context<App>,
  { shown, beside }: { shown: Shown; beside: Awaited<ReturnType<typeof readBeside>> },
  notice: RenderedPreferences['notice'],
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const { preferences, seen } = shown;
  const { locale } = preferences;
  const view = within(c.get('reach'), preferences);
  const past = composeHistory(beside.past, seen.centre.lists, locale);
  const { requests } = beside;
  return page(c, locale, { state: { is: 'in' }, view, past, requests, notice }, status);
};

/** Shows a person what was composed of theirs just now, as far as their session reaches. */
export const showAgain = async (
  c: Context<App>,
  shown: Shown,
  notice: RenderedPreferences['notice'] = {},
): Promise<Response> => {
  const beside = await readBeside(c.get('db'), shown.seen.person);
  return answerShown(c, { shown, beside }, notice);
};

/** Shows a person what stands of theirs, as far as their session reaches. */
export const showAll = async (
  c: Context<App>,
  person: Person,
  locale: string,
  notice: RenderedPreferences['notice'] = {},
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const db = c.get('db');
  const [shown, beside] = await Promise.all([
    showPreferences(db, person, locale),
    readBeside(db, person),
  ]);
  return answerShown(c, { shown, beside }, notice, status);
};

/**
 * Lets a session through only if it allows so much, and sets its `person`. Without one the address is asked for; of
 * one that allows less a code, which is sent to the person's address if something was posted: a link that is
 * opened sends nothing.
 */
export const signedIn = (needed: Reach = 'choices') =>
  createMiddleware<App>(async (c, next) => {
    const person = await personOf(c);
    if (!person) return asks(c, preferenceTextsIn(localeOf(c)).over);
    c.set('person', person);
    if (reaches(c.get('reach'), needed)) return next();
    const { email, locale } = person;
    if (c.req.method === 'GET') return page(c, locale, { state: { is: 'asking' }, email }, 403);
    const entry = askForEntry(callerOf(c), { email, locale });
    return page(c, locale, { state: { is: 'code', entry }, email }, 403);
  });
