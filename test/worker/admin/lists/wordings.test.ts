import { createExecutionContext, env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { app } from '../../../../worker/app.ts';
import { savedTexts, type Wordings } from '../../../../worker/contract/lists.ts';
import {
  aForm,
  anEmail,
  as,
  aToken,
  count,
  host,
  openForm,
  signUp,
  standingsOf,
} from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { byTrips } from '../../trips.ts';

const texts = {
  title: 'Surveys',
  approval: 'Yes, ask me.',
  notice: 'We ask you.',
  privacyTitle: 'Privacy',
  description: 'We ask you twice a year.',
  privacyUrl: 'https://site.test/privacy',
};

/** What a form says that asks for a purpose. */
const asking = (purpose: string): Parameters<typeof aForm>[0] => ({
  locales: ['en'],
  sections: [
    {
      key: 'main',
      fields: [{ key: 'email', kind: 'email', label: { en: 'E-mail' }, required: true }],
      purposes: [{ purpose }],
    },
  ],
});

/** A purpose of its own with a form that asks for it, and so many who agreed. */
const asked = async (yes: number) => {
  const purpose = `surveys-${crypto.randomUUID()}`;
  const { put, get } = await as(['lists', 'people-read']);
  await put(`/v1/purposes/${purpose}`, { legalBasis: '61A', explicit: true });
  await put(`/v1/purposes/${purpose}/texts/en`, texts);
  const form = await aForm(asking(purpose));
  const emails = Array.from({ length: yes }, anEmail);
  for (const email of emails) await signUp(form, email, { purposes: { [purpose]: true } });
  return {
    purpose,
    form,
    emails,
    get,
    change: async (changes: object) =>
      (await put(`/v1/purposes/${purpose}/texts/en`, { ...texts, ...changes })).json(),
    wordings: async () =>
      (await (await get(`/v1/purposes/${purpose}/wordings`)).json()) as Wordings,
  };
};

const RECOUNTED = `
SELECT COALESCE(r.statement, '') AS statement, COUNT(*) AS count
FROM standing s
JOIN record r ON r.id = s.record
WHERE s.item_kind = 'purpose' AND s.item = ?1 AND s.decision = 'given'
GROUP BY 1
ORDER BY 1`;

beforeAll(() => aForm());

describe('the words of a purpose', () => {
  test('show in forms as soon as they are changed, as a new version', async () => {
    const { form, change } = await asked(0);
    expect(await change({ approval: 'Yes, ask me now and then.' })).toMatchObject({
      forms: { published: [{ form, version: 2 }], failed: [] },
    });
    const { version, sections } = await openForm(form);
    expect([version, sections[0]?.purposes[0]?.text]).toEqual([2, 'Yes, ask me now and then.']);
  });

  test('show in more forms than one save can publish by as many saves, each within what D1 answers', async () => {
    const { purpose } = await asked(0);
    for (let one = 0; one < 8; one++) await aForm(asking(purpose));
    const headers = { Authorization: `Bearer ${await aToken(['lists'])}` };
    const save = async () => {
      let queries = 0;
      const DB = byTrips(env.DB, (go, many) => {
        queries += many;
        return go();
      });
      const body = JSON.stringify({ ...texts, approval: 'Yes, ask me within bounds.' });
      const answer = await app.request(
        `${host}/v1/purposes/${purpose}/texts/en`,
        { method: 'PUT', headers, body },
        { ...env, DB, D1_QUERIES: '50' },
        createExecutionContext(),
      );
      const { forms } = savedTexts.purposes.parse(await answer.json());
      return { ...forms, queries };
    };
    const first = await save();
    expect(first.published.length).toBeGreaterThan(0);
    expect(first.failed[0]?.errors).toMatchObject([{ code: 'later' }]);
    let published = first.published.length;
    for (let { failed } = first; failed.length > 0; ) {
      const again = await save();
      expect(again.queries).toBeLessThanOrEqual(50);
      published += again.published.length;
      failed = again.failed;
    }
    expect(first.queries).toBeLessThanOrEqual(50);
    expect(published).toBe(9);
  });

  test('make no version where nobody sees the change', async () => {
    const { form, change } = await asked(0);
    await change({ notice: 'We ask you otherwise.' });
    expect((await openForm(form)).version).toBe(1);
  });

  test('leave a form alone, and its history, where nobody sees the change', async () => {
    const { form, change } = await asked(0);
    const acts =
      "SELECT COUNT(*) AS count FROM audit WHERE act = 'form.publish' AND object LIKE ?1";
    const before = await count(acts, `${form}@%`);
    await change({ notice: 'We ask you otherwise.' });
    await change({ notice: 'We ask you otherwise.' });
    expect(await count(acts, `${form}@%`)).toBe(before);
  });

  test('say who agreed to the current wording, and who to older wording', async () => {
    const { form, purpose, change, wordings } = await asked(2);
    expect(await wordings()).toMatchObject({ current: 2, older: [] });
    await change({ description: 'We ask you each month.' });
    const email = anEmail();
    await signUp(form, email, { version: 2, purposes: { [purpose]: true } });
    expect(await wordings()).toMatchObject({
      current: 1,
      older: [{ text: 'Yes, ask me.', description: 'We ask you twice a year.', count: 2 }],
    });
    await change({});
    expect(await wordings()).toMatchObject({ current: 2, older: [{ count: 1 }] });
  });

  test('are older for anyone who answered a page that was still open', async () => {
    const { form, purpose, change, wordings } = await asked(0);
    await change({ description: 'We ask you each month.' });
    await signUp(form, anEmail(), { version: 1, purposes: { [purpose]: true } });
    expect(await wordings()).toMatchObject({ current: 0, older: [{ count: 1 }] });
  });

  test('count nobody who took the consent back or was erased', async () => {
    const { purpose, emails, get, wordings } = await asked(3);
    const { post } = await as(['consents-write']);
    const [first = '', second = ''] = emails;
    const idOf = async (email: string) => {
      const found = await (await get(`/v1/people?email=${email}`)).json();
      return (found as { people: { id: string }[] }).people[0]?.id;
    };
    const answer = await post(`/v1/people/${await idOf(first)}/decisions`, {
      purpose,
      decision: 'withdrawn',
      legalBasis: '61A',
      source: 'manual',
      comment: 'Told us on the phone.',
    });
    expect(answer.status).toBeLessThan(300);
    expect((await wordings()).current).toBe(2);
    const console = await atConsole(['bulk-delete', 'people-read']);
    await console.post(`/people/${await idOf(second)}/erase`, {
      typed: second,
      erasure: 'request',
    });
    expect((await wordings()).current).toBe(1);
  });
});

describe('who decided on older words', () => {
  test('is found, and asked again', async () => {
    const { form, purpose, emails, change, get } = await asked(2);
    await change({ description: 'We ask you each month.' });
    const fresh = anEmail();
    await signUp(form, fresh, { version: 2, purposes: { [purpose]: true } });
    expect(await standingsOf(fresh)).toMatchObject({ [purpose]: 'given' });
    const query = `purpose=${purpose}&decision=given&wording=older`;
    const { people } = (await (await get(`/v1/people?${query}`)).json()) as {
      people: { email: string }[];
    };
    expect(people.map(({ email }) => email).toSorted()).toEqual(emails.toSorted());
    const at = await atConsole(['lists', 'bulk', 'bulk-update', 'people-read']);
    const page = await (await at.get(`/lists/purposes/${purpose}`)).text();
    expect(page).toContain('1 agreed to the current wording, 2 to older wording.');
    const dryRun = await at.get(`/jobs/new?kind=consent-renewal&${query}`);
    expect(await dryRun.text()).toContain('2 people match.');
  });
});

test('a form that cannot show a change stays as it was, and the console says so', async () => {
  const { form, purpose } = await asked(0);
  const at = await atConsole(['lists']);
  const answer = await at.post(`/lists/purposes/${purpose}`, {
    legalBasis: '61A',
    explicit: 'yes',
    rank: '0',
  });
  const page = await answer.text();
  expect(page).toContain('These forms could not be updated');
  expect(page).toContain(form);
  expect((await openForm(form)).version).toBe(1);
  expect(await count('SELECT COUNT(*) AS count FROM form_version WHERE form = ?1', form)).toBe(1);
});

test('what is counted always equals a count of the ledger, whatever people decide', async () => {
  const { form, purpose, emails, change, get } = await asked(4);
  await change({ description: 'We ask you each month.' });
  const [first = '', second = '', third = ''] = emails;
  const decide = async (email: string, decision: string) => {
    const found = await (await get(`/v1/people?email=${email}`)).json();
    const id = (found as { people: { id: string }[] }).people[0]?.id;
    const { post } = await as(['consents-write']);
    await post(`/v1/people/${id}/decisions`, {
      purpose,
      decision,
      legalBasis: '61A',
      source: 'phone',
      comment: 'On the phone.',
    });
  };
  await decide(first, 'withdrawn');
  await decide(first, 'given');
  await decide(second, 'restricted');
  await signUp(form, third, { version: 2, purposes: { [purpose]: true } });
  const { results } = await env.DB.prepare(RECOUNTED).bind(purpose).all();
  const kept =
    'SELECT statement, count FROM wording_count WHERE purpose = ?1 AND count <> 0 ORDER BY 1';
  expect((await env.DB.prepare(kept).bind(purpose).all()).results).toEqual(results);
  expect(results).toHaveLength(3);
});
