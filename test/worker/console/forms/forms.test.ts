import { beforeAll, describe, expect, test } from 'vitest';
import { aForm, formAnswer, openForm } from '../../builders.ts';
import { atConsole } from '../signing-in.ts';

const marketer = () => atConsole(['forms']);

// The first form links the purposes to a privacy statement: without one nothing is published.
beforeAll(() => aForm());

/** The editor's controls with what stands in them, as a browser would post them. */
const controls = async (page: string): Promise<[string, string][]> => {
  const posted: [string, string][] = [];
  let select = '';
  const rewriter = new HTMLRewriter()
    .on('form.builder input', {
      element: (element) => {
        const [name, type] = [element.getAttribute('name'), element.getAttribute('type')];
        const isOff = type === 'checkbox' && element.getAttribute('checked') === null;
        if (name && !isOff) posted.push([name, element.getAttribute('value') ?? '']);
      },
    })
    .on('form.builder textarea', {
      element: (element) => {
        posted.push([element.getAttribute('name') ?? '', '']);
      },
      text: ({ text }) => {
        const last = posted.at(-1);
        if (last) last[1] += text;
      },
    })
    .on('form.builder select', {
      element: (element) => {
        select = element.getAttribute('name') ?? '';
      },
    })
    .on('form.builder option', {
      element: (element) => {
        if (element.getAttribute('selected') !== null)
          posted.push([select, element.getAttribute('value') ?? '']);
      },
    });
  await rewriter.transform(new Response(page)).text();
  return posted.map(([name, value]) => [
    name,
    value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  ]);
};

/** Begins a form from a template, and answers its key. */
const begin = async (at: Awaited<ReturnType<typeof marketer>>, template = 'newsletter') => {
  const key = `made-${crypto.randomUUID()}`;
  const answer = await at.post('/forms/new', { key, template });
  expect(answer.status).toBe(303);
  return key;
};

/** Opens the editor, changes some controls, and presses a button. */
const write = async (
  at: Awaited<ReturnType<typeof marketer>>,
  key: string,
  changes: Record<string, string>,
  button = 'save',
) => {
  const page = await (await at.get(`/forms/${key}`)).text();
  const kept = (await controls(page)).filter(([name]) => !(name in changes));
  const answer = await at.post(`/forms/${key}`, [
    ...kept,
    ...Object.entries(changes),
    ['do', button],
  ]);
  return { status: answer.status, page: await answer.text() };
};

describe('building a form', () => {
  test('begins with a template, and nobody can use it before it is published', async () => {
    const at = await marketer();
    const key = await begin(at);
    await expect(formAnswer(key)).rejects.toThrow();
    const { status } = await write(at, key, { title: 'Our news' }, 'publish');
    expect(status).toBe(200);
    const form = await openForm(key);
    expect(form).toMatchObject({ title: 'Our news', version: 1, confirm: true });
    expect(form.sections[0]?.purposes[0]?.key).toBe('e-marketing');
    expect((await openForm(key, 'da')).title).toBe('Nyt fra os');
  });

  test('adds a field, gives it its texts language by language, and moves it', async () => {
    const at = await marketer();
    const key = await begin(at);
    await write(at, key, {}, 'add-field:0');
    await write(at, key, {
      's.0.f.1.label': 'First name',
      's.0.f.1.key': 'first',
      's.0.f.1.place': '0',
    });
    await write(at, key, { 's.0.f.0.required': 'yes' }, 'publish');
    const [section] = (await openForm(key)).sections;
    expect(section?.fields.map((field) => [field.key, field.label, field.required])).toEqual([
      ['first', 'First name', true],
      ['email', 'E-mail', true],
    ]);
  });

  test('keeps a draft beside what visitors see, and says what is missing to publish it', async () => {
    const at = await marketer();
    const key = await begin(at);
    await write(at, key, {}, 'publish');
    const { status, page } = await write(at, key, { submit: '' }, 'publish');
    expect(status).toBe(422);
    expect(page).toContain('submit');
    expect((await openForm(key)).submit).toBe('Sign me up');
  });

  test('warns with a reason of what could be better', async () => {
    const at = await marketer();
    const key = await begin(at);
    const { page } = await write(at, key, { locales: 'en da de', origins: '' });
    expect(page).toContain('No website may use it yet');
    expect(page).toContain('Not written in “de” yet');
  });

  test('takes an older version up again, and shows what differs', async () => {
    const at = await marketer();
    const key = await begin(at);
    await write(at, key, { title: 'One' }, 'publish');
    await write(at, key, { title: 'Two' }, 'publish');
    const versions = await (await at.get(`/forms/${key}/versions`)).text();
    expect(versions).toContain('<del>One</del>');
    expect(versions).toContain('<ins>Two</ins>');
    await at.post(`/forms/${key}/restore`, { version: '1' });
    await write(at, key, {}, 'publish');
    expect(await openForm(key)).toMatchObject({ title: 'One', version: 3 });
  });

  test('has a style of its own, and warns where it cannot be read', async () => {
    const at = await marketer();
    const key = await begin(at);
    const { page } = await write(at, key, {
      'style.accent': 'yes',
      'style.accent.light': '#ffff00',
      'style.accent.dark': '#ffff00',
      'style.radius': '1,5',
    });
    expect(page).toContain('stands out too little, light: 1.1 to 1');
    await write(at, key, {}, 'publish');
    expect((await openForm(key)).style).toContain('--accent:var(--samtykke-accent,light-dark(#fff');
    expect((await openForm(key)).style).toContain('--radius:var(--samtykke-radius,1.5rem)');
  });

  test('says what is wrong with a style, and keeps it to be mended', async () => {
    const at = await marketer();
    const key = await begin(at);
    const wrong = { 'style.accent': 'yes', 'style.accent.light': '</style>' };
    const { status, page } = await write(at, key, wrong, 'publish');
    expect(status).toBe(422);
    expect(page).toContain('Give a colour as #rrggbb.');
    expect((await write(at, key, { 'style.accent.light': '#000000' }, 'publish')).status).toBe(200);
  });

  test.each(['', 'popup', 'tab'])('is looked at as it will be shown: %s', async (display) => {
    const at = await marketer();
    const key = await begin(at);
    const page = await (await at.get(`/forms/${key}`)).text();
    const kept = (await controls(page)).filter(([name]) => name !== 'preview-display');
    const preview = await at.post(`/forms/${key}/preview`, [
      ...kept,
      ['preview-display', display],
      ['style.dialog', 'yes'],
      ['style.dialog.light', '</style><script>alert(1)</script>'],
    ]);
    const shown = await preview.text();
    expect(preview.status).toBe(200);
    expect(shown.includes('display=')).toBe(display !== '');
    expect(shown).not.toContain('alert(1)');
  });

  test('keeps what was changed in place when it is written on', async () => {
    const at = await marketer();
    const key = await begin(at);
    await write(at, key, {}, 'publish');
    await write(at, key, { origins: 'https://later.test' }, 'publish');
    expect((await openForm(key)).version).toBe(1);
    expect(await (await at.get(`/forms/${key}`)).text()).toContain('https://later.test</textarea>');
  });

  test('leaves as JSON, and comes back from it', async () => {
    const at = await marketer();
    const key = await begin(at, 'contact');
    const json = await (await at.get(`/forms/${key}/export`)).text();
    const copy = `copy-${crypto.randomUUID()}`;
    await at.post('/forms/new', { key: copy, json });
    await write(at, copy, {}, 'publish');
    expect((await openForm(copy)).sections[0]?.fields.map((field) => field.key)).toEqual([
      'name',
      'email',
      'message',
    ]);
    expect((await at.post('/forms/new', { key: 'x-bad', json: '{' })).status).toBe(422);
  });

  test('shows the tag for a site, and a key that is taken is refused', async () => {
    const at = await marketer();
    const key = await begin(at);
    const page = await (await at.get(`/forms/${key}/embed`)).text();
    expect(page).toContain(`&lt;samtykke-form form=&quot;${key}&quot;&gt;`);
    expect((await at.post('/forms/new', { key, template: 'event' })).status).toBe(422);
  });
});
