import { expect, test } from 'vitest';
import type { RecordContent } from '../../../worker/contract/people.ts';
import { commit, openedBy } from '../../../worker/ledger/commitment.ts';
import { contentHash } from '../../../worker/ledger/record.ts';
import { broken } from '../../../worker/ledger/replay.ts';

const content: RecordContent = {
  id: '01960000-0000-7000-8000-000000000000',
  subject: 'a'.repeat(64),
  purpose: 'e-marketing',
  subscription: null,
  decision: 'given',
  legalBasis: '61A',
  source: 'web-form',
  actor: 'person',
  recordedAt: 1_700_000_000_000,
  statement: 'b'.repeat(64),
  form: 'newsletter',
  version: 1,
  page: null,
  locale: 'da',
  comment: null,
  submission: null,
};

test('the hash of a record does not depend on the order in which its fields are written', async () => {
  const reversed = Object.fromEntries(Object.entries(content).reverse()) as RecordContent;
  expect(await contentHash(reversed)).toBe(await contentHash(content));
});

test('the hash is SHA-256 of the RFC 8785 form, so that anyone can make it again', async () => {
  const canonical =
    `{"actor":"person","comment":null,"decision":"given","form":"newsletter","id":"01960000-0000-7000-8000-000000000000",` +
    `"legalBasis":"61A","locale":"da","page":null,"purpose":"e-marketing","recordedAt":1700000000000,` +
    `"source":"web-form","statement":"${'b'.repeat(64)}","subject":"${'a'.repeat(64)}","submission":null,` +
    `"subscription":null,"version":1}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  const hex = [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
  expect(await contentHash(content)).toBe(hex);
});

test('a record whose content was altered is found', async () => {
  const sha256 = await contentHash(content);
  const person = crypto.randomUUID();
  const records = [
    { sequence: 1, person, content, sha256 },
    { sequence: 2, person, content: { ...content, decision: 'refused' as const }, sha256 },
  ];
  expect(await broken(records)).toEqual([2]);
});

test('a commitment is opened by its salt and text alone, and differs each time', async () => {
  const [one, two] = await Promise.all([commit('anna@example.com'), commit('anna@example.com')]);
  expect(one.sha256).not.toBe(two.sha256);
  expect(await openedBy(one.salt, 'anna@example.com')).toBe(one.sha256);
  expect(await openedBy(one.salt, 'bo@example.com')).not.toBe(one.sha256);
});
