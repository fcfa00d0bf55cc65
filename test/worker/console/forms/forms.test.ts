import { beforeAll, describe, expect, test } from 'vitest';
import { aForm, anEmail, as, formAnswer, openForm, signUp } from '../../builders.ts';
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
  const to = answer.headers.get('Location')?.replace('/console', '');
  if (button !== 'publish' || !to) return { status: answer.status, page: await answer.text(), to };
  // What goes live is shown first; only then it does.
  const review = await at.get(to);
  if (review.status !== 200) return { status: review.status, page: await review.text(), to };
  const published = await at.post(to, []);
  return { status: published.status, page: await published.text(), to };
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
      ['email', 'Email', true],
    ]);
  });

  test('keeps a draft beside what visitors see, and says what is missing to publish it', async () => {
    const at = await marketer();
    const key = await begin(at);
    await write(at, key, {}, 'publish');
    const { status, page } = await write(at, key, { submit: '' }, 'publish');
    expect(status).toBe(422);
    expect(page).toContain('Button text: Enter this text in the default language.');
    expect(page).toContain(`/console/forms/${key}#submit`);
    expect((await openForm(key)).submit).toBe('Sign me up');
  });

  test('warns with a reason of what could be better', async () => {
    const at = await marketer();
    const key = await begin(at);
    const { page } = await write(at, key, { locales: 'en da de', origins: '' });
    expect(page).toContain('No websites are allowed yet');
    expect(page).toContain('Not translated into German yet: Title, Button text');
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
      'style.radius': '24',
    });
    expect(page).toContain('has too little contrast on light backgrounds: 1.1 to 1');
    await write(at, key, {}, 'publish');
    expect((await openForm(key)).style).toContain('--accent:var(--samtykke-accent,light-dark(#fff');
    expect((await openForm(key)).style).toContain('--radius:var(--samtykke-radius,1.5rem)');
    expect(await (await at.get(`/forms/${key}`)).text()).toMatch(
      /name="style.radius"[^>]* value="24"/,
    );
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
    expect(await (await at.get(`/forms/${key}`)).text()).toContain('value="https://later.test"');
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

  test('takes its key from its name, which can be changed until it is published', async () => {
    const at = await marketer();
    const { headers } = await at.post('/forms/new', { name: 'Åbent hus', template: 'event' });
    expect(headers.get('Location')).toBe('/console/forms/aabent-hus');
    const again = await at.post('/forms/new', { name: 'Åbent hus', template: 'event' });
    expect(again.headers.get('Location')).toBe('/console/forms/aabent-hus-2');
    const taken = await write(at, 'aabent-hus-2', { key: 'aabent-hus' });
    expect([taken.status, taken.page.includes('Another form has this key')]).toEqual([422, true]);
    const { to } = await write(at, 'aabent-hus-2', { key: 'house' });
    expect(to).toBe('/forms/house?message=saved');
    expect((await at.get('/forms/aabent-hus-2')).status).toBe(404);
    await write(at, 'house', {}, 'publish');
    const page = await (await at.get('/forms/house')).text();
    expect([page.includes('name="key"'), page.includes('Åbent hus</h1>')]).toEqual([false, true]);
    expect((await at.post('/forms/new', { template: 'event' })).status).toBe(422);
  });

  test('opens a field that was added, and takes its key from its label', async () => {
    const at = await marketer();
    const key = await begin(at);
    const { page } = await write(at, key, {}, 'add-field:0');
    expect(page).toMatch(/<details class="item" open.*?<input id="s.0.f.1.label"[^>]*autofocus/s);
    await write(at, key, { 's.0.f.1.label': 'Favourite fruit' });
    const fields = (await write(at, key, {}, 'publish')).to;
    expect(fields).toBeDefined();
    expect((await openForm(key)).sections[0]?.fields[1]?.key).toBe('favourite-fruit');
  });

  test('moves fields and pages by buttons, which keep the focus', async () => {
    const at = await marketer();
    const key = await begin(at, 'contact');
    const { page } = await write(at, key, {}, 'field-up:0.1');
    expect(page).toMatch(/value="field-down:0.0"[^>]*autofocus/);
    await write(at, key, {}, 'field-down:0.1');
    await write(at, key, {}, 'add-section');
    await write(at, key, { 's.1.title': 'First' }, 'section-up:1');
    await write(at, key, {}, 'publish');
    const { sections } = await openForm(key);
    expect(sections.map(({ title }) => title)).toEqual(['First', undefined]);
    expect(sections[1]?.fields.map((field) => field.key)).toEqual(['email', 'message', 'name']);
  });

  test('keeps of a field only what its kind has', async () => {
    const at = await marketer();
    const key = await begin(at);
    await write(at, key, {}, 'add-field:0');
    await write(at, key, {
      's.0.f.1.label': 'Day',
      's.0.f.1.placeholder': 'Soon',
      's.0.f.1.maxLength': '5',
    });
    await write(at, key, { 's.0.f.1.kind': 'date', 's.0.f.1.first': '2026-01-31' }, 'publish');
    expect((await openForm(key)).sections[0]?.fields[1]).toEqual({
      key: 'day',
      kind: 'date',
      label: 'Day',
      min: '2026-01-31',
    });
  });

  test('adds a language by its name, and shows before publishing what is not translated', async () => {
    const at = await marketer();
    const key = await begin(at);
    const { page } = await write(at, key, { 'add-locale': 'de' }, 'add-language');
    expect(page).toMatch(/aria-pressed="true"[^>]*>German/);
    await write(at, key, {}, 'add-section');
    const review = await (await at.get(`/forms/${key}/publish`)).text();
    expect(review).toContain('<strong>German</strong>: Title, Button text');
    expect(review).toContain('Page 2 has no fields and no purposes.');
  });

  test('shows what goes live by the names of the editor, in Danish too', async () => {
    const at = await atConsole(['forms'], { locale: 'da' });
    const key = await begin(at);
    await write(at, key, {}, 'publish');
    await write(at, key, { 's.0.f.0.label': 'Din adresse', active: '' });
    const review = await (await at.get(`/forms/${key}/publish`)).text();
    expect(review).toContain('Side 1 › Din adresse › Etiket (engelsk)');
    expect(review).toContain('<ins>Din adresse</ins>');
    expect(review).not.toContain('sections.');
    const { page } = await write(at, key, { 's.0.f.0.key': 'adresse' }, 'publish');
    expect(page).toContain('Tilføj et obligatorisk e-mailfelt');
  });

  test('deletes what nobody has submitted, and nothing that someone has', async () => {
    const at = await marketer();
    const draft = await begin(at);
    const unused = await begin(at);
    await write(at, unused, {}, 'publish');
    const used = await aForm();
    await signUp(used, anEmail());
    for (const key of [draft, unused, used])
      await at.post(`/forms/${key}/delete`, { what: 'form' });
    const list = await (await at.get('/forms')).text();
    expect([draft, unused, used].map((key) => list.includes(key))).toEqual([false, false, true]);
    await expect(formAnswer(unused)).rejects.toThrow();
    expect(await (await at.get(`/forms/${used}/delete`)).text()).toContain('part of the evidence');
    const { delete: remove } = await as(['forms']);
    expect((await remove(`/v1/forms/${used}`)).status).toBe(409);
    expect((await remove(`/v1/forms/${unused}`)).status).toBe(404);
  });

  test('a copy has a name and a key of its own, and a draft can be discarded', async () => {
    const at = await marketer();
    const key = await begin(at);
    await write(at, key, { name: 'Spring' }, 'publish');
    const { headers } = await at.post(`/forms/${key}/duplicate`);
    expect(headers.get('Location')).toBe('/console/forms/spring-copy');
    await write(at, key, { title: 'Another title' });
    await at.post(`/forms/${key}/delete`, { what: 'draft' });
    expect(await (await at.get(`/forms/${key}`)).text()).not.toContain('Another title');
  });

  test('shows the tag for a site, and a key that is taken is refused', async () => {
    const at = await marketer();
    const key = await begin(at);
    const page = await (await at.get(`/forms/${key}/embed`)).text();
    expect(page).toContain(`&lt;samtykke-form form=&quot;${key}&quot;&gt;`);
    expect((await at.post('/forms/new', { key, template: 'event' })).status).toBe(422);
  });
});
