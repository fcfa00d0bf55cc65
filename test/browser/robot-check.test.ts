import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  aForm,
  anEmail,
  pageWith,
  recorded,
  submissionsOf,
  type Visit,
  visit,
  worker,
} from './visitor.ts';

const passed = 'You are a person';

/** Stands in for Cloudflare's script: an answer is there at once, or once `mayAnswer` is, and another after each reset. */
const script = `
  let given = 0, listener, shown;
  const answer = async () => {
    await window.mayAnswer;
    setTimeout(() => {
      listener('answer-' + ++given);
      shown.textContent = '${passed}';
    });
  };
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
const guarded = (html: string, isTimeOurs = false): Promise<Visit> =>
  visit('/test.html', {
    html,
    isOwn: isTimeOurs,
    before: async (page) => {
      if (isTimeOurs) await page.clock.install();
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

const Answered = z.object({ turnstile: z.string() });

const triesOf = (visited: Visit) =>
  submissionsOf(visited).map(({ key, body }) => ({ key, answer: Answered.parse(body).turnstile }));

/** Enters an address, and agrees to the newsletter. */
const fill = async (page: Page): Promise<string> => {
  const email = anEmail();
  await page.getByLabel('Yes, send me news').check();
  await page.getByLabel('Newsletter').check();
  await page.getByLabel('Email', { exact: true }).fill(email);
  return email;
};

test('each try of a form has an answer of its own under the same key, and is recorded once', async () => {
  const visited = await guarded(
    pageWith(`<samtykke-form form="${await aForm()}"></samtykke-form>`),
  );
  const { page, errors } = visited;
  const email = await fill(page);
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
    pageWith(`<form action="sent.html"><label>Email <input name="email"></label>
      <samtykke-field form="newsletter"></samtykke-field><button>Send</button></form>`),
  );
  const { page } = visited;
  const email = await fill(page);
  await page.getByText(passed).waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/sent\.html/, { waitUntil: 'commit' });
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(['email', 'samtykke-receipt']);
  await expect.poll(() => recorded(email)).toMatchObject({ newsletter: 'given' });
  expect(triesOf(visited).map(({ answer }) => answer)).toEqual(['answer-1']);
});

/** A site's form that goes to a frame of the page, while the robot check has no answer before `letAnswer()`. */
const early = (script = '') =>
  pageWith(`<script>window.mayAnswer = new Promise((resolve) => { window.letAnswer = resolve; });
      window.sent = []; addEventListener('submit', (event) => { ${script} });</script>
    <form action="sent.html" target="there"><label>Email <input name="email"></label>
      <samtykke-field form="newsletter"></samtykke-field><button name="by" value="us">Send</button></form>
    <iframe name="there" title="There"></iframe>`);

const sendEarly = async (page: Page): Promise<string> => {
  const email = await fill(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('status').filter({ hasText: 'Sending' }).waitFor();
  // A second press does not send it twice.
  await page.getByRole('button', { name: 'Send' }).click();
  return email;
};

/** What the site's form took along, to its frame or by its script; undefined while it has not gone. */
const gone = async (page: Page): Promise<Record<string, string> | undefined> => {
  const url = page.frame({ name: 'there' })?.url() ?? '';
  const [sent, ...others] = z.array(z.string()).parse(await page.evaluate('sent'));
  expect(others).toEqual([]);
  const query = sent ?? (url.startsWith('http') ? new URL(url).search : undefined);
  return query === undefined ? undefined : Object.fromEntries(new URLSearchParams(query));
};

describe('a site’s form that is sent before the robot check has an answer', () => {
  const later = 'event.preventDefault(); const form = event.target;';
  test.each([
    ['without a script', ''],
    ['by form.submit()', `${later} form.submit();`],
    [
      'by a request of the site',
      `${later} sent.push(String(new URLSearchParams(new FormData(form, event.submitter))));`,
    ],
  ])('%s waits for it, and goes once', async (_, script) => {
    const visited = await guarded(early(script));
    const { page, errors } = visited;
    const email = await sendEarly(page);
    expect(await gone(page)).toBeUndefined();
    await page.evaluate('letAnswer()');
    await expect.poll(() => recorded(email)).toMatchObject({ newsletter: 'given' });
    const receipt = z.object({ receipt: z.string() });
    const [sent] = submissionsOf(visited).map(({ body }) => receipt.parse(body).receipt);
    await expect.poll(() => gone(page)).toMatchObject({ email, 'samtykke-receipt': sent });
    if (!script.includes('submit();')) expect(await gone(page)).toMatchObject({ by: 'us' });
    expect(await page.getByRole('status').count()).toBe(0);
    expect(triesOf(visited).map(({ answer }) => answer)).toEqual(['answer-1']);
    expect(errors).toEqual([]);
  });

  test('goes without a receipt where no answer comes in time, and the consent once one does', async () => {
    const script = `event.preventDefault(); sent.push(String(new URLSearchParams(new FormData(event.target))));`;
    const visited = await guarded(early(script), true);
    const { page } = visited;
    const email = await sendEarly(page);
    await page.clock.runFor(16_000);
    await expect.poll(() => gone(page)).toEqual({ email });
    expect(submissionsOf(visited)).toEqual([]);
    await page.evaluate('letAnswer()');
    await page.clock.runFor(1000);
    await expect.poll(() => recorded(email)).toMatchObject({ newsletter: 'given' });
  });

  test('does not wait for a check that cannot come', async () => {
    const visited = await guarded(early());
    const { page } = visited;
    await page.route('https://challenges.cloudflare.com/**', (route) => route.abort());
    await page.reload();
    const email = await fill(page);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => gone(page)).toEqual({ email, by: 'us' });
  });
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
