// Whether what one right opens can be used for what needs another.
import { describe, expect, test } from 'vitest';
import { Right } from '../../../worker/contract/rights.ts';
import { anEmail, as, findPerson, standingsOf } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';
import { makeKnown, makeStand } from '../ledger/writers.ts';

const said = { source: 'manual', comment: 'They told us.' };
const facts = { nature: 'Lost.', consequences: 'Few.', measures: 'Locked.', contact: 'Us.' };

/** What each kind of job is asked for with, and the rights that it needs, all of them. */
const jobs: [orders: { kind: string } & Record<string, unknown>, ...rights: Right[]][] = [
  [
    { kind: 'bulk-update', purpose: 'e-marketing', decision: 'given', legalBasis: '61A', ...said },
    'bulk-update',
  ],
  [{ kind: 'bulk-delete', reason: 'other', comment: 'They left.' }, 'bulk-delete'],
  [{ kind: 'consent-renewal', purpose: 'e-marketing' }, 'bulk-update', 'bulk'],
  [{ kind: 'notice' }, 'people-register', 'bulk'],
  [{ kind: 'breach-notice', breach: 'none', facts }, 'breach', 'bulk'],
];

const filter = { email: 'nobody-has-this' };

describe.each(jobs)('a job %o', (orders, ...needed) => {
  const begin = async (rights: Right[]) => {
    const { post } = await as(rights);
    const dryRun = await post('/v1/jobs/dry-runs', { filter, orders });
    const begun = await post('/v1/jobs', { filter, orders, expected: 0 });
    return [dryRun.status, begun.status];
  };

  test.each(Right.options)(
    'does not begin with the right "%s" alone, unless that is all',
    async (right) => {
      const isAll = needed.length === 1 && needed[0] === right;
      expect(await begin([right])).toEqual(isAll ? [200, 201] : [403, 403]);
    },
  );

  test(`begins with ${needed.join(' and ')}`, async () => {
    expect(await begin(needed)).toEqual([200, 201]);
  });
});

const onScreens = jobs.filter(([{ kind }]) => kind !== 'breach-notice');

test.each(onScreens)(
  'the screen of a job %o needs the same rights',
  async ({ kind }, ...needed) => {
    const path = `/jobs/new?kind=${kind}&purpose=e-marketing&email=${filter.email}`;
    const may = await atConsole(needed);
    expect((await may.get(path)).status).toBe(200);
    for (const right of needed.length > 1 ? needed : (['people-register'] as const)) {
      const mayNot = await atConsole([right]);
      expect((await mayNot.get(path)).status).toBe(403);
      expect((await mayNot.post(path, { expected: '0', typed: '0' })).status).not.toBe(303);
    }
  },
);

describe('subscriptions of someone who is known', () => {
  const registration = (email: string) => ({
    email,
    purposes: ['e-marketing'],
    subscriptions: ['newsletter'],
    legalBasis: '61A',
    ...said,
  });

  test('are not changed by registering them again without the right', async () => {
    const email = anEmail();
    await makeKnown(email);
    const { post } = await as(['people-register', 'people-read', 'consents-write']);
    expect((await post('/v1/people', registration(email))).status).toBe(403);
    expect(await standingsOf(email)).toEqual({});
    const may = await as(['people-register', 'subscriptions-write']);
    expect((await may.post('/v1/people', registration(email))).status).toBe(201);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
  });

  test('are taken at a first registration without it', async () => {
    const email = anEmail();
    const { post } = await as(['people-register']);
    expect((await post('/v1/people', registration(email))).status).toBe(201);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
  });

  /** What each form of the console that writes consents posts, and where: one that names a subscription. */
  const forms: [name: string, path: (id: string) => string, rights: Right[]][] = [
    ['registering', () => '/people/register', ['people-register', 'people-read', 'consents-write']],
    ['recording a decision', (id) => `/people/${id}/decisions`, ['people-read', 'consents-write']],
  ];

  test.each(forms)('are changed by no field of %s without the right', async (_, pathOf, rights) => {
    const email = anEmail();
    await makeKnown(email);
    await makeStand(email, { purpose: 'e-marketing' }, 'given');
    const id = (await findPerson(email))?.id ?? '';
    const posted = {
      email,
      locale: 'en',
      purposes: 'e-marketing',
      subscriptions: 'newsletter',
      item: 'subscription:newsletter',
      decision: 'given',
      legalBasis: '61A',
      ...said,
    };
    const without = await atConsole(rights);
    expect((await without.post(pathOf(id), posted)).status).toBe(422);
    expect(await standingsOf(email)).toEqual({ 'e-marketing': 'given' });
    const having = await atConsole([...rights, 'subscriptions-write']);
    expect((await having.post(pathOf(id), posted)).status).toBe(303);
    expect(await standingsOf(email)).toMatchObject({ newsletter: 'given' });
  });
});
