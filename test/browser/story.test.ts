import { describe, expect, test } from 'vitest';
import { contentHash } from '../../worker/ledger/record.ts';
import { askFor, enter, unsubscribeFromAll } from './entering.ts';
import { runSchedule } from './scheduled.ts';
import {
  aForm,
  anEmail,
  ledgerOf,
  messagesTo,
  messageTo,
  pageWith,
  put,
  recorded,
  recordsOf,
  type Visit,
  visit,
  worker,
} from './visitor.ts';

/** What a mail scanner does: it opens every link of every email, again and again. */
const scan = async (email: string): Promise<number> => {
  const links = (await messagesTo(email)).flatMap(({ html }) =>
    [...html.matchAll(/href="(http[^"]+)"/g)].map(([, link = '']) => link),
  );
  await Promise.all(
    links.map(async (link) => {
      for (const method of ['GET', 'HEAD', 'GET']) await fetch(link, { method });
    }),
  );
  return links.length;
};

const signUp = async ({ page }: Visit, email: string): Promise<void> => {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Yes, send me news').check();
  await page.getByRole('checkbox', { name: 'Newsletter' }).check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
};

describe.each([
  ['on pages of the site', true],
  ['on hosted pages without JavaScript', false],
])('a person, %s', (_, javaScriptEnabled) => {
  test('signs up, confirms, changes, withdraws and is erased, and no scanner does it for them', async () => {
    const form = await aForm({ confirm: true });
    const email = anEmail();
    const html = pageWith(`<samtykke-form form="${form}"></samtykke-form>`);
    const first = await (javaScriptEnabled
      ? visit('/test.html', { html })
      : visit(`${worker}/f/${form}`, { javaScriptEnabled }));
    await signUp(first, email);
    const { link } = await messageTo(email, /Confirm your email address/);
    expect(await scan(email)).toBeGreaterThan(0);
    expect(await recorded(email)).toEqual({
      'e-marketing': 'pending',
      newsletter: 'pending',
      invitations: 'refused',
    });

    const confirming = await visit(link, { javaScriptEnabled });
    // The button has the focus.
    await confirming.page.locator('.button:focus').press('Enter');
    await confirming.page.getByRole('heading', { name: 'Thanks' }).waitFor();
    await messageTo(email, /uses your data/);

    const visited = await visit(javaScriptEnabled ? '/preferences.html' : `${worker}/preferences`, {
      javaScriptEnabled,
    });
    await enter(visited, email);
    const { page } = visited;
    await page.getByRole('switch', { name: 'Invitations' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and recorded.').waitFor();
    await page.getByRole('button', { name: 'Email me a receipt' }).click();
    await page.getByText('You get one receipt by email for each save.').waitFor();
    await messageTo(email, /Receipt for your choices/);
    await scan(email);
    expect(await recorded(email)).toMatchObject({ newsletter: 'given', invitations: 'given' });

    await unsubscribeFromAll(page);
    await page.getByText('Saved and recorded.').waitFor();
    expect(await recorded(email)).toEqual({
      'e-marketing': 'withdrawn',
      newsletter: 'withdrawn',
      invitations: 'withdrawn',
    });
    const [{ person } = { person: '' }] = await recordsOf(email);

    // Without a grace period the story can be told to its end.
    await put('/v1/settings/erasure-days', 0);
    await askFor(page, 'Delete my data');
    await page.getByRole('listitem').getByText('Scheduled for').waitFor();
    await scan(email);
    // The last email goes out before anything is erased, which may take a second turn.
    await expect.poll(() => runSchedule().then(() => recorded(email))).toEqual({});
    await put('/v1/settings/erasure-days', 7);
    expect((await messagesTo(email)).map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/ completed your request \d+$/),
    );

    const left = await ledgerOf(person);
    expect(left.length).toBeGreaterThan(6);
    for (const { content, sha256 } of left) expect(await contentHash(content)).toBe(sha256);
    expect(JSON.stringify(left)).not.toContain(email);
    expect([...first.errors, ...visited.errors, ...confirming.violations]).toEqual([]);
  });
});
