import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { Decision } from '../../../worker/contract/words.ts';
import { findPerson } from '../../../worker/people/store.ts';
import { purgeUnconfirmed } from '../../../worker/visitor/confirm/confirm.ts';
import { anEmail } from '../builders.ts';
import { makeKnown, makeStand, type Writer, writers } from './writers.ts';

const states = ['none', ...Decision.options] as const;
type State = (typeof states)[number];

/** How a subscription may stand: nobody is only told of one. */
const subscriptionStates = states.filter((state) => state !== 'informed');

const purpose = 'e-marketing';
const subscription = 'newsletter';

/** How purpose and newsletter stand for an address. */
const standing = async (email: string): Promise<[State, State]> => {
  const standings = (await findPerson(env.DB, email))?.standings ?? [];
  const of = (find: (typeof standings)[number] | undefined): State => find?.decision ?? 'none';
  return [
    of(standings.find((each) => each.purpose === purpose)),
    of(standings.find((each) => each.subscription === subscription)),
  ];
};

/** Someone for whom the newsletter stands so, and then the purpose. */
const aPerson = async (
  ofPurpose: State,
  ofSubscription: State = 'none',
  above: Decision = 'given',
): Promise<string> => {
  const email = anEmail();
  await makeKnown(email);
  if (ofSubscription !== 'none') {
    await makeStand(email, { purpose }, above);
    await makeStand(email, { subscription }, ofSubscription);
  }
  if (ofPurpose !== 'none') await makeStand(email, { purpose }, ofPurpose);
  return email;
};

/** What stands after a writer, for each way in which it may have stood before, in the order of `states`. */
type Row = readonly [Writer, string];

const expected = (row: string): string[] => row.trim().split(/\s+/);

const same = 'none given pending refused withdrawn objected restricted expired';
const samePurpose = 'none given pending informed refused withdrawn objected restricted expired';
const yes = 'given given given given given given given given';
const yesToPurpose = `given ${yes}`;

describe('a purpose stands as the ledger lets it', () => {
  const rows: Row[] = [
    ['a form, ticked', 'given given given given given given given restricted given'],
    [
      'a form, left unticked',
      'refused given pending informed refused withdrawn objected restricted expired',
    ],
    [
      'a form that asks for confirmation',
      'pending given pending informed pending pending pending restricted pending',
    ],
    ['preferences, purpose on', 'given given given informed given given given given given'],
    [
      'preferences, purpose off',
      'none withdrawn withdrawn objected refused withdrawn objected restricted expired',
    ],
    ['unsubscribe from one', samePurpose],
    [
      'unsubscribe from all',
      'none withdrawn withdrawn withdrawn refused withdrawn objected restricted expired',
    ],
    [
      'a complaint',
      'none withdrawn withdrawn withdrawn refused withdrawn objected restricted expired',
    ],
    ['an import', 'given given pending informed refused withdrawn objected restricted expired'],
    [
      'registering by hand',
      'given given pending informed refused withdrawn objected restricted expired',
    ],
    [
      'a bulk update to given',
      'given given pending informed refused withdrawn objected restricted expired',
    ],
    [
      'a bulk update of the legal basis',
      'given given pending informed refused withdrawn objected restricted expired',
    ],
    [
      'a bulk update to withdrawn',
      'withdrawn withdrawn withdrawn withdrawn refused withdrawn objected restricted expired',
    ],
    ['a recorded yes to the purpose', yesToPurpose],
    [
      'a request for restriction',
      'none restricted restricted restricted restricted restricted restricted restricted restricted',
    ],
    [
      'an objection',
      'none objected objected objected objected objected objected objected objected',
    ],
    [
      'a request for erasure',
      'none withdrawn withdrawn withdrawn refused withdrawn objected restricted expired',
    ],
    ['retention', 'none expired pending expired refused withdrawn objected restricted expired'],
  ];

  test.each(rows)('after %s', async (writer, row) => {
    const after = await Promise.all(
      states.map(async (state) => {
        const email = await aPerson(state);
        await writers[writer](email);
        return (await standing(email))[0];
      }),
    );
    expect(after).toEqual(expected(row));
  });
});

describe('the newsletter, never asked about, becomes a yes only under a purpose that is one', () => {
  const rows: Row[] = [
    ['a form, ticked', 'given given given given given given given none given'],
    [
      'a form that asks for confirmation',
      'pending pending pending pending pending pending pending none pending',
    ],
    ['preferences, newsletter on', 'none given none given none none none none none'],
    ['preferences, both on', yesToPurpose],
    ['an import', 'given given none given none none none none none'],
    ['registering by hand', 'given given none given none none none none none'],
    ['a recorded yes to the newsletter', 'none given none given none none none none none'],
  ];

  test.each(rows)('after %s', async (writer, row) => {
    const after = await Promise.all(
      states.map(async (state) => {
        const email = await aPerson(state);
        await writers[writer](email);
        return (await standing(email))[1];
      }),
    );
    expect(after).toEqual(expected(row));
  });
});

describe('the newsletter under a purpose that is given stands as the ledger lets it', () => {
  const rows: Row[] = [
    ['a form, ticked', 'given given given given given given restricted given'],
    [
      'a form that asks for confirmation',
      'pending given pending pending pending pending restricted pending',
    ],
    ['preferences, newsletter on', yes],
    ['preferences, purpose on', same],
    ['an import', 'given given pending refused withdrawn objected restricted expired'],
    ['registering by hand', 'given given pending refused withdrawn objected restricted expired'],
    ['a bulk update to given', same],
    ['a bulk update of the legal basis', same],
    ['a recorded yes to the newsletter', yes],
  ];

  test.each(rows)('after %s', async (writer, row) => {
    const after = await Promise.all(
      subscriptionStates.map(async (state) => {
        const email = await aPerson('given', state);
        await writers[writer](email);
        return (await standing(email))[1];
      }),
    );
    expect(after).toEqual(expected(row));
  });
});

describe('what ends a purpose ends the newsletter under it, active or not, and it does not revive', () => {
  const ways: [Writer, Decision][] = [
    ['preferences, purpose off', 'withdrawn'],
    ['unsubscribe from all', 'withdrawn'],
    ['a complaint', 'withdrawn'],
    ['a bulk update to withdrawn', 'withdrawn'],
    ['a request for restriction', 'restricted'],
    ['an objection', 'objected'],
    ['a request for erasure', 'withdrawn'],
    ['retention', 'expired'],
  ];
  const setActive = (active: 0 | 1) =>
    env.DB.prepare('UPDATE subscription_type SET active = ?1 WHERE key = ?2')
      .bind(active, subscription)
      .run();

  test.each(ways)('after %s', async (writer, decision) => {
    const email = await aPerson('given', 'given');
    await setActive(0);
    await writers[writer](email);
    const ended = await standing(email);
    await writers['preferences, purpose on'](email);
    await setActive(1);
    expect(ended).toEqual([decision, decision]);
    expect(await standing(email)).toEqual(['given', decision]);
  });

  test.each(['withdrawn', 'objected', 'restricted', 'refused', 'expired'] as const)(
    'after a user records that it is %s',
    async (decision) => {
      const email = await aPerson('given', 'given');
      await makeStand(email, { purpose }, decision);
      expect(await standing(email)).toEqual([decision, decision]);
    },
  );
});

describe('what was never confirmed', () => {
  /** Two submissions of one address that wait for confirmation, of which one is too old by now. */
  const twoOfWhich = async (old: 'first' | 'last', last: Writer): Promise<string> => {
    const email = anEmail();
    await writers['a form that asks for confirmation'](email);
    await writers[last](email);
    await env.DB.prepare(
      `UPDATE confirmation SET expires_at = 1 WHERE submission = (SELECT ${old === 'first' ? 'MIN' : 'MAX'}(s.id)
        FROM submission s JOIN person p ON p.id = s.person WHERE p.email = ?1)`,
    )
      .bind(email)
      .run();
    await purgeUnconfirmed(env.DB, Date.now());
    return email;
  };

  test('does not expire what a later submission asked again', async () => {
    const email = await twoOfWhich('first', 'a form that asks for confirmation');
    expect(await standing(email)).toEqual(['pending', 'pending']);
    await writers['a confirmation'](email);
    expect(await standing(email)).toEqual(['given', 'given']);
  });

  test('takes along what an earlier submission left pending under its purpose', async () => {
    const last = 'a form that asks for confirmation, without the newsletter';
    expect(await standing(await twoOfWhich('last', last))).toEqual(['expired', 'expired']);
  });
});
