import { env } from 'cloudflare:test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftFrom } from '../../../worker/console/forms/posted.ts';
import { fromTemplate } from '../../../worker/forms/templates.ts';
import { dayIn, endOfDay } from '../../../worker/platform/zone.ts';
import { readFormCounts } from '../../../worker/statistics/store.ts';
import { aForm, anEmail, as, findPerson, signUp } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';

/** Fourteen hours ahead: for most of each day of UTC it is already the next day here. */
const ahead = 'Pacific/Kiritimati';

const useZone = async (zone: string) =>
  (await as(['settings'])).put('/v1/settings/time-zone', zone);

test.each(['Mars/Base', '+02:00', '', 'CET; DROP', 7])('%j is no time zone', async (zone) => {
  const { put } = await as(['settings']);
  expect((await put('/v1/settings/time-zone', zone)).status).toBe(422);
});

describe('in the operator’s time zone', () => {
  beforeAll(async () => {
    expect((await useZone(ahead)).status).toBe(200);
  });
  afterAll(async () => {
    await useZone('UTC');
  });

  test('decisions and submissions are counted on the day that it is there', async () => {
    const form = await aForm();
    await signUp(form, anEmail());
    const today = dayIn(ahead, Date.now());
    expect((await readFormCounts(env.DB, form, { since: today, before: today })).days).toEqual([
      { day: today, what: 'submitted', count: 1 },
    ]);
    const { days } = await (await (await as(['forms'])).get('/v1/overview')).json<{
      days: { day: string; given: number }[];
    }>();
    expect(days.at(-1)?.day).toBe(today);
    expect(days.at(-1)?.given).toBeGreaterThan(0);
  });

  test('people are found by the day that it is there', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const person = await findPerson(email);
    const found = async (query: string) => {
      const { get } = await as(['people-read']);
      const page = await (await get(`/v1/people?purpose=e-marketing&${query}`)).json<{
        people: { id: string }[];
      }>();
      return page.people.some(({ id }) => id === person?.id);
    };
    const today = dayIn(ahead, Date.now());
    const yesterday = dayIn(ahead, Date.now() - 86_400_000);
    expect(await found(`since=${today}&until=${today}`)).toBe(true);
    expect(await found(`until=${yesterday}`)).toBe(false);
  });

  test('screens show the time there, and say the zone', async () => {
    await signUp(await aForm(), anEmail());
    const html = await (await (await atConsole(['people-read'])).get('/submissions')).text();
    expect(html).toMatch(/<time datetime="[^"]+Z">\d{1,2} \w+ \d{4}, \d\d:\d\d (GMT\+14|LINT)/);
  });
});

describe('a form that closes on a day', () => {
  const draft = fromTemplate('newsletter');
  const closing = (posted: Record<string, string>, before = draft, zone = 'Europe/Copenhagen') =>
    draftFrom(posted, before, zone).expiresAt;

  test('closes at the end of that day where the operator is', () => {
    expect(closing({ expires: '2026-12-24' })).toBe(endOfDay('Europe/Copenhagen', '2026-12-24'));
    expect(closing({ expires: '2026-12-24' })).toBe(Date.parse('2026-12-24T23:00Z'));
  });

  test('keeps the moment that the API has set while the day stays', () => {
    const noon = Date.parse('2026-12-24T11:00Z');
    expect(closing({ expires: '2026-12-24' }, { ...draft, expiresAt: noon })).toBe(noon);
  });

  test('stays open without one', () => {
    expect(closing({ expires: '' }, { ...draft, expiresAt: 1 })).toBeUndefined();
    expect(closing({ expires: 'soon' })).toBeUndefined();
  });
});
