import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { ProofFile } from '../../../worker/contract/proof.ts';
import { SubmissionAnswer } from '../../../worker/contract/submission.ts';
import { recordsOfPerson } from '../../../worker/ledger/store.ts';
import { newLinkKey } from '../../../worker/platform/signing/keys.ts';
import type { Known } from '../../../worker/proof/finding.ts';
import { proofFileOf } from '../../../worker/receipts/file.ts';
import { aForm, anEmail, call, findPerson, host, signUp } from '../builders.ts';
import { sealAll, signing } from '../log/sealing.ts';
import { verifyText } from './verifying.ts';

const both = { subscriptions: { newsletter: true, invitations: true } };

const signer = { env: signing, db: env.DB, host, now: Date.now() };

let email: string;
let receipt: string;
let file: ProofFile;

beforeAll(async () => {
  const form = await aForm();
  for (let each = 0; each < 3; each++) await signUp(form, anEmail(), both);
  email = anEmail();
  ({ receipt } = SubmissionAnswer.parse(await (await signUp(form, email, both)).json()));
  await signUp(form, anEmail(), both);
  await sealAll();
  const person = (await findPerson(email))?.id ?? '';
  const records = await recordsOfPerson(env.DB, person, 0, 100);
  file = await proofFileOf(signer, records, 'known');
});

const failing = async (changed: unknown, known?: Known): Promise<string[]> => {
  const found = await verifyText(
    typeof changed === 'string' ? changed : JSON.stringify(changed),
    known,
  );
  return [...new Set(found.filter(({ state }) => state === 'fails').map(({ check }) => check))];
};

const states = async (known?: Known) =>
  Object.fromEntries(
    (await verifyText(JSON.stringify(file), known)).map(({ check, state }) => [check, state]),
  );

describe('a proof file', () => {
  test('holds in all that it says, and leaves open whose key it is', async () => {
    expect(await states()).toEqual({
      file: 'holds',
      whole: 'holds',
      key: 'unknown',
      content: 'holds',
      included: 'holds',
      signed: 'holds',
      statement: 'holds',
      look: 'holds',
      clicks: 'holds',
      receipt: 'holds',
      witness: 'absent',
      time: 'absent',
      address: 'absent',
    });
    expect(file.records).toHaveLength(3);
    expect(JSON.stringify(file)).not.toContain(email);
  });

  test('is the log’s own for those who have its key from elsewhere, and is about an address', async () => {
    const keys = file.keys;
    expect(await states({ keys, address: email })).toMatchObject({
      key: 'holds',
      address: 'holds',
    });
    expect(await states({ keys, address: anEmail() })).toMatchObject({ address: 'fails' });
    const other = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    expect(await states({ keys: [other] })).toMatchObject({ key: 'fails', signed: 'fails' });
  });

  test('is read with a receipt, and says that what is not sealed cannot be known yet', async () => {
    const answer = await call(`/v1/receipts/${receipt}/proof`);
    expect(answer.headers.get('Content-Disposition')).toContain('.samtykke-proof"');
    const unsigned = ProofFile.parse(await answer.json());
    expect(unsigned.records).toEqual(file.records);
    const young = SubmissionAnswer.parse(
      await (await signUp(await aForm(), anEmail(), both)).json(),
    );
    const text = await (await call(`/v1/receipts/${young.receipt}/proof`)).text();
    const found = await verifyText(text);
    expect(found).toContainEqual(expect.objectContaining({ check: 'sealed', state: 'unknown' }));
    expect(found.filter(({ state }) => state === 'fails')).toEqual([]);
  });

  test('that is none is said to be none', async () => {
    for (const text of ['', '{', 'null', '[]', '{"format":"samtykke-proof@1"}'])
      expect(await failing(text)).toEqual(['file']);
  });

  test('is found out where a record is left out, put in twice or moved', async () => {
    const { records } = file;
    const [first, ...rest] = records;
    for (const changed of [rest, [...records, first], records.toReversed(), []])
      expect(await failing({ ...file, records: changed })).not.toEqual([]);
  });

  test('is found out where any field of a record is changed', async () => {
    const [first] = file.records;
    if (!first) throw new Error('There is no record.');
    for (const [field, value] of Object.entries(first.content)) {
      const other = typeof value === 'number' ? value + 1 : field === 'decision' ? 'refused' : null;
      const changed = { ...first, content: { ...first.content, [field]: other } };
      if (other !== value)
        expect(await failing({ ...file, records: [changed] }), field).not.toEqual([]);
    }
  });

  test('is found out where what was shown is other words', async () => {
    const statements = file.statements.map(({ content, ...statement }) => ({
      ...statement,
      content: content.replace('news', 'ads'),
    }));
    expect(await failing({ ...file, statements })).toContain('statement');
    expect(await failing({ ...file, statements: [] })).toContain('statement');
  });

  test('is found out where any character of it is changed', async () => {
    const text = JSON.stringify(file);
    const places = Array.from({ length: 100 }, (_, index) =>
      Math.floor((index * text.length) / 100),
    );
    for (const at of places) {
      const other = text[at] === 'a' ? 'b' : 'a';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      expect(await failing(changed), `at ${at}: ${text.slice(at - 10, at + 10)}`).not.toEqual([]);
    }
  });

  test('of another log with the same name is found out by its key', async () => {
    const forged = await proofFileOf(
      { ...signer, env: { ...signing, LOG_KEYS: newLinkKey('forged') } },
      await recordsOfPerson(env.DB, (await findPerson(email))?.id ?? '', 0, 100),
      'known',
    );
    expect(await failing(forged, { keys: file.keys })).toContain('whole');
  });
});
