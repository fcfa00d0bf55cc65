import { expect, test } from 'vitest';
import { z } from 'zod';
import { aForm, anEmail, pageWith, recorded, type Visit, visit, worker } from './visitor.ts';

const passed = 'You are a person';

/** Stands in for Cloudflare's script: an answer is there at once, and another after each reset. */
const script = `
  let given = 0, listener, shown;
  const answer = () => setTimeout(() => {
    listener('answer-' + ++given);
    shown.textContent = '${passed}';
  });
  window.turnstile = {
    render: (container, options) => {
      listener = options.callback;
      shown = container;
      answer();
      return 'widget';
    },
    reset: answer,
  };`;

/** Opens a page whose forms ask for persons, as far as the page can tell. */
const guarded = (html: string): Promise<Visit> =>
  visit('/test.html', {
    html,
    before: async (page) => {
      await page.route('https://challenges.cloudflare.com/**', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: script }),
      );
      await page.route(/\/v1\/forms\/[^/]+\?/, async (route) => {
        const response = await route.fetch();
        const definition = z.record(z.string(), z.unknown()).parse(await response.json());
        await route.fulfill({ response, json: { ...definition, turnstile: 'a-key' } });
      });
    },
  });

const triesOf = ({ requests }: Visit) =>
  requests
    .filter((request) => request.method() === 'POST' && request.url().endsWith('/submissions'))
    .map((request) => {
      const sent = z.object({ turnstile: z.string(), idempotencyKey: z.string() });
      const { turnstile, idempotencyKey } = sent.parse(request.postDataJSON());
      return { key: idempotencyKey, answer: turnstile };
    });

test('each try of a form has an answer of its own under the same key, and is recorded once', async () => {
  const visited = await guarded(
    pageWith(`<samtykke-form form="${await aForm()}"></samtykke-form>`),
  );
  const { page, errors } = visited;
  const email = anEmail();
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Yes, send me news').check();
  await page.getByLabel('Newsletter').check();
  // The Worker records it, and its answer is lost.
  await page.route(
    `${worker}/**/submissions`,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Thanks' }).waitFor();
  const [first, second] = triesOf(visited);
  expect([first?.answer, second?.answer]).toEqual(['answer-1', 'answer-2']);
  expect(second?.key).toBe(first?.key);
  expect(await recorded(email)).toMatchObject({ newsletter: 'given' });
  expect(errors).toEqual([]);
});

test('the consent part in a site’s own form answers the check too, and adds no field of its', async () => {
  const visited = await guarded(
    pageWith(`<form action="sent.html"><label>E-mail <input name="email"></label>
      <samtykke-field form="newsletter"></samtykke-field><button>Send</button></form>`),
  );
  const { page } = visited;
  const email = anEmail();
  await page.getByLabel('Yes, send me news').check();
  await page.getByLabel('Newsletter').check();
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  // The site's form waits for nobody: an answer that comes after it has gone is too late.
  await page.getByText(passed).waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/sent\.html/, { waitUntil: 'commit' });
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(['email', 'samtykke-receipt']);
  await expect.poll(() => recorded(email)).toMatchObject({ newsletter: 'given' });
  expect(triesOf(visited).map(({ answer }) => answer)).toEqual(['answer-1']);
});

test.each(['samtykke-form', 'samtykke-field'])(
  'a %s in another language checks once',
  async (name) => {
    const { page } = await guarded(
      pageWith(`<form><${name} form="${await aForm()}" locale="en"></${name}></form>`),
    );
    const element = page.locator(name);
    await page.getByLabel('Yes, send me news').waitFor();
    await element.evaluate((each) => each.setAttribute('locale', 'da'));
    await expect.poll(() => element.getAttribute('lang')).toBe('da');
    await expect.poll(() => element.locator('[slot=turnstile]').count()).toBe(1);
  },
);
