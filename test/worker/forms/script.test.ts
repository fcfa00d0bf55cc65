import { describe, expect, test } from 'vitest';
import { aForm, aFormWith, call, openForm, site } from '../builders.ts';

const scriptOf = async (form: string, query = '', headers: Record<string, string> = {}) => {
  const answer = await call(`/f/${form}.js${query}`, { headers });
  return { answer, text: await answer.text() };
};

describe('the script of one form', () => {
  test('brings what shows the form at once, the texts and the definition along', async () => {
    const form = await aForm();
    const { answer, text } = await scriptOf(form, '?locale=da');
    expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(text).toContain(
      'LOADER(KNOWN().knowing({host:"https://samtykke.test/",build:"test",css:CSS,parts:{}},{',
    );
    expect(text).toContain((await openForm(form, 'da')).statement);
    expect(text).toContain('"own":"da","texts":{');
    expect(text).toContain('"dir":"ltr"');
  });

  test('brings the code along where there is more to show, or no more', async () => {
    const what = { en: 'What', da: 'Hvad' };
    const form = await aForm(aFormWith({ key: 'what', kind: 'textarea', label: what }));
    const { text } = await scriptOf(form);
    expect(text).toContain('build:"test",form:FORM,parts:{kinds:KINDS}},{');
    const closed = await scriptOf(await aForm({ active: false }));
    expect(closed.text).toContain('build:"test",form:FORM,parts:{}},{"answer":{');
  });

  test('brings the parts that its form needs, and no others', async () => {
    const plain = await scriptOf(await aForm());
    expect(plain.text).not.toContain('KINDS');
    const { text } = await scriptOf(await aForm({ confirm: true }));
    expect(text).toContain('confirm:CONFIRM');
    expect(text).not.toContain('PAGING');
  });

  test('is in the language of the browser where its address names none, and says so', async () => {
    const form = await aForm();
    const { answer, text } = await scriptOf(form, '', { 'Accept-Language': 'da, en;q=0.5' });
    expect(text).toContain('"locale":"da"');
    expect(answer.headers.get('Vary')).toContain('Accept-Language');
    const named = await scriptOf(form, '?locale=en', { 'Accept-Language': 'da' });
    expect(named.answer.headers.get('Vary')).not.toContain('Accept-Language');
    expect(named.text).toContain('"locale":"en"');
  });

  test('is not sent again while nothing has changed', async () => {
    const form = await aForm();
    const { answer } = await scriptOf(form);
    const etag = answer.headers.get('ETag') ?? '';
    expect((await scriptOf(form, '', { 'If-None-Match': etag })).answer.status).toBe(304);
    expect(answer.headers.get('Cache-Control')).toContain('max-age=60');
  });

  test('comes without the form to pages that may not use it, and where there is none', async () => {
    const form = await aForm();
    const bare = 'LOADER({host:"https://samtykke.test/",build:"test",form:FORM})';
    const stranger = 'https://stranger.example';
    expect((await scriptOf(form, '', { Origin: stranger })).text).toBe(bare);
    expect((await scriptOf(form, '', { Referer: `${stranger}/page` })).text).toBe(bare);
    expect((await scriptOf('no-such-form')).text).toBe(bare);
    expect((await scriptOf(form, '', { Referer: `${site}/page` })).text).not.toBe(bare);
  });
});
