import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { BreachReports, WholeBreach } from '../../../../worker/contract/breach.ts';
import { aForm, anEmail, as, call, count, host, signUp } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { workOver } from '../../people/working.ts';

const facts = {
  nature: 'A laptop was stolen.',
  consequences: 'Someone may read addresses.',
  measures: 'It was wiped.',
  contact: 'privacy@site.test',
};
const text = 'I got an email that was meant for someone else.';

const reporters = async (who: 'off' | 'staff' | 'public') =>
  (await as(['settings'])).put('/v1/settings/breach-reports', who);

/** Sends the public page's form as a browser does. */
const report = (body: Record<string, string>, locale = 'en') =>
  call(`/report?locale=${locale}`, {
    method: 'POST',
    headers: { Origin: host },
    body: new URLSearchParams(body),
  });

const waiting = async () => {
  const { get } = await as(['breach']);
  return BreachReports.parse(await (await get('/v1/breach-reports')).json()).reports;
};

const aCase = async (more: Record<string, unknown> = {}): Promise<string> => {
  const { post } = await as(['breach']);
  const body = { title: 'Stolen laptop', discoveredAt: Date.now() - 3_600_000, facts, ...more };
  return ((await (await post('/v1/breaches', body)).json()) as { id: string }).id;
};

const read = async (id: string) =>
  WholeBreach.parse(await (await (await as(['breach'])).get(`/v1/breaches/${id}`)).json());

describe('a possible breach', () => {
  test('is reported by nobody until that is switched on, and by staff before the public', async () => {
    await reporters('off');
    const anyone = await atConsole([]);
    expect((await call('/report')).status).toBe(404);
    expect((await anyone.post('/report-breach', { text })).status).toBe(404);
    await reporters('staff');
    expect((await report({ text })).status).toBe(404);
    expect((await anyone.post('/report-breach', { text })).status).toBe(303);
    expect((await waiting()).map(({ reportedBy }) => reportedBy)).toContain(
      `user:${anyone.user.id}`,
    );
  });

  test('is reported by anyone in their language, is emailed to those who handle it, and becomes a case', async () => {
    await reporters('public');
    const officer = await atConsole(['breach']);
    expect(await (await call('/report?locale=da')).text()).toContain('Indberet et databrud');
    expect((await report({ text: 'no' })).status).toBe(422);
    expect(
      await (await report({ text, happened: 'Monday', contact: 'Bo' }, 'da')).text(),
    ).toContain('Vi har din indberetning');
    const found = (await waiting()).find(({ contact }) => contact === 'Bo');
    expect(found).toMatchObject({ text, happened: 'Monday', reportedBy: 'person' });
    const [message] = await messagesTo(officer.user.email);
    expect(message?.text).toContain(`/console/breaches/reports/${found?.id}`);
    expect(message?.text).not.toContain(text);
    const form = await (await officer.get(`/breaches/new?report=${found?.id}`)).text();
    expect(form).toContain(text);
    const opened = await officer.post(`/breaches/new?report=${found?.id}`, {
      title: 'Email to the wrong person',
      discovered: '2026-01-02T03:04',
      risk: 'unknown',
      ...facts,
    });
    expect(opened.status).toBe(303);
    expect((await waiting()).map(({ id }) => id)).not.toContain(found?.id);
    const { post } = await as(['breach']);
    expect((await post(`/v1/breach-reports/${found?.id}/close`, {})).status).toBe(409);
    const closed =
      "SELECT COUNT(*) AS count FROM audit WHERE act = 'breach.report-close' AND object = ?1";
    expect(await count(closed, `breach-report/${found?.id}`)).toBe(1);
  });

  test('is not thanked for where so many wait that it is not kept', async () => {
    await reporters('public');
    for (let sent = 0; sent < 4; sent++)
      await env.DB.prepare(
        `INSERT INTO breach_report (id, text, happened, contact, reported_by, reported_at)
          SELECT 'many-${sent}-' || value, 'x', '', '', 'person', 1
          FROM json_each(?1)`,
      )
        .bind(JSON.stringify(Array.from({ length: 50 }, (_, at) => at)))
        .run();
    const answer = await report({ text });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '3600']);
    await env.DB.prepare("DELETE FROM breach_report WHERE id GLOB 'many-*'").run();
  });
});

describe('a case', () => {
  test('has what the authority asks for, its reference, notes and files, in a report to print', async () => {
    const id = await aCase({
      details: { kinds: ['confidentiality'], people: 64, dataCategories: 'Email addresses' },
    });
    const at = await atConsole(['breach'], { locale: 'da' });
    const { post } = await as(['breach']);
    await post(`/v1/breaches/${id}/authority`, { reference: '2026-41-0183' });
    await post(`/v1/breaches/${id}/notes`, { text: 'Called the courier.' });
    const file = new Uint8Array([0, 255, 60, 33]);
    expect((await at.upload(`/breaches/${id}/files`, {}, file)).status).toBe(303);
    const whole = await read(id);
    expect(whole).toMatchObject({
      authorityReference: '2026-41-0183',
      details: { kinds: ['confidentiality'], people: 64 },
      notes: [{ text: 'Called the courier.' }],
      files: [{ name: 'people.csv', size: 4 }],
    });
    const kept = await at.get(`/breaches/${id}/files/${whole.files[0]?.id}`);
    expect(new Uint8Array(await kept.arrayBuffer())).toEqual(file);
    expect(kept.headers.get('Content-Disposition')).toContain('attachment');
    const page = await (await at.get(`/breaches/${id}/report`)).text();
    for (const said of [
      '2026-41-0183',
      'Email addresses',
      '64',
      'Called the courier.',
      'people.csv',
    ])
      expect(page).toContain(said);
  });

  test('takes no file that is empty or too large', async () => {
    const id = await aCase();
    const at = await atConsole(['breach']);
    const statuses = [new Uint8Array(0), new Uint8Array(1_500_001)].map(
      async (file) => (await at.upload(`/breaches/${id}/files`, {}, file)).status,
    );
    expect(await Promise.all(statuses)).toEqual([422, 413]);
    expect((await read(id)).files).toEqual([]);
  });

  test('is told to people in their own language where it is translated, and shown so before', async () => {
    const danish = { ...facts, nature: 'En bærbar computer blev stjålet.' };
    const id = await aCase({ translations: { da: danish } });
    const form = await aForm();
    const [dane, other] = [anEmail(), anEmail()];
    await signUp(form, dane, { locale: 'da' });
    await signUp(form, other);
    const { post } = await as(['people-read', 'people-register']);
    const chosen = await post('/v1/segments', { name: 'Both', emails: [dane, other] });
    const { filter } = (await chosen.json()) as { filter: object };
    const translations = { da: danish };
    await workOver(filter, { kind: 'breach-notice', breach: id, facts, translations });
    const told = async (email: string) =>
      (await messagesTo(email)).map(({ text: said }) => said).join('\n');
    expect(await told(dane)).toContain(danish.nature);
    expect(await told(other)).toContain(facts.nature);
    const page = await (await (await atConsole(['breach'])).get(`/breaches/${id}`)).text();
    expect(page).toContain(danish.nature);
    expect(page).toContain(facts.nature);
  });
});
