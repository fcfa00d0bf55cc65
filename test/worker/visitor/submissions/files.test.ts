import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { app } from '../../../../worker/app.ts';
import { sweepFiles } from '../../../../worker/submissions/files.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  anIp,
  as,
  aToken,
  call,
  count,
  findPerson,
  host,
  openForm,
  problemOf,
  signUp,
  site,
  theSystem,
} from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';

const cv = { key: 'cv', kind: 'file', label: { en: 'Your CV' }, max: 1, value: 'pdf,txt' } as const;

const sendFile = (form: string, name: string, bytes: string, field = 'cv') =>
  call(`/v1/forms/${form}/files/${field}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { Origin: site, 'CF-Connecting-IP': anIp() },
    body: bytes,
  });

const Made = z.object({ id: z.string() });

const sent = async (form: string, name = 'Anna Holm.pdf', bytes = 'my life') =>
  Made.parse(await (await sendFile(form, name, bytes)).json()).id;

const Inbox = z.object({ submissions: z.array(z.object({ id: z.string(), fields: z.unknown() })) });

const inbox = async (form: string) => {
  const { get } = await as(['people-read']);
  return Inbox.parse(await (await get(`/v1/submissions?form=${form}`)).json()).submissions;
};

const inBucket = async () => (await env.FILES?.list({ prefix: 'sent/' }))?.objects.length ?? 0;

describe('a form that asks for a file', () => {
  test('says how large it may be and of which type before one is chosen', async () => {
    const form = await aForm(aFormWith({ ...cv, help: { en: 'One page is enough.' } }));
    const page = await (await call(`/f/${form}`)).text();
    expect(page.replaceAll(/<!--.*?-->/gs, '')).toContain(
      'id="fields.cv-help">One page is enough. Choose a file of 1 MB or less. Choose a file of one of these types: pdf, txt.</p>',
    );
  });

  test('keeps it with its submission, for those who may see people, and deletes it with the person', async () => {
    const form = await aForm(aFormWith(cv));
    const email = anEmail();
    const id = await sent(form);
    expect((await signUp(form, email, { fields: { email, cv: id } })).status).toBe(201);
    const [submission] = await inbox(form);
    expect(submission?.fields).toEqual({ email, cv: 'Anna Holm.pdf' });
    const path = `/submissions/${submission?.id}/files/cv`;
    const { get } = await as(['people-read']);
    const file = await get(`/v1${path}`);
    expect([await (await file.blob()).text(), file.headers.get('Content-Type')]).toEqual([
      'my life',
      'application/octet-stream',
    ]);
    expect(file.headers.get('Content-Disposition')).toContain(
      'attachment; filename="Anna Holm.pdf"',
    );
    const at = await atConsole(['people-read']);
    expect(await (await at.get('/submissions')).text()).toContain(`href="/console${path}"`);
    expect(await (await (await at.get(path)).blob()).text()).toBe('my life');
    expect((await (await as(['forms'])).get(`/v1${path}`)).status).toBe(403);

    const before = await inBucket();
    await env.DB.prepare('DELETE FROM person WHERE id = ?1')
      .bind((await findPerson(email))?.id)
      .run();
    expect(await count('SELECT COUNT(*) AS count FROM file WHERE id = ?1', id)).toBe(0);
    await sweepFiles(theSystem());
    expect(await inBucket()).toBe(before - 1);
    expect((await get(`/v1${path}`)).status).toBe(404);
  });

  test('answers 503 with Retry-After while R2 does not answer', async () => {
    const form = await aForm(aFormWith(cv));
    const email = anEmail();
    await signUp(form, email, { fields: { email, cv: await sent(form) } });
    const [submission] = await inbox(form);
    const fails = () => Promise.reject(new Error('We encountered an internal error. (10001)'));
    const FILES = env.FILES && new Proxy(env.FILES, { get: () => fails });
    const key = { Authorization: `Bearer ${await aToken(['people-read'])}` };
    for (const [path, init] of [
      [`/forms/${form}/files/cv?name=a.pdf`, { method: 'POST', body: 'x' }],
      [`/submissions/${submission?.id}/files/cv`, { headers: key }],
    ] as const) {
      const at = `${host}/v1${path}`;
      const answer = await app.request(at, init, { ...env, FILES }, createExecutionContext());
      expect([answer.status, answer.headers.get('Retry-After')], path).toEqual([503, '5']);
    }
  });

  test('says in the visitor’s language which files it takes', async () => {
    const form = await aForm(aFormWith(cv));
    const refused = await sendFile(form, 'cv.exe', 'x');
    expect((await problemOf(refused)).errors).toEqual([
      {
        field: 'fields.cv',
        code: 'type',
        message: 'Choose a file of one of these types: pdf, txt.',
      },
    ]);
    const large = await sendFile(form, 'cv.pdf', 'x'.repeat(1_000_001));
    expect((await problemOf(large)).errors?.[0]?.message).toBe('Choose a file of 1 MB or less.');
    expect((await sendFile(form, 'cv.pdf', 'x', 'email')).status).toBe(404);
    expect((await openForm(form)).files?.large).toContain('{n}');
    expect((await openForm(await aForm())).files).toBeUndefined();
  });

  test('takes no id that it did not give for this field, and claims a file once', async () => {
    const form = await aForm(aFormWith(cv));
    const id = await sent(form);
    const other = await sent(await aForm(aFormWith(cv)));
    for (const wrong of [other, crypto.randomUUID(), 'cv.pdf'])
      expect(
        (await signUp(form, anEmail(), { fields: { email: anEmail(), cv: wrong } })).status,
      ).toBe(422);
    for (let turn = 0; turn < 2; turn += 1) {
      const email = anEmail();
      expect((await signUp(form, email, { fields: { email, cv: id } })).status).toBe(201);
    }
    expect(await count('SELECT COUNT(*) AS count FROM file WHERE id = ?1', id)).toBe(1);
  });

  test('forgets a file whose form was never submitted', async () => {
    const id = await sent(await aForm(aFormWith(cv)));
    await sweepFiles(theSystem(env, Date.now() + 25 * 3_600_000));
    expect(await count('SELECT COUNT(*) AS count FROM file WHERE id = ?1', id)).toBe(0);
    await sweepFiles(theSystem());
    expect(await env.FILES?.get(`sent/${id}`)).toBeNull();
  });

  test('takes it without JavaScript too', async () => {
    const form = await aForm(aFormWith(cv));
    const page = await (await call(`/f/${form}`)).text();
    expect(page).toContain('enctype="multipart/form-data"');
    const email = anEmail();
    const body = new FormData();
    for (const [name, value] of Object.entries({
      version: '1',
      locale: 'en',
      'fields.email': email,
    }))
      body.set(name, value);
    body.set('fields.cv', new File(['my life'], 'cv.txt'));
    const answer = await call(`/v1/forms/${form}/submissions`, {
      method: 'POST',
      headers: { Origin: host, 'CF-Connecting-IP': anIp() },
      body,
    });
    expect(answer.status).toBe(303);
    expect((await inbox(form))[0]?.fields).toEqual({ email, cv: 'cv.txt' });
  });
});

/** A PNG of one red pixel. */
const pixel = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  ),
  (mark) => mark.charCodeAt(0),
);

describe('elements that ask nothing', () => {
  test('show a heading, a text and an image that is evidence, and no answer to them is kept', async () => {
    const at = await as(['forms']);
    const answer = await call('/v1/form-images', {
      method: 'POST',
      headers: { Authorization: `Bearer ${await aToken(['forms'])}` },
      body: pixel,
    });
    const { value } = z.object({ value: z.string() }).parse(await answer.json());
    expect(value).toMatch(/^[0-9a-f]{64}-1x1$/);
    const form = await aForm(
      aFormWith(
        { key: 'about', kind: 'heading', label: { en: 'About you' } },
        { key: 'why', kind: 'paragraph', label: { en: 'So that we\nknow you.' } },
        { key: 'us', kind: 'image', label: { en: 'Our team' }, value },
        { key: 'fun', kind: 'rating', label: { en: 'How was it?' }, max: 3 },
      ),
    );
    const { parts, sections } = await openForm(form);
    expect(parts).toEqual(['elements']);
    expect(sections[0]?.fields.at(-1)?.options?.map((option) => option.value)).toEqual([
      '1',
      '2',
      '3',
    ]);
    const page = await (await call(`/f/${form}`)).text();
    expect(page).toContain(`image/${value.slice(0, 64)}`);
    const image = await call(`/image/${value.slice(0, 64)}`);
    expect(image.headers.get('Content-Type')).toBe('image/png');
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(pixel);
    const email = anEmail();
    const fields = { email, about: '', why: '', us: '', fun: '3' };
    expect((await signUp(form, email, { fields })).status).toBe(201);
    expect((await inbox(form))[0]?.fields).toEqual({ email, fun: '3' });
    expect((await signUp(form, email, { fields: { email, fun: '4' } })).status).toBe(422);
    const missing = aFormWith({
      key: 'us',
      kind: 'image',
      label: { en: 'Our team' },
      value: `${'0'.repeat(64)}-1x1`,
    });
    await at.put('/v1/forms/no-image/draft', { ...(await draftOf(form)), ...missing });
    expect((await at.post('/v1/forms/no-image/draft/published', {})).status).toBe(422);
  });
});

const draftOf = async (form: string): Promise<object> => {
  const { get } = await as(['forms']);
  const { draft } = await (await get(`/v1/forms/${form}/draft`)).json<{ draft: object }>();
  return draft;
};
