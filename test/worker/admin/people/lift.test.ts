import { describe, expect, test } from 'vitest';
import { anEmail, as, findPerson, recordsOf, standingsOf } from '../../builders.ts';
import { makeKnown, makeStand, type Writer, writers } from '../../ledger/writers.ts';

const purpose = 'e-marketing';
const subscription = 'newsletter';

/** Someone who agreed to the newsletter, and then had the use of their data restricted. */
const aRestricted = async (): Promise<string> => {
  const email = anEmail();
  await makeKnown(email);
  await makeStand(email, { purpose }, 'given');
  await makeStand(email, { subscription }, 'given');
  await writers['a request for restriction'](email);
  return email;
};

const lift = async (email: string) => {
  const { post } = await as(['consents-write']);
  const id = (await findPerson(email))?.id;
  return post(`/v1/people/${id}/restriction-lifted`, { reason: 'We have checked your data.' });
};

const restricted = { [purpose]: 'restricted', [subscription]: 'restricted' };
const given = { [purpose]: 'given', [subscription]: 'given' };
const withdrawn = { [purpose]: 'withdrawn', [subscription]: 'withdrawn' };

describe('a restriction that is lifted', () => {
  test('gives back what lay beneath it, however often it was recorded', async () => {
    const email = await aRestricted();
    await makeStand(email, { purpose }, 'restricted', '61F');
    expect(await standingsOf(email)).toEqual(restricted);
    expect((await lift(email)).status).toBe(200);
    expect(await standingsOf(email)).toEqual(given);
  });

  test('lets what waited for a confirmation expire', async () => {
    const email = anEmail();
    await writers['a form that asks for confirmation'](email);
    await writers['a request for restriction'](email);
    expect(await standingsOf(email)).toMatchObject(restricted);
    expect((await lift(email)).status).toBe(200);
    expect(await standingsOf(email)).toMatchObject({
      [purpose]: 'expired',
      [subscription]: 'expired',
    });
  });

  const stopping: [Writer, Record<string, string>][] = [
    ['unsubscribe from all', withdrawn],
    ['unsubscribe from one', { ...given, [subscription]: 'withdrawn' }],
    ['preferences, purpose off', withdrawn],
    ['preferences, everything off', withdrawn],
    ['a complaint', withdrawn],
    ['an unsubscribe at a provider', withdrawn],
    ['a request for erasure', withdrawn],
    ['a bulk update to withdrawn', withdrawn],
    ['an import of a no', { [purpose]: 'refused', [subscription]: 'refused' }],
  ];

  test.each(stopping)('restores no yes that was taken back by %s', async (way, after) => {
    const email = await aRestricted();
    await writers[way](email);
    expect(await standingsOf(email)).toEqual(restricted);
    const written = (await recordsOf(email)).length;
    await writers[way](email);
    expect(await recordsOf(email)).toHaveLength(written);
    expect((await lift(email)).status).toBe(200);
    expect(await standingsOf(email)).toEqual(after);
  });

  test('was not lifted by undoing a job that wrote beneath it', async () => {
    const email = await aRestricted();
    await writers['a bulk update to withdrawn'](email);
    await writers['undoing a job'](email);
    expect(await standingsOf(email)).toEqual(restricted);
  });
});
