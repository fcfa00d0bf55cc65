import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shipped } from '../../../../worker/locales/shipped.ts';
import { anEmail, as, problemOf } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { dryRun, workOver } from '../../people/working.ts';

const ours = {
  subject: 'How we got your details',
  body: 'A partner of ours gave us your details.\n\n{purposes}\n\n{rights}',
  button: '',
  footer: 'From {sender}.',
};

const template = (locale: string) => `/v1/mail/templates/notice-partners/${locale}`;

/** Registers someone who gets no notice automatically, and so is due one. */
const aDue = async (source: string, locale = 'en'): Promise<string> => {
  const email = anEmail();
  const { post } = await as(['people-register']);
  const answer = await post('/v1/people', {
    email,
    locale,
    source,
    legalBasis: '61F',
    purposes: ['sales-and-service'],
    comment: 'They wrote to a partner.',
  });
  expect(answer.status).toBe(201);
  return email;
};

/** A source that sends a notice of our own, when it is asked to. */
const aSource = async (key = `partner-${crypto.randomUUID().slice(0, 8)}`): Promise<string> => {
  const { put } = await as(['lists']);
  const source = { noticeTemplate: 'notice-partners', noticeAutomatic: false };
  expect((await put(`/v1/sources/${key}`, source)).status).toBe(200);
  await put(`/v1/sources/${key}/texts/en`, { name: 'A partner' });
  return key;
};

beforeEach(async () => {
  const { put } = await as(['mail']);
  await put(template('en'), ours);
  await put(template('da'), { ...ours, subject: 'Hvor vi har dine oplysninger fra' });
});

const due = { notice: 'due' };

describe('people who are due a privacy notice', () => {
  test('are found by a filter, counted before a job, and all notified by it', async () => {
    const [english, danish, finnish, other] = [
      await aDue(await aSource()),
      await aDue(await aSource(), 'da'),
      await aDue(await aSource(), 'fi'),
      await aDue('e-mail'),
    ];
    const { get } = await as(['people-read']);
    const found = z
      .object({ people: z.array(z.object({ email: z.string() })) })
      .parse(await (await get('/v1/people?notice=due')).json());
    const emails = found.people.map((each) => each.email);
    expect(emails).toEqual(expect.arrayContaining([english, danish, finnish, other]));
    const orders = { kind: 'notice' };
    const preview = await dryRun(due, orders, ['people-register', 'bulk']);
    expect(preview.outcomes).toEqual([{ outcome: 'changed', count: emails.length, sample: [] }]);
    const screen = await atConsole(['people-read', 'people-register', 'bulk']);
    const shown = await (await screen.get('/jobs/new?kind=notice&notice=due')).text();
    expect(shown).toContain('Get the privacy notice');
    expect(shown).toContain('Consent status of these people');
    await workOver(due, orders);
    const subjectTo = async (email: string) =>
      (await messagesTo(email)).map(({ subject }) => subject);
    expect(await subjectTo(english)).toEqual(['How we got your details']);
    expect(await subjectTo(danish)).toEqual(['Hvor vi har dine oplysninger fra']);
    expect(await subjectTo(finnish)).toEqual([expect.stringContaining('Æblegård')]);
    const [message] = await messagesTo(other);
    expect(message?.subject).toBe('How Æblegård uses your data');
    expect(message?.text).toContain('from this source: Email');
    const left = await (await get('/v1/notices')).json();
    expect(left).toMatchObject({ people: [], count: 0, late: 0 });
    const again = await dryRun({ email: english }, orders, ['people-register', 'bulk']);
    expect(again.outcomes).toEqual([{ outcome: 'unchanged', count: 1, sample: [] }]);
  });

  test('read what the law asks for in a notice of our own, too', async () => {
    const { put } = await as(['lists']);
    const source = await aSource();
    await put(`/v1/sources/${source}`, {
      noticeTemplate: 'notice-partners',
      noticeAutomatic: true,
    });
    const [message] = await messagesTo(await aDue(source));
    expect(message?.text).toContain('A partner of ours gave us your details.');
    expect(message?.text).toContain('Sales and service');
    expect(message?.text).toMatch(/Legal basis: Legitimate interest/);
    expect(message?.text).toMatch(/data protection authority/i);
  });
});

describe('a notice of our own', () => {
  test('must be written before a source sends it, and stays while one does', async () => {
    const { put } = await as(['lists']);
    const nowhere = { noticeTemplate: 'notice-nowhere', noticeAutomatic: false };
    const refused = await put('/v1/sources/fair', nowhere);
    expect((await problemOf(refused)).errors).toMatchObject([{ field: 'noticeTemplate' }]);
    const key = await aSource();
    const { delete: remove, get } = await as(['mail']);
    expect((await remove(template('da'))).status).toBe(204);
    expect((await remove(template('en'))).status).toBe(409);
    await put(`/v1/sources/${key}`, { noticeTemplate: null, noticeAutomatic: false });
    const { sources } = z
      .object({
        sources: z.array(z.object({ key: z.string(), noticeTemplate: z.string().nullable() })),
      })
      .parse(await (await (await as(['lists'])).get('/v1/sources')).json());
    for (const each of sources.filter(({ noticeTemplate }) => noticeTemplate === 'notice-partners'))
      await put(`/v1/sources/${each.key}`, { noticeTemplate: null, noticeAutomatic: false });
    expect((await remove(template('en'))).status).toBe(204);
    expect((await get(template('en'))).status).toBe(404);
  });

  test('is begun, written and selected for a source in the console', async () => {
    const { get, post } = await atConsole(['mail', 'lists']);
    const begun = await post('/mail/notices', { name: 'Bought lists', locale: 'da' });
    expect(begun.headers.get('Location')).toBe('/console/mail/notice-bought-lists/da');
    expect((await post('/mail/notices', { name: '!', locale: 'da' })).status).toBe(422);
    expect(await (await get('/mail/notice-bought-lists/da')).text()).toContain('{purposes}');
    const begins = shipped.da.emails['source-notice'];
    expect((await post('/mail/notice-bought-lists/da', begins)).status).toBe(303);
    await post('/mail/notice-bought-lists/da', { ...ours, subject: 'Købte lister' });
    expect(await (await get('/mail')).text()).toContain('Købte lister');
    expect(await (await get('/lists/sources/phone')).text()).toContain(
      '<option value="notice-bought-lists">Købte lister (notice-bought-lists)</option>',
    );
  });
});

test.each(['notice-', 'notice-Big', 'notice-a/b', 'nothing'])(
  'there is no notice called %s',
  async (name) => {
    const { put } = await as(['mail']);
    const path = `/v1/mail/templates/${encodeURIComponent(name)}/en`;
    expect((await put(path, ours)).status).toBe(404);
  },
);
