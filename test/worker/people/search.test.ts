import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aForm, anEmail, as, count, findPerson, send, signUp } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';

const Page = z.object({
  people: z.array(z.object({ email: z.string(), id: z.string() })),
  next: z.string().nullable(),
});

/** Everybody who fits, page by page. */
const search = async (query: Record<string, string>, limit = 100): Promise<string[]> => {
  const { get } = await as(['people-read']);
  const found: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const all = new URLSearchParams({ ...query, after, limit: String(limit) });
    const page: z.infer<typeof Page> = Page.parse(await (await get(`/v1/people?${all}`)).json());
    found.push(...page.people.map(({ email }) => email));
    after = page.next;
  }
  return found;
};

describe('people are found', () => {
  test('by how a purpose or a subscription stands', async () => {
    const form = await aForm();
    const [yes, no] = [anEmail(), anEmail()];
    await signUp(form, yes, { subscriptions: { newsletter: true } });
    await send(form, { body: { fields: { email: no }, purposes: { 'e-marketing': false } } });
    const given = await search({ purpose: 'e-marketing', decision: 'given' });
    expect(given).toContain(yes);
    expect(given).not.toContain(no);
    expect(await search({ purpose: 'e-marketing', decision: 'refused' })).toContain(no);
    expect(await search({ purpose: 'sales-and-service', decision: 'never' })).toContain(yes);
    const subscribed = { subscription: 'newsletter', subscriptionDecision: 'given' };
    expect(await search(subscribed)).toContain(yes);
    expect(await search(subscribed)).not.toContain(no);
  });

  test('by source, legal basis, and the days they became known or did something', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const today = new Date().toISOString().slice(0, 10);
    expect(await search({ source: 'web-form', legalBasis: '61A' })).toContain(email);
    expect(await search({ source: 'phone' })).not.toContain(email);
    expect(await search({ since: today, until: today, activeSince: today })).toContain(email);
    expect(await search({ until: '2020-01-01' })).not.toContain(email);
    expect(await search({ activeUntil: '2020-01-01' })).not.toContain(email);
  });

  test('each once, however small the pages', async () => {
    const form = await aForm();
    const emails = Array.from({ length: 7 }, anEmail);
    for (const email of emails) await signUp(form, email);
    const found = await search({ purpose: 'e-marketing', decision: 'given' }, 2);
    expect(new Set(found).size).toBe(found.length);
    for (const email of emails) expect(found).toContain(email);
  });

  test('by a segment that was saved', async () => {
    const { post, get } = await as(['people-read', 'people-register']);
    const filter = { purpose: 'e-marketing', decision: 'given' };
    await post('/v1/segments', { name: 'Readers', filter });
    const { segments } = z
      .object({
        segments: z.array(
          z.object({ name: z.string(), filter: z.object({ purpose: z.string() }).loose() }),
        ),
      })
      .parse(await (await get('/v1/segments')).json());
    expect(segments.find(({ name }) => name === 'Readers')?.filter.purpose).toBe('e-marketing');
  });

  test('by a list of addresses, which reports the unknown ones and keeps them nowhere', async () => {
    const form = await aForm();
    const [one, other, nobody] = [anEmail(), anEmail(), anEmail()];
    for (const email of [one, other]) await signUp(form, email);
    const { post } = await as(['people-read', 'people-register']);
    const emails = [one.toUpperCase(), one, nobody, 'no address'];
    const made = await post('/v1/segments', { name: 'From the fair', emails });
    expect(made.status).toBe(201);
    const answer = (await made.json()) as { id: string };
    expect(answer).toMatchObject({ matched: 1, unknown: [nobody, 'no address'] });
    expect(await search({ listed: answer.id })).toEqual([one]);
    expect(await search({ listed: answer.id, decision: 'given', purpose: 'e-marketing' })).toEqual([
      one,
    ]);
    const kept = 'SELECT COUNT(*) AS count FROM segment WHERE instr(name || filter, ?1)';
    expect(await count(kept, nobody)).toBe(0);
  });

  test('in no list that was removed, and who was erased is in none', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const at = await as(['people-read', 'people-register']);
    const made = await at.post('/v1/segments', { name: 'Gone', emails: [email] });
    const { id } = (await made.json()) as { id: string };
    const person = await findPerson(email);
    const listed = 'SELECT COUNT(*) AS count FROM segment_person WHERE segment = ?1';
    expect(await count(listed, id)).toBe(1);
    const console = await atConsole(['bulk-delete', 'people-read']);
    await console.post(`/people/${person?.id}/erase`, { typed: email, erasure: 'request' });
    expect(await count(listed, id)).toBe(0);
    await console.post(`/people/segments/${id}/remove`, {});
    expect((await at.get(`/v1/people?listed=${id}`)).status).toBe(200);
  });

  test('by a file in the console, in whatever encoding it is', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const at = await atConsole(['people-read', 'people-register']);
    const file = Uint8Array.from(`Navn;E-mail\r\nSøren;${email}\r\n`, (one) => one.charCodeAt(0));
    const page = await at.upload('/people/listed', { name: 'From a file' }, file);
    expect(await page.text()).toContain('1 address is known');
    const broken = await at.upload('/people/listed', { name: 'Broken' }, `a\n"${email}`);
    expect(broken.status).toBe(422);
    expect(await broken.text()).toContain('Row 2 has a quotation mark that is not closed');
  });

  test('by addresses that are typed in the console', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const at = await atConsole(['people-read', 'people-register']);
    const page = await at.post('/people/listed', {
      name: 'From a file',
      emails: `name,email\nAnna,${email}\nBo,nobody@example.com`,
    });
    const html = await page.text();
    expect(html).toContain('1 address is known');
    expect(html).toContain('nobody@example.com');
    const none = await at.post('/people/listed', { name: 'Empty', emails: 'no address' });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('There is no address in it.');
  });

  test('by nothing that is no filter', async () => {
    const { get } = await as(['people-read']);
    expect((await get('/v1/people?decision=maybe')).status).toBe(422);
    expect((await get('/v1/people?since=yesterday')).status).toBe(422);
    expect(await findPerson(anEmail())).toBeUndefined();
  });
});
