import { SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import {
  aDefinition,
  aForm,
  aFormWith,
  allowRedirects,
  anEmail,
  anIp,
  host,
  recordsOf,
  standingsOf,
} from '../builders.ts';

const page = async (form: string, query = '') => {
  const response = await SELF.fetch(`${host}/f/${form}${query}`);
  return { response, html: await response.text() };
};

/** Posts what a browser without JavaScript would: every hidden field of the page, and the answers. */
const post = async (form: string, answers: Record<string, string>, html?: string) => {
  const shown = html ?? (await page(form)).html;
  const hidden = [...shown.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    /name="([^"]*)"/.exec(tag)?.[1] ?? '',
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  return SELF.fetch(`${host}/v1/forms/${form}/submissions`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: host,
      'CF-Connecting-IP': anIp(),
    },
    body: new URLSearchParams([...hidden, ['trap', ''], ...Object.entries(answers)]),
  });
};

const yes = { 'purposes.e-marketing': 'yes', 'subscriptions.newsletter': 'yes' };

describe('the hosted page', () => {
  test('is the widget’s own element, rendered on the server', async () => {
    const { response, html } = await page(await aForm({ title: { en: 'News' } }), '?locale=da');
    expect(response.status).toBe(200);
    expect(html).toContain('shadowrootmode="open"');
    expect(html).toContain('Ja tak, send mig nyheder og tilbud på e-mail.');
    expect(html).toContain('<html lang="da" dir="ltr">');
    expect(html).not.toMatch(/<input[^>]*checked/);
  });

  test('is not cached, because it has its own Idempotency-Key', async () => {
    const form = await aForm();
    const keyOf = (html: string) => /name="idempotencyKey" value="([^"]+)"/.exec(html)?.[1];
    const [one, two] = [await page(form), await page(form)];
    expect(one.response.headers.get('Cache-Control')).toBe('no-store');
    expect(keyOf(one.html)).toMatch(/^[0-9a-f-]{36}$/);
    expect(keyOf(one.html)).not.toBe(keyOf(two.html));
  });

  test('has a strict policy, under which its own style stands by its hash', async () => {
    const { response, html } = await page(await aForm());
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).not.toContain('unsafe');
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    expect(policy).toContain(`'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`);
  });

  test('fills in text fields from its address, and never a consent', async () => {
    const form = await aForm();
    const { html } = await page(
      form,
      '?email=anna%40example.com&e-marketing=yes&purposes.e-marketing=yes',
    );
    expect(html).toContain('value="anna@example.com"');
    expect(html).not.toMatch(/<input[^>]*checked/);
  });

  test('fills in an address with its plus, encoded or not', async () => {
    const form = await aForm();
    for (const query of ['?email=anna+news@example.com', '?email=anna%2Bnews@example.com'])
      expect((await page(form, query)).html).toContain('value="anna+news@example.com"');
  });

  test('takes a submission without JavaScript and leads to a page of thanks', async () => {
    const form = await aForm();
    const email = anEmail();
    const answer = await post(form, {
      'fields.email': email,
      'purposes.e-marketing': 'yes',
      'subscriptions.newsletter': 'yes',
    });
    expect(answer.status).toBe(303);
    const thanks = await SELF.fetch(new URL(answer.headers.get('Location') ?? '', host));
    const told = await thanks.text();
    expect(told).toContain('Noted.');
    expect(told).toContain('<strong>Newsletter</strong> Once a month');
    expect(told).toContain('a…@example.com');
    expect(told).not.toContain(email);
    expect(await standingsOf(email)).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });
    expect((await recordsOf(email))[0]?.content).toMatchObject({ form, page: `${host}/f/${form}` });
  });

  test('tells a visitor who refused everything that nothing is sent, in place of the thanks', async () => {
    const done = { ...aDefinition().done, redirect: 'https://site.test/thanks' };
    await allowRedirects('site.test');
    const form = await aForm({ done });
    const answer = await post(form, { 'fields.email': anEmail() });
    const told = await (
      await SELF.fetch(new URL(answer.headers.get('Location') ?? '', host))
    ).text();
    expect(told).toContain('We won&#39;t send you anything because of this form.');
    expect(told).not.toContain('Noted.');
  });

  test('asks what to receive where several things can be', async () => {
    const answer = await post(await aForm(), {
      'fields.email': anEmail(),
      'purposes.e-marketing': 'yes',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('id="subscriptions.newsletter-error"');
  });

  test('records what an empty box means without JavaScript too', async () => {
    const email = anEmail();
    await post(await aForm(), { 'fields.email': email });
    expect(await standingsOf(email)).toEqual({ 'e-marketing': 'refused' });
  });

  test('comes back with what is wrong and every answer still in it', async () => {
    const form = await aForm(
      aFormWith(
        { key: 'note', kind: 'textarea', label: { en: 'Note' } },
        { key: 'land', kind: 'country', label: { en: 'Country' } },
        {
          key: 'way',
          kind: 'radio',
          label: { en: 'Way' },
          options: [{ value: 'bus', label: { en: 'Bus' } }],
        },
      ),
    );
    const answer = await post(form, {
      'fields.email': 'anna',
      'fields.note': 'Hello <b>you</b>',
      'fields.land': 'DK',
      'fields.way': 'bus',
      'purposes.e-marketing': 'yes',
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="anna"');
    expect(html).toMatch(/<textarea[^>]*>Hello &lt;b/);
    expect(html).toMatch(/<option[^>]*value="DK"[^>]*selected/);
    expect(html).toMatch(/<input[^>]*name="fields.way"[^>]*checked/);
    expect(html).toMatch(/<input[^>]*name="purposes.e-marketing"[^>]*checked/);
    expect(html).toContain('Enter an email address');
  });

  test('sent twice by an impatient visitor makes one record', async () => {
    const form = await aForm();
    const email = anEmail();
    const { html } = await page(form);
    const answers = { 'fields.email': email, ...yes };
    const [one, two] = await Promise.all([post(form, answers, html), post(form, answers, html)]);
    expect(one?.headers.get('Location')).toBe(two?.headers.get('Location'));
    expect(await recordsOf(email)).toHaveLength(3);
  });

  test('leads to the form’s own address where it has one', async () => {
    const done = { ...aDefinition().done, redirect: 'https://site.test/thanks' };
    await allowRedirects('site.test');
    const form = await aForm({ done });
    const { response } = await page(form);
    expect(response.headers.get('Content-Security-Policy')).toContain(
      "form-action 'self' https://site.test",
    );
    const answer = await post(form, { 'fields.email': anEmail(), ...yes });
    expect(answer.headers.get('Location')).toBe('https://site.test/thanks');
  });

  test('of a closed form shows its message', async () => {
    const { html } = await page(await aForm({ active: false }));
    expect(html).toContain('Closed.');
    expect(html).not.toContain('<form');
  });
});

describe('text stays text', () => {
  const evil = `"><img src=x onerror=alert(1)></script><script>alert(2)</script>'`;
  const text = { en: evil };

  test('in every text of a form, its errors and its messages', async () => {
    const form = await aForm({
      title: text,
      intro: text,
      submit: text,
      done: { title: text, text },
      sections: [
        {
          key: 's',
          title: text,
          intro: text,
          fields: [
            {
              key: 'email',
              kind: 'email',
              label: text,
              help: text,
              placeholder: text,
              required: true,
            },
            { key: 'a', kind: 'text', label: text, value: evil },
            { key: 'b', kind: 'select', label: text, options: [{ value: evil, label: text }] },
            {
              key: 'c',
              kind: 'radio',
              label: text,
              help: text,
              options: [{ value: evil, label: text }],
            },
            { key: 'd', kind: 'checkbox', label: text },
            { key: 'e', kind: 'hidden', label: text, value: evil },
            { key: 'f', kind: 'textarea', label: text, value: evil },
          ],
          purposes: [{ purpose: 'e-marketing', subscriptions: ['newsletter'] }],
        },
      ],
    });
    const answer = await post(form, { 'fields.email': evil, 'fields.a': evil, 'fields.f': evil });
    const thanks = await post(form, { 'fields.email': anEmail(), 'purposes.e-marketing': 'yes' });
    const location = thanks.headers.get('Location') ?? '';
    const pages = [
      (await page(form)).html,
      (await page(form, `?email=${encodeURIComponent(evil)}`)).html,
      await answer.text(),
      await (await SELF.fetch(new URL(location, host))).text(),
    ];
    for (const html of pages) {
      expect(html).toMatch(/&lt;|\\u003c/);
      expect(html).not.toContain('<img');
      expect(html).not.toContain('<script>alert');
    }
  });
});

test('a page with the loader of an earlier build is led to the files of this one', async () => {
  const response = await SELF.fetch(`${host}/w/0123456789/form.js`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('Location')).toBe('/w/test/form.js');
});

test('a script that shows a form in the style of an earlier build is led to code with its own', async () => {
  const response = await SELF.fetch(`${host}/w/0123456789/unstyled.js`, { redirect: 'manual' });
  expect(response.headers.get('Location')).toBe('/w/test/form.js');
});
