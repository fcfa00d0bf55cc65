import type { Right } from '../../../worker/contract/rights.ts';
import { draft } from '../admin/jobs/drafting.ts';
import { aForm, anEmail, aToken, findPerson, signUp } from '../builders.ts';
import { dryRun } from '../people/working.ts';
import { type Act, asks, type Work } from './acts.ts';
import { costOf } from './counting.ts';

const PEOPLE = 1000;

/** Such that a hundred of them begin with `stored-1`. */
const addresses = Array.from(
  { length: PEOPLE },
  (_, at) => `stored-${String(at).padStart(3, '0')}@example.com`,
);

/** Headers of a key that has been used: its first use is written down, and then once a minute. */
const aUsedKey = async (...rights: Right[]) => {
  const headers = { Authorization: `Bearer ${await aToken(rights)}` };
  await costOf(asks('/v1/overview', { headers }));
  return headers;
};

const reads = async (path: string, ...rights: Right[]): Promise<Work> =>
  asks(path, { headers: await aUsedKey(...rights) });

const posts = async (path: string, body: unknown, ...rights: Right[]): Promise<Work> =>
  asks(path, {
    method: 'POST',
    headers: await aUsedKey(...rights),
    body: JSON.stringify(body),
  });

/** Begins the import of a file of people who all agreed to the same; it goes on to its end behind the answer. */
export const importOf = async (emails: readonly string[]): Promise<Work> => {
  const rows = emails.map((email) => `${email},yes,yes`);
  const { id } = await draft(['email,news,newsletter', ...rows].join('\n'));
  const columns = ['email', 'purpose:e-marketing', 'subscription:newsletter'];
  return posts(`/v1/imports/${id}/begin`, { columns }, 'people-register', 'bulk');
};

/** Begins a job over those whose addresses begin alike; it goes on to its end behind the answer. */
export const jobOver = async (email: string, orders: object, ...rights: Right[]): Promise<Work> => {
  const filter = { email };
  const { count } = await dryRun(filter, orders, ['people-read', 'bulk', ...rights]);
  return posts('/v1/jobs', { filter, orders, expected: count }, 'bulk', ...rights);
};

const checks = (emails: readonly string[]): Promise<Work> =>
  posts(
    '/v1/mailing-check',
    { emails, purpose: 'e-marketing', subscription: 'newsletter' },
    'mailing',
  );

const aPerson = async (): Promise<string> => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true, invitations: true } });
  return email;
};

const theirId = async (): Promise<string> => (await findPerson(await aPerson()))?.id ?? '';

const occasion = { source: 'phone', legalBasis: '61A', comment: 'They called us.' };

const withdraws = {
  kind: 'bulk-update',
  purpose: 'e-marketing',
  decision: 'withdrawn',
  ...occasion,
};

/** What mailing tools and staff do with people, of whom the first act stores a thousand. */
export const peopleActs: readonly Act[] = [
  ['import of 1,000 people', () => importOf(addresses)],
  ['mailing-check of 1 address', () => checks(addresses.slice(0, 1))],
  ['mailing-check of 1,000 addresses', () => checks(addresses)],
  ['mailing-check of 1,000 unknown addresses', () => checks(addresses.map((one) => `un${one}`))],
  ['audience of 1,000, exported', () => reads('/v1/audiences/newsletter', 'mailing')],
  ['1,000 people, exported', () => reads('/v1/exports/people', 'export')],
  ['2,000 records, exported', () => reads('/v1/exports/records', 'export')],
  [
    'links of 500 people',
    () => reads('/v1/people/links?subscription=newsletter&limit=500', 'mailing'),
  ],
];

/** What staff do with one person, or with many at once. */
export const personActs: readonly Act[] = [
  [
    'person found by address',
    async () => reads(`/v1/people?email=${await aPerson()}`, 'people-read'),
  ],
  [
    'person registered',
    () =>
      posts(
        '/v1/people',
        { email: anEmail(), purposes: ['e-marketing'], ...occasion },
        'people-register',
      ),
  ],
  [
    'decision recorded for a person',
    async () =>
      posts(
        `/v1/people/${await theirId()}/decisions`,
        { purpose: 'e-marketing', decision: 'withdrawn', source: 'phone', comment: 'Called us.' },
        'consents-write',
      ),
  ],
  [
    'complaint of a mail provider',
    async () => posts('/v1/signals', { email: await aPerson(), kind: 'complaint' }, 'mailing'),
  ],
  [
    'person erased',
    async () => {
      const path = `/v1/people/${await theirId()}?reason=request`;
      return asks(path, { method: 'DELETE', headers: await aUsedKey('bulk-delete') });
    },
  ],
  ['bulk update of 100 people', () => jobOver('stored-1', withdraws, 'bulk-update')],
  [
    'bulk erasure of 100 people',
    () =>
      jobOver(
        'stored-1',
        { kind: 'bulk-delete', reason: 'other', comment: 'They were bought.' },
        'bulk-delete',
      ),
  ],
];
