import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { checkMailing } from '../../../worker/admin/audiences/check.ts';
import { readOverview } from '../../../worker/admin/overview/needs.ts';
import type { Decision } from '../../../worker/contract/words.ts';
import { occasionId } from '../../../worker/ledger/record.ts';
import { broken, replay, standingKey } from '../../../worker/ledger/replay.ts';
import {
  aForm,
  anEmail,
  as,
  findPerson,
  problemOf,
  recordsOf,
  send,
  standingsOf,
  theSystem,
} from '../builders.ts';
import { makeKnown, makeStand, writers } from './writers.ts';
import { storeSealedAsGiven } from './writing.ts';

const purpose = 'sales-and-service';

/** A form that tells of a purpose, and asks for another. */
const aFormThatTells = (confirm = false) =>
  aForm({
    confirm,
    sections: [
      {
        key: 'a',
        fields: [{ key: 'email', kind: 'email', label: { en: 'E' }, required: true }],
        purposes: [{ purpose }, { purpose: 'e-marketing' }],
      },
    ],
  });

const tell = async (email: string, ticked = false, confirm = false) => {
  const form = await aFormThatTells(confirm);
  const body = { fields: { email }, purposes: { 'e-marketing': ticked }, subscriptions: {} };
  expect((await send(form, { body })).status).toBe(201);
};

/** Someone for whom the purpose stands so. */
const aPerson = async (decision: Decision): Promise<string> => {
  const email = anEmail();
  await makeKnown(email);
  await makeStand(email, { purpose }, decision);
  return email;
};

const standing = async (email: string) => (await standingsOf(email))[purpose];

const mayBeMailed = async (email: string) => {
  const [verdict] = await checkMailing(theSystem(), { emails: [email], purpose });
  return verdict?.allow;
};

const today = async () => {
  const { days, standings } = await readOverview({ ...theSystem(), rights: [] });
  const counts = standings.find((each) => each.purpose === purpose)?.counts;
  return { ...days.at(-1), stand: counts?.informed ?? 0 };
};

const record = async (email: string, decision: Decision, item = purpose) => {
  const { post } = await as(['consents-write']);
  const id = (await findPerson(email))?.id;
  const said = { source: 'phone', comment: 'It was said on the phone.' };
  return post(`/v1/people/${id}/decisions`, { purpose: item, decision, ...said });
};

describe('a notice is no consent', () => {
  test('a form that only tells records that the person was informed', async () => {
    const email = anEmail();
    const before = await today();
    await tell(email);
    expect(await standing(email)).toBe('informed');
    expect(await mayBeMailed(email)).toBe(true);
    expect(await today()).toEqual({
      ...before,
      informed: (before.informed ?? 0) + 1,
      stand: before.stand + 1,
    });
  });

  const notices: [Decision, Decision][] = [
    ['given', 'given'],
    ['pending', 'pending'],
    ['informed', 'informed'],
    ['refused', 'refused'],
    ['withdrawn', 'withdrawn'],
    ['objected', 'objected'],
    ['restricted', 'restricted'],
    ['expired', 'informed'],
  ];
  test.each(notices)('what is %s stands as %s after a notice', async (before, after) => {
    const email = await aPerson(before);
    await tell(email);
    expect(await standing(email)).toBe(after);
  });

  test('no import and no registration makes a consent of it', async () => {
    for (const key of [purpose, 'e-marketing']) {
      const email = anEmail();
      await makeKnown(email);
      await makeStand(email, { purpose: key }, 'informed');
      await writers['an import'](email);
      await writers['registering by hand'](email);
      await writers['a bulk update to given'](email);
      expect((await standingsOf(email))[key]).toBe('informed');
    }
  });

  test('a user records that someone was informed only where no consent is asked for', async () => {
    const email = anEmail();
    await makeKnown(email);
    expect((await record(email, 'informed')).status).toBe(200);
    expect(await standing(email)).toBe('informed');
    for (const [decision, item] of [
      ['given', purpose],
      ['informed', 'e-marketing'],
    ] as const) {
      const { errors } = await problemOf(await record(email, decision, item));
      expect(errors).toMatchObject([{ field: 'decision', code: 'wrong-yes' }]);
    }
  });

  test('an objection to it is taken back by the person alone', async () => {
    const email = await aPerson('objected');
    await record(email, 'informed');
    expect(await standing(email)).toBe('objected');
    expect(await mayBeMailed(email)).toBe(false);
    await writers['preferences, notice on'](email);
    expect(await standing(email)).toBe('informed');
    await writers['preferences, notice off'](email);
    expect(await standing(email)).toBe('objected');
  });

  test('a consent that is still to be confirmed does not end what the person was told', async () => {
    const email = anEmail();
    await makeKnown(email);
    await makeStand(email, { purpose: 'e-marketing' }, 'informed', '61F');
    await tell(email, true, true);
    expect((await standingsOf(email))['e-marketing']).toBe('informed');
    await writers['a confirmation'](email);
    expect((await standingsOf(email))['e-marketing']).toBe('given');
  });

  test('the privacy notice of a form goes out once for what it tells', async () => {
    const email = anEmail();
    await tell(email);
    await tell(email);
    const { results } = await env.DB.prepare(
      "SELECT o.template FROM outbox o JOIN person p ON p.id = o.person WHERE p.email = ?1 AND o.template = 'privacy-notice'",
    )
      .bind(email)
      .all();
    expect(results).toHaveLength(1);
  });
});

describe('what people decided is counted apart', () => {
  test('from what was registered or imported', async () => {
    const before = await today();
    const email = anEmail();
    await writers['registering by hand'](email);
    await writers['an import'](anEmail());
    await writers['a recorded withdrawal'](email);
    expect(await today()).toEqual({
      ...before,
      imported: (before.imported ?? 0) + 2,
      withdrawn: (before.withdrawn ?? 0) + 1,
    });
    expect((await recordsOf(email)).map(({ countedAs }) => countedAs)).toEqual([
      'import',
      'import',
      'own',
      'own',
    ]);
  });

  test('from what ended because people were erased', async () => {
    const before = await today();
    for (const way of ['erasure', 'erasure of many'] as const) {
      const email = anEmail();
      await makeKnown(email);
      await makeStand(email, { purpose: 'e-marketing' }, 'given');
      await writers[way](email);
    }
    expect(await today()).toEqual({
      ...before,
      given: (before.given ?? 0) + 2,
      erased: (before.erased ?? 0) + 2,
    });
  });
});

test('a notice that was sealed as given before is read as informed, and verifies', async () => {
  const email = await aPerson('refused');
  const person = (await findPerson(email))?.id ?? '';
  const [first] = await recordsOf(email);
  if (!first) throw new Error('Nothing was recorded.');
  const content = { ...first.content, id: occasionId(), decision: 'given' as const };
  await storeSealedAsGiven(person, content);
  const records = await recordsOf(email);
  expect(records.at(-1)).toMatchObject({ decision: 'informed', content: { decision: 'given' } });
  expect(await broken(records)).toEqual([]);
  const key = standingKey(person, { purpose });
  expect(replay(records).get(key)?.decision).toBe(await standing(email));
});
