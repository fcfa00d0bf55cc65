import { env } from 'cloudflare:test';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CurrentTexts } from '../../../../worker/contract/emails.ts';
import { shipped } from '../../../../worker/locales/shipped.ts';
import { readTexts } from '../../../../worker/outbox/templates.ts';
import { as, count, problemOf } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';

const path = (locale: string) => `/v1/mail/templates/entry/${locale}`;

const ours = { subject: 'Ours', body: 'Our own text.', button: 'Open', footer: 'From us.' };

const shownIn = async (locale: string): Promise<CurrentTexts | undefined> => {
  const { get } = await as(['mail']);
  const all = z.record(z.string(), z.record(z.string(), CurrentTexts));
  return all.parse(await (await get('/v1/mail/templates')).json()).entry?.[locale];
};

const kept = () => count('SELECT COUNT(*) AS count FROM mail_text');

const acts = (act: string, object: string) =>
  env.DB.prepare(
    'SELECT before, after FROM audit WHERE act = ?1 AND object = ?2 ORDER BY sequence DESC',
  )
    .bind(act, object)
    .all<{ before: string; after: string }>();

afterEach(async () => {
  await env.DB.prepare('DELETE FROM mail_text').run();
});

test('the table holds nothing of what ships', async () => {
  expect(await kept()).toBe(0);
});

describe('an email is sent', () => {
  test('in the words of an operator, where there are any in the language', async () => {
    const { put } = await as(['mail']);
    await put(path('da'), ours);
    expect(await readTexts(env.DB, 'entry', 'da-DK')).toMatchObject({ ...ours, locale: 'da' });
    expect(await readTexts(env.DB, 'entry', 'sv')).toEqual({
      ...shipped.sv.emails.entry,
      locale: 'sv',
    });
  });

  test('in a language that an operator added', async () => {
    const { put } = await as(['mail']);
    await put(path('pt'), ours);
    expect(await readTexts(env.DB, 'entry', 'pt-BR')).toMatchObject({ ...ours, locale: 'pt' });
  });

  test('in the words for a region before those for all of the language', async () => {
    const { put } = await as(['mail']);
    await put(path('de-AT'), ours);
    expect((await readTexts(env.DB, 'entry', 'de-AT')).locale).toBe('de-AT');
    expect((await readTexts(env.DB, 'entry', 'de-CH')).locale).toBe('de');
  });

  test('in Bokmål to someone who reads Nynorsk, and else in English', async () => {
    expect((await readTexts(env.DB, 'entry', 'nn-NO')).locale).toBe('nb');
    const { put } = await as(['mail']);
    await put(path('en'), ours);
    expect(await readTexts(env.DB, 'entry', 'ja')).toMatchObject({ ...ours, locale: 'en' });
  });
});

describe('the API', () => {
  test('marks what was changed, and takes texts back as it shows them', async () => {
    const { put } = await as(['mail']);
    const before = await shownIn('da');
    expect(before).toEqual({ ...shipped.da.emails.entry, changed: false });
    const answer = await put(path('da'), { ...before, subject: 'Ours' });
    expect(answer.status).toBe(200);
    const after = { ...before, subject: 'Ours', changed: true };
    expect(await answer.json()).toEqual(after);
    expect(await shownIn('da')).toEqual(after);
  });

  test('keeps no texts that are the same as the shipped ones', async () => {
    const { put } = await as(['mail']);
    await put(path('da'), ours);
    await put(path('da'), shipped.da.emails.entry);
    expect(await kept()).toBe(0);
    expect(await shownIn('da')).toMatchObject({ changed: false });
  });

  test('resets texts to the shipped ones, and records both', async () => {
    const { put, delete: remove } = await as(['mail']);
    await put(path('fr'), ours);
    expect((await remove(path('fr'))).status).toBe(204);
    expect(await shownIn('fr')).toEqual({ ...shipped.fr.emails.entry, changed: false });
    const { results } = await acts('mail.reset', 'entry/fr');
    expect(results.map(({ before, after }) => [JSON.parse(before), JSON.parse(after)])).toEqual([
      [
        { ...ours, changed: true },
        { ...shipped.fr.emails.entry, changed: false },
      ],
    ]);
  });

  test('resets a language that was added by removing it', async () => {
    const { put, delete: remove } = await as(['mail']);
    await put(path('pt'), ours);
    expect((await remove(path('pt'))).status).toBe(204);
    expect(await shownIn('pt')).toBeUndefined();
  });

  test('returns 404 when there is nothing to reset, and records nothing', async () => {
    const { delete: remove } = await as(['mail']);
    expect((await remove(path('nl'))).status).toBe(404);
    expect((await remove('/v1/mail/templates/nothing/nl')).status).toBe(404);
    expect((await acts('mail.reset', 'entry/nl')).results).toEqual([]);
  });
});

describe('the console', () => {
  test('offers to reset what was changed, and does so', async () => {
    const { get, post } = await atConsole(['mail']);
    const reset = '/console/mail/entry/it/reset';
    expect(await (await get('/mail/entry/it')).text()).not.toContain(reset);
    await post('/mail/entry/it', ours);
    expect(await (await get('/mail')).text()).toContain('it (changed)');
    expect(await (await get('/mail/entry/it')).text()).toContain(reset);
    expect((await post('/mail/entry/it/reset')).status).toBe(303);
    const screen = await (await get('/mail/entry/it')).text();
    expect(screen).toContain(shipped.it.emails.entry.subject);
    expect(screen).not.toContain(reset);
  });

  test('tells which places an email can fill in', async () => {
    const { get } = await atConsole(['mail']);
    const screen = await (await get('/mail/confirmation/en')).text();
    for (const place of ['{sender}', '{page}', '{hours}', '{days}'])
      expect(screen).toContain(`<code>${place}</code>`);
  });
});

test('texts with a placeholder that the email cannot fill in are refused', async () => {
  const { put } = await as(['mail']);
  const texts = {
    subject: '{code} for you',
    body: 'Hello {name}.',
    button: '',
    footer: '{sender}',
  };
  const answer = await put('/v1/mail/templates/entry/en', texts);
  expect((await problemOf(answer)).errors).toEqual([
    {
      field: 'body',
      code: 'unknown-placeholder',
      message: 'This email has no placeholder {name}.',
    },
  ]);
});
