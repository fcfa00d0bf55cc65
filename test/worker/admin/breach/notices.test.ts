import { describe, expect, test } from 'vitest';
import { aForm, anEmail, as, count, findPerson, signUp } from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';

const aPerson = async (locale = 'en') => {
  const email = anEmail();
  await signUp(await aForm(), email, { locale });
  return { email, id: (await findPerson(email))?.id ?? '' };
};

const facts = {
  nature: 'A laptop with names and addresses was stolen.',
  consequences: 'Someone may write to you in our name.',
  measures: 'The laptop was locked from afar. Do not answer letters that ask for a password.',
  contact: 'privacy@site.test',
};

describe('a breach notice', () => {
  test('tells each person of the list what has happened, in their language', async () => {
    const [one, other] = [await aPerson(), await aPerson('da')];
    const officer = await as(['breach', 'bulk']);
    const people = [one.id, other.id, one.id, crypto.randomUUID()];
    const answer = await officer.post('/v1/breach-notices', { ...facts, people });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ queued: 2, unknown: 1 });
    const sent = (await messagesTo(one.email)).filter(({ text }) => text.includes(facts.nature));
    expect(sent).toHaveLength(1);
    for (const fact of Object.values(facts)) expect(sent[0]?.text).toContain(fact);
    const subjects = (await messagesTo(other.email)).map(({ subject }) => subject);
    expect(subjects).toContain('Et brud på datasikkerheden hos Æblegård berører dine data');
  });

  test('needs its own right, and is audited', async () => {
    const { id } = await aPerson();
    const body = { ...facts, nature: crypto.randomUUID(), people: [id] };
    expect((await (await as(['mail'])).post('/v1/breach-notices', body)).status).toBe(403);
    await (await as(['breach', 'bulk'])).post('/v1/breach-notices', body);
    const acts =
      "SELECT COUNT(*) AS count FROM audit WHERE act = 'breach.notices' AND instr(after, ?1)";
    expect(await count(acts, body.nature)).toBe(1);
  });

  test('without what the law asks for is refused', async () => {
    const officer = await as(['breach', 'bulk']);
    const { measures: _, ...less } = facts;
    const body = { ...less, people: [crypto.randomUUID()] };
    expect((await officer.post('/v1/breach-notices', body)).status).toBe(422);
  });
});
