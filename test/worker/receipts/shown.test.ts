import { beforeAll, describe, expect, test } from 'vitest';
import { proofTexts } from '../../../worker/locales/proofs.ts';
import { aForm, anEmail, as, call, formAnswer, openForm, signUp } from '../builders.ts';
import { show } from '../visitor/preferences/choosing.ts';
import { enter, post } from '../visitor/verify/entering.ts';

let form: string;
let statement: string;

beforeAll(async () => {
  form = await aForm({ title: { en: 'Our letter', da: 'Vores brev' } });
  ({ statement } = await openForm(form));
});

const pageOf = async (sha256: string, locale = 'en'): Promise<string> =>
  (await call(`/shown/${sha256}?locale=${locale}`)).text();

/** The element of a page, without its style sheet. */
const elementIn = (page: string): string =>
  (/<div class="shown">[\s\S]*<\/samtykke-\w+>/.exec(page)?.[0] ?? '').replace(
    /<style>[\s\S]*?<\/style>/g,
    '',
  );

describe('what was shown', () => {
  test('is the same element with its words, and nothing in it can be used', async () => {
    const element = elementIn(await pageOf(statement));
    const view = await openForm(form);
    const [purpose] = view.sections[0]?.purposes ?? [];
    for (const said of ['Our letter', purpose?.text, purpose?.privacyTitle, 'E-mail', 'Sign up'])
      expect(element).toContain(said);
    const controls = element.match(/<(button|input|select|textarea)\b[^>]*/g) ?? [];
    expect(controls.length).toBeGreaterThan(3);
    for (const control of controls) expect(control).toMatch(/^<\w+ disabled/);
    expect(element).not.toMatch(/<form[^>]* action=|<script|checked/);
  });

  test('says which version it is of, since when, and in which language', async () => {
    const { statement: danish } = await openForm(form, 'da');
    const page = await pageOf(danish);
    expect(page).toContain(`Form ${form}, version 1`);
    expect(page).toMatch(/Published: \w+ \d+, \d{4}/);
    expect(page).toContain('Language: Danish');
    expect(elementIn(page)).toContain('lang="da"');
    expect(await pageOf(danish, 'da')).toContain(`<h1>${proofTexts.da.shown}</h1>`);
  });

  test('names word by word what is said otherwise today', async () => {
    expect(await pageOf(statement)).toContain(proofTexts.en.same);
    await aForm({ title: { en: 'Our weekly letter', da: 'Vores brev' } }, form);
    const page = await pageOf(statement);
    expect(page).toMatch(/Our <ins><span class="quietly">Added: <\/span>weekly ?<\/ins>/);
    expect(page).not.toContain(proofTexts.en.same);
    const { statement: now } = await openForm(form);
    expect(await pageOf(now)).toContain(proofTexts.en.same);
    expect(await pageOf((await openForm(form, 'da')).statement)).toContain(proofTexts.en.same);
  });

  test('says so where nothing is shown in that language any more', async () => {
    const { statement: danish } = await openForm(form, 'da');
    await aForm({ locales: ['en'] }, form);
    expect(await formAnswer(form, 'da')).toMatchObject({ locale: 'en' });
    expect(await pageOf(danish)).toContain(proofTexts.en.gone);
  });

  test('inside a site’s own form has no button of its own', async () => {
    const part = await openForm(await aForm(), 'en', 'field');
    const element = elementIn(await pageOf(part.statement));
    expect(element).toContain(part.sections[0]?.purposes[0]?.text);
    expect(element).not.toContain('<button');
  });

  test('by the preference centre is that, with nothing of anyone, and today’s words beside it', async () => {
    const email = anEmail();
    await signUp(form, email);
    const headers = await enter(email);
    const { statement: seen, purposes } = await show(headers);
    const record = purposes.find(({ key }) => key === 'e-marketing')?.record ?? null;
    const changes = [{ purpose: 'e-marketing', on: false, seen: record }];
    await post('/v1/preferences', { statement: seen, locale: 'en', changes }, headers);
    const page = await pageOf(seen);
    expect(elementIn(page)).toContain('<samtykke-preferences');
    expect(elementIn(page)).toContain('News and offers by email');
    expect(page).not.toContain(email);
    expect(page).toContain(proofTexts.en.same);
    const { put } = await as(['lists']);
    const own = purposes.find(({ key }) => key === 'e-marketing');
    await put('/v1/purposes/e-marketing/texts/en', {
      title: own?.title,
      approval: `${own?.text} And more.`,
      notice: own?.text,
      description: own?.description,
      privacyTitle: own?.privacyTitle,
      privacyUrl: own?.privacyUrl,
    });
    expect(await pageOf(seen)).toMatch(/<ins>[^<]*<span[^>]*>Added: <\/span>[^<]*And more\./);
  });

  test('is not there under a hash that names no statement', async () => {
    expect((await call(`/shown/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await call('/shown/x')).status).toBe(404);
  });
});
