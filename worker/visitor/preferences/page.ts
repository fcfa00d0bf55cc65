import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { DataFormat } from '../../contract/data.ts';
import { canonicalLocale } from '../../contract/locale.ts';
import type { Person } from '../../contract/people.ts';
import { RequestBody } from '../../contract/requests.ts';
import { Locale, Sha256 } from '../../contract/words.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import { answerPage, pageOrigin } from '../../pages/form-page.ts';
import {
  type RenderedForm,
  type RenderedPreferences,
  renderPreferences,
} from '../../pages/render.ts';
import { readPerson } from '../../people/store.ts';
import { answerData } from '../../personal-data/answer.ts';
import { readData } from '../../personal-data/data.ts';
import { readHistory } from '../../personal-data/history.ts';
import { showPreferences } from '../../personal-data/preferences.ts';
import { readForm } from '../../platform/api/form-body.ts';
import { callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { limited } from '../../platform/limits/limited.ts';
import { acceptedLocales } from '../../platform/locale.ts';
import { parse } from '../../platform/problems/zod.ts';
import { DAY } from '../../platform/time.ts';
import { requestsOf } from '../../requests/store.ts';
import { centreTexts, knownBrand } from '../../settings/known-brand.ts';
import { correct } from '../corrections/correct.ts';
import { askFor, cancelRequest } from '../requests/requests.ts';
import { askForEntry, enterByCode } from '../verify/entry.ts';
import { endSession, keepSession, personOfCookie } from '../verify/session.ts';
import { changesPosted, correctionsPosted, pausesPosted } from './posted.ts';
import { sendReceipt } from './receipt.ts';
import { noneChosen } from './said.ts';
import { savePreferences } from './save.ts';

type Shown = Pick<RenderedPreferences, 'state'> & Partial<RenderedPreferences>;

const localeOf = (c: Context<App>): string => {
  const asked = canonicalLocale(c.req.query('locale') ?? '');
  return asked ?? acceptedLocales(c.req.header('Accept-Language'))[0] ?? 'en';
};

const page = async (
  c: Context<App>,
  locale: string,
  shown: Shown,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const words = {
    ...preferenceTextsIn(locale),
    ...centreTexts(await knownBrand(c.get('db')), locale),
  };
  c.header('Referrer-Policy', 'same-origin');
  const body = await renderPreferences({
    view: undefined,
    past: undefined,
    requests: undefined,
    notice: undefined,
    email: undefined,
    host: `${pageOrigin(c)}/`,
    words,
    ...shown,
  });
  return answerPage(c, { locale, title: words.title, body, withoutScript: true }, status);
};

/** The person whose session it is, or the page that asks for one. */
const personOf = async (c: Context<App>): Promise<Person | null> => {
  const id = await personOfCookie(c);
  return id ? readPerson(c.get('db'), id) : null;
};

const asks = (c: Context<App>, said?: string) =>
  page(
    c,
    localeOf(c),
    { state: { is: 'asking' }, notice: { text: said, isProblem: true } },
    said ? 401 : 200,
  );

const showAll = async (
  c: Context<App>,
  person: Person,
  locale: string,
  notice: RenderedPreferences['notice'] = {},
  status: ContentfulStatusCode = 200,
) => {
  const { preferences } = await showPreferences(c.get('db'), person, locale);
  const [past, requests] = await Promise.all([
    readHistory(c.get('db'), person, locale),
    requestsOf(c.get('db'), person.id),
  ]);
  const shown = { state: { is: 'in' }, view: preferences, past, requests, notice } as const;
  return page(c, locale, shown, status);
};

const Posted = z.record(z.string(), z.union([z.string(), z.file()]));
const AskedFor = RequestBody.extend({ sure: z.string().optional() }).strip();
const SavedThen = z.object({ recordedAt: z.coerce.number().int() });
const Cancelled = z.object({ number: z.coerce.number().int() });
const Save = z.looseObject({ statement: Sha256, locale: Locale });

/**
 * The preference centre as a page of its own, the same with JavaScript and without. Its session is a
 * cookie that no script and no other site can use.
 * - `GET /preferences?locale=`: asks for the address, or shows what stands
 * - `POST /preferences/entries` `email`, `POST /preferences/session` `entry`, `code`: the way in
 * - `POST /preferences`: saves what differs, or with `everything` ends it all
 * - `POST /preferences/requests` `kind`, `message`: uses a right; an erasure is asked about once more.
 *   `POST /preferences/cancel` `number`: takes an erasure back
 * - `POST /preferences/corrections` `fields.…`: corrects what is kept; with `fields.email`, asks for a new
 *   address
 * - `POST /preferences/receipts` `recordedAt`: sends a receipt for what was saved then
 * - `GET /preferences/data?format=json|csv|html&locale=`: everything that is kept; HTML is to be printed
 * - `POST /preferences/leave`: ends the session
 */
export const preferencesPages = new Hono<App>()
  .use(csrf())
  .get('/', async (c) => {
    const person = await personOf(c);
    const asked = c.req.query('locale') ? localeOf(c) : person?.locale;
    return person ? showAll(c, person, asked ?? person.locale) : asks(c);
  })
  .post('/entries', limited('entries'), async (c) => {
    const { email } = parse(Posted, await readForm(() => c.req.parseBody()));
    const written = typeof email === 'string' ? email.slice(0, 320) : '';
    const locale = localeOf(c);
    const entry = askForEntry(callerOf(c), {
      email: normaliseEmail(written),
      locale,
    });
    return page(c, locale, { state: { is: 'code', entry }, email: written });
  })
  .post('/session', limited('codes'), async (c) => {
    const {
      entry = '',
      code = '',
      email = '',
    } = parse(Posted, await readForm(() => c.req.parseBody()));
    const session = await enterByCode(callerOf(c), String(entry), String(code).slice(0, 20));
    if (session) {
      keepSession(c, session);
      return c.redirect('/preferences', 303);
    }
    const locale = localeOf(c);
    const shown = { state: { is: 'code', entry: String(entry) }, email: String(email) } as const;
    const notice = { text: preferenceTextsIn(locale).wrong, isProblem: true };
    return page(c, locale, { ...shown, notice }, 422);
  })
  .post('/', async (c) => {
    const person = await personOf(c);
    if (!person) return asks(c, preferenceTextsIn(localeOf(c)).over);
    const posted = parse(Posted, await readForm(() => c.req.parseBody()));
    const { statement, locale } = parse(Save, posted);
    const words = preferenceTextsIn(locale);
    const { preferences } = await showPreferences(c.get('db'), person, locale);
    const changes = changesPosted(posted, preferences);
    const pauses = pausesPosted(posted);
    const everything = posted.everything !== undefined;
    if (changes.length + pauses.length === 0 && !everything)
      return showAll(c, person, locale, { text: words.same });
    const result = await savePreferences(callerOf(c), person, {
      statement,
      locale,
      changes,
      everything,
      pauses,
      page: `${pageOrigin(c)}/preferences`,
    });
    if (!result.ok && result.why === 'none-chosen') {
      const { message } = noneChosen(result.purpose, locale);
      return showAll(c, person, locale, { text: message, isProblem: true }, 422);
    }
    if (!result.ok) return showAll(c, person, locale, { text: words.failed, isProblem: true }, 409);
    const now = (await personOf(c)) ?? person;
    const { said, decisions, recordedAt } = result.saved;
    return showAll(c, now, locale, {
      text: said,
      savedAt: decisions.length > 0 ? recordedAt : undefined,
    });
  })
  .post('/requests', limited('requests'), async (c) => {
    const person = await personOf(c);
    if (!person) return asks(c, preferenceTextsIn(localeOf(c)).over);
    const { kind, message, sure } = parse(AskedFor, await readForm(() => c.req.parseBody()));
    const { locale } = person;
    if (kind === 'erasure' && !sure) {
      const { preferences } = await showPreferences(c.get('db'), person, locale);
      const actsAt = Date.now() + preferences.erasureDays * DAY;
      return page(c, locale, { state: { is: 'sure', actsAt }, view: preferences });
    }
    await askFor(callerOf(c), person, { kind, message });
    return c.redirect(
      kind === 'portability' ? '/preferences/data?format=json' : '/preferences',
      303,
    );
  })
  .post('/cancel', async (c) => {
    const person = await personOf(c);
    if (!person) return asks(c, preferenceTextsIn(localeOf(c)).over);
    const { number } = parse(Cancelled, await readForm(() => c.req.parseBody()));
    await cancelRequest(callerOf(c), person.id, number);
    return c.redirect('/preferences', 303);
  })
  .post('/corrections', limited('requests'), async (c) => {
    const person = await personOf(c);
    if (!person) return asks(c, preferenceTextsIn(localeOf(c)).over);
    const posted = parse(Posted, await readForm(() => c.req.parseBody()));
    const { email, fields } = correctionsPosted(posted);
    const locale = Locale.safeParse(posted.locale).data ?? person.locale;
    const corrected = await correct(callerOf(c), person, { locale, email, fields });
    if (!corrected.ok) {
      const given: RenderedForm['given'] = { 'fields.email': [email ?? ''] };
      for (const [key, value] of Object.entries(fields)) given[`fields.${key}`] = [value];
      const errors: Record<string, string> = {};
      for (const { field, message } of corrected.errors) errors[field] = message;
      return showAll(c, person, locale, { errors, given }, 422);
    }
    const words = preferenceTextsIn(locale);
    const said = corrected.confirming
      ? words.messages.replace('{email}', () => email ?? '')
      : words[corrected.corrected.length > 0 ? 'saved' : 'same'];
    return showAll(c, (await personOf(c)) ?? person, locale, { text: said });
  })
  .post('/receipts', limited('requests'), async (c) => {
    const person = await personOf(c);
    if (!person) return asks(c, preferenceTextsIn(localeOf(c)).over);
    const { recordedAt } = parse(SavedThen, await readForm(() => c.req.parseBody()));
    await sendReceipt(callerOf(c), person.id, recordedAt);
    return showAll(c, person, person.locale, { text: preferenceTextsIn(person.locale).receipted });
  })
  .get('/data', async (c) => {
    const person = await personOf(c);
    if (!person) return asks(c, preferenceTextsIn(localeOf(c)).over);
    const data = await readData(c.get('db'), person);
    const format = DataFormat.catch('json').parse(c.req.query('format'));
    const locale = c.req.query('locale') ? localeOf(c) : person.locale;
    return answerData(c, data, { format, locale, file: 'my-data' });
  })
  .post('/leave', async (c) => {
    await endSession(c);
    return c.redirect('/preferences', 303);
  });
