import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { z } from 'zod';
import { DataFormat } from '../../contract/data.ts';
import { ProofQuery } from '../../contract/proof.ts';
import { RequestBody } from '../../contract/requests.ts';
import { Locale, Sha256 } from '../../contract/words.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import { pageOrigin } from '../../pages/form-page.ts';
import type { RenderedForm } from '../../pages/render.ts';
import { answerData } from '../../personal-data/answer.ts';
import { readData } from '../../personal-data/data.ts';
import { showPreferences } from '../../personal-data/preferences.ts';
import { readForm } from '../../platform/api/form-body.ts';
import { callerOf } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { App } from '../../platform/env.ts';
import { limited } from '../../platform/limits/limited.ts';
import { isOwnOrigin } from '../../platform/own-host.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { answerChosen, answerProofFile } from '../../receipts/answer.ts';
import { readChosen } from '../../receipts/choose.ts';
import { correct } from '../corrections/correct.ts';
import { askFor, cancelRequest } from '../requests/requests.ts';
import { askForEntry, enterByCode } from '../verify/entry.ts';
import { endSession, keepSession } from '../verify/session.ts';
import { changesPosted, correctionsPosted, pausesPosted } from './posted.ts';
import { sendReceipt } from './receipt.ts';
import { noneChosen } from './said.ts';
import { savePreferences } from './save.ts';
import {
  asks,
  localeFor,
  localeOf,
  page,
  personOf,
  preferencesPath,
  showAgain,
  showAll,
  signedIn,
} from './showing.ts';

const Posted = z.record(z.string(), z.union([z.string(), z.file()]));
const AskedFor = RequestBody.strip();
const SavedThen = z.object({ recordedAt: z.coerce.number().int() });
const Cancelled = z.object({ number: z.coerce.number().int() });
const Save = z.looseObject({ statement: Sha256, locale: Locale });

/**
 * The preference centre as a page of its own, the same with JavaScript and without. Its session is a
 * cookie that no script and no other site can use. Where a link's session does not allow something, it is
 * answered by asking for a code.
 * - `GET /preferences?locale=`: asks for the address, or shows what stands
 * - `POST /preferences/entries` `email`, `POST /preferences/session` `entry`, `code`: the way in
 * - `POST /preferences`: saves what differs and the purpose of the button `object` or `allow`, or with
 *   `everything` ends it all
 * - `POST /preferences/requests` `kind`, `message`: uses a right; `POST /preferences/cancel` `number`: cancels an
 *   erasure
 * - `POST /preferences/corrections` `fields.…`: corrects what is kept; with `fields.email`, asks for a new
 *   address
 * - `POST /preferences/receipts` `recordedAt`: sends a receipt for what was saved then
 * - `GET /preferences/data?format=json|csv|html&locale=`: everything that is kept; HTML is to be printed
 * - `GET /preferences/proof?record=&format=&locale=`: proof of consent, as a page or as a file
 * - `POST /preferences/leave`: ends the session
 */
export const preferencesPages = new Hono<App>()
  .use(csrf({ origin: (origin, c) => isOwnOrigin(c, origin) }))
  .get('/', async (c) => {
    const person = await personOf(c);
    return person ? showAll(c, person, localeFor(c, person)) : asks(c);
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
      return c.redirect(preferencesPath(c), 303);
    }
    const locale = localeOf(c);
    const shown = { state: { is: 'code', entry: String(entry) }, email: String(email) } as const;
    const notice = { text: preferenceTextsIn(locale).wrong, isProblem: true };
    return page(c, locale, { ...shown, notice }, 422);
  })
  .post('/', signedIn(), async (c) => {
    const person = c.get('person');
    const posted = parse(Posted, await readForm(() => c.req.parseBody()));
    const { statement, locale } = parse(Save, posted);
    const words = preferenceTextsIn(locale);
    const before = await showPreferences(c.get('db'), person, locale);
    const { preferences } = before;
    const everything = posted.everything !== undefined;
    const changes = everything ? [] : changesPosted(posted, preferences);
    const pauses = everything ? [] : pausesPosted(posted);
    if (changes.length + pauses.length === 0 && !everything)
      return showAll(c, person, locale, { text: words.same });
    const result = await savePreferences(callerOf(c), before, {
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
    const { said, decisions, recordedAt } = result.saved;
    const savedAt = decisions.length > 0 ? recordedAt : undefined;
    return showAgain(c, result.now, { text: said, savedAt });
  })
  .post('/requests', limited('requests'), signedIn('all'), async (c) => {
    const person = c.get('person');
    const { kind, message } = parse(AskedFor, await readForm(() => c.req.parseBody()));
    await askFor(callerOf(c), person, { kind, message });
    const isFile = kind === 'portability' && !message;
    return c.redirect(isFile ? '/preferences/data?format=json' : preferencesPath(c), 303);
  })
  .post('/cancel', signedIn('all'), async (c) => {
    const person = c.get('person');
    const { number } = parse(Cancelled, await readForm(() => c.req.parseBody()));
    await cancelRequest(callerOf(c), person.id, number);
    return c.redirect(preferencesPath(c), 303);
  })
  .post('/corrections', limited('requests'), signedIn('all'), async (c) => {
    const person = c.get('person');
    const posted = parse(Posted, await readForm(() => c.req.parseBody()));
    const { email, fields } = correctionsPosted(posted);
    const locale = Locale.safeParse(posted.locale).data ?? localeFor(c, person);
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
  .post('/receipts', limited('requests'), signedIn(), async (c) => {
    const person = c.get('person');
    const { recordedAt } = parse(SavedThen, await readForm(() => c.req.parseBody()));
    await sendReceipt(callerOf(c), person.id, recordedAt);
    const locale = localeFor(c, person);
    return showAll(c, person, locale, { text: preferenceTextsIn(locale).receipted });
  })
  .get('/data', signedIn('data'), async (c) => {
    const person = c.get('person');
    const data = await readData(c.get('db'), person);
    const format = DataFormat.catch('json').parse(c.req.query('format'));
    return answerData(c, data, { format, locale: localeFor(c, person), file: 'my-data' });
  })
  .get('/proof', signedIn('data'), async (c) => {
    const person = c.get('person');
    const { record } = parse(ProofQuery, c.req.query());
    const chosen = await readChosen(c.get('db'), person.id, record);
    if (!chosen) throw new ProblemError('not-found', { detail: 'There are no such records.' });
    if (c.req.query('format') === 'file')
      return answerProofFile(c, chosen, `consent-${record ?? 'all'}`);
    return answerChosen(c, chosen, {
      email: person.email,
      scope: record ? 'record' : 'person',
      download: `/preferences/proof?format=file${record ? `&record=${record}` : ''}`,
      locale: localeFor(c, person),
    });
  })
  .post('/leave', async (c) => {
    await endSession(c);
    return c.redirect(preferencesPath(c), 303);
  });
