import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ProofFile } from '../../../worker/contract/proof.ts';
import { statementContent } from '../../../worker/ledger/statement.ts';
import { recordsOfPerson } from '../../../worker/ledger/store.ts';
import { readTlogProof } from '../../../worker/proof/tlog-proof.ts';
import { proofFileOf } from '../../../worker/receipts/file.ts';
import { lookedPage } from '../../../worker/receipts/look.ts';
import { aForm, as, findPerson, host, openForm } from '../builders.ts';
import { sealAll, signing } from '../log/sealing.ts';
import { waiting, write } from '../visitor/confirm/confirming.ts';
import { verifyText } from './verifying.ts';

const signer = { env: signing, db: env.DB, host, now: Date.now() };

let form: string;
let email: string;
let file: ProofFile;

const fileOf = async (address: string) => {
  const person = (await findPerson(address))?.id ?? '';
  return proofFileOf(signer, await recordsOfPerson(env.DB, person, 0, 100), 'known');
};

beforeAll(async () => {
  const { put } = await as(['settings']);
  const controller = {
    name: 'Orchard Ltd',
    address: '1 Apple Road, Aarhus',
    email: 'privacy@orchard.example',
    url: 'https://orchard.example',
    officer: '',
  };
  await put('/v1/settings/controller', controller);
  await put('/v1/settings/jurisdiction', 'DK');
  await put('/v1/settings/storage', 'European Union');
  form = await aForm({ confirm: true });
  const one = await waiting(form);
  await write(one.receipt, one.code);
  email = one.email;
  await sealAll();
  file = await fileOf(email);
});

/** What is found wrong in a file that someone has changed, and whose signature they have taken off. */
const failing = async (changed: object): Promise<string[]> =>
  (await verifyText(JSON.stringify({ ...changed, signature: null }), { address: email }))
    .filter(({ state }) => state === 'fails')
    .map(({ check }) => check);

type Path = readonly (string | number)[];

const leavesOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : [path];

/** Returns a copy in which one value is another of its kind. */
const withChanged = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) {
    if (typeof value === 'number') return value + 1;
    return typeof value === 'boolean' ? !value : `${value ?? ''}x`;
  }
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? Object.assign([], value)
    : { ...Object(value) };
  copy[key] = withChanged(copy[key], rest);
  return copy;
};

/** Returns every leaf below a part of the file whose change nobody would find. */
const unfound = async (part: keyof ProofFile): Promise<string[]> => {
  const paths = leavesOf(file[part]).map((path) => [part, ...path]);
  const found = await Promise.all(
    paths.map(async (path) => ({ path, wrong: await failing(Object(withChanged(file, path))) })),
  );
  return found.filter(({ wrong }) => wrong.length === 0).map(({ path }) => path.join('.'));
};

test('a file proves both clicks of a double opt-in, with where each came from', () => {
  const [one] = file.submissions;
  expect(file.submissions).toHaveLength(1);
  expect(one).toMatchObject({ asked: true, sent: { ip: expect.any(String) } });
  expect(one?.confirmed?.at).toBeGreaterThan(one?.sent.at ?? Number.POSITIVE_INFINITY);
  const decisions = file.records.map(({ content }) => content.decision);
  expect(decisions).toEqual(['pending', 'pending', 'refused', 'given', 'given']);
});

test('the proof of one record is small', () => {
  for (const { proof } of file.records) {
    expect(readTlogProof(proof ?? '')).not.toBeNull();
    expect(proof?.length).toBeLessThan(4096);
  }
});

describe('a consent receipt', () => {
  test('names all that ISO/IEC TS 27560 asks for, in the words of the DPV', () => {
    expect(file.receipt).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr',
      'dct:identifier': file.id,
      'dpv:hasEntity': [
        {
          '@type': 'dpv:DataController',
          'dpv:hasName': 'Orchard Ltd',
          'schema:address': '1 Apple Road, Aarhus',
          'schema:contactPoint': { 'schema:email': 'privacy@orchard.example' },
        },
      ],
    });
    const [record] = [file.receipt['dpv:hasRecordOfActivity']].flat();
    expect(record).toMatchObject({
      '@type': 'dpv:ConsentRecord',
      'dct:identifier': file.records[0]?.content.id,
      'dpv:hasDataSubject': { 'dct:identifier': file.records[0]?.content.subject },
      'dpv:hasNotice': [{ '@type': 'dpv:ConsentNotice' }, { 'dct:language': 'en' }],
      'dpv:hasProcess': [
        {
          'dpv:hasPurpose': { 'dct:title': 'News and offers by email' },
          'dpv:hasPersonalData': ['pd:EmailAddress'],
          'dpv:hasLegalBasis': 'eu-gdpr:A6-1-a',
          'dpv:hasRecipient': [{ 'dpv:hasName': 'Cloudflare (hosting)' }],
          'dpv:hasStorageCondition': [
            { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': 'European Union' },
            { 'dpv:hasDuration': { 'dct:extent': { '@value': 'P730D' } } },
          ],
          'dpv:hasJurisdiction': { '@id': 'loc:DK' },
          'dpv:hasConsentControl': { 'dpv:isExercisedAt': `${host}/preferences` },
        },
      ],
      'dpv:hasConsentStatus': [
        { '@type': 'dpv:ConsentRequested' },
        { '@type': ['dpv:ConsentGiven', 'dpv:ExpressedConsent'] },
      ],
    });
    expect(JSON.stringify(file)).not.toContain(email);
  });
});

describe('without the signature over all of it, a file', () => {
  test('that nobody has changed fails in nothing', async () => {
    expect(await failing(file)).toEqual([]);
  });

  test.each(['records', 'receipt', 'id', 'made'] as const)(
    'is found out where anything in its %s is changed',
    async (part) => {
      expect(await unfound(part)).toEqual([]);
    },
  );

  test('is found out where what was stated, shown or clicked is changed, but for where a click came from', async () => {
    expect(await unfound('statements')).toEqual(['statements.0.html']);
    const places = ['sent.ip', 'confirmed.ip', 'sent.userAgent', 'confirmed.userAgent', 'asked'];
    for (const left of await unfound('submissions'))
      expect(places).toContain(left.replace('submissions.0.', ''));
    for (const left of await unfound('stated')) expect(left).toMatch(/purposes|subscriptions/);
  });

  test('is found out where another form is shown for what was agreed to', async () => {
    const { statement } = await openForm(form, 'da');
    const content = (await statementContent(env.DB, statement)) ?? '';
    const html = await lookedPage(env.DB, content, host);
    const [shown] = file.statements;
    expect(await failing({ ...file, statements: [{ ...shown, html }] })).toEqual(['look']);
    expect(
      await failing({ ...file, statements: [{ sha256: shown?.sha256, content, html }] }),
    ).toContain('statement');
  });

  test('is found out where a record is left out, put in twice or moved', async () => {
    const { records } = file;
    for (const at of records.keys())
      expect(
        await failing({ ...file, records: records.toSpliced(at, 1) }),
        `without ${at}`,
      ).toContain('receipt');
    const [first] = records;
    for (const changed of [[...records, first], records.toReversed()])
      expect(await failing({ ...file, records: changed })).toContain('receipt');
  });
});
