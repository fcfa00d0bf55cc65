import { describe, expect, test } from 'vitest';
import { fromBase64 } from '../../../worker/proof/base64.ts';
import { certificatesIn } from '../../../worker/proof/certificate.ts';
import { BadDer, der, oidOf, readAll, readOne, tags, timeOf } from '../../../worker/proof/der.ts';
import { checkSeen } from '../../../worker/proof/sealed.ts';
import {
  isIssuedUnder,
  readTimestamp,
  signerOfTimestamp,
  tokenIn,
} from '../../../worker/proof/timestamp.ts';
import { ecAuthority, ecToken, rsaAuthority, rsaToken, stampedText } from './stamped.ts';

const note = `${stampedText}\n— example.com AAAAAAA=\n`;

const findings = (timestamps: readonly string[], authorities: readonly string[] = []) =>
  checkSeen([note], { witnesses: [], timestamps }, { authorities });

describe.each([
  ['RSA', rsaToken, rsaAuthority, ecAuthority],
  ['ECDSA', ecToken, ecAuthority, rsaAuthority],
])('a timestamp that is signed with %s', (_, token, authority, another) => {
  const bytes = fromBase64(token) ?? Uint8Array.of();

  test('holds for the text that it is of, by an authority that is known', async () => {
    const found = await findings([token], [authority]);
    expect(found.map(({ check, state }) => `${check} ${state}`)).toEqual([
      'witness absent',
      'time holds',
      'authority holds',
    ]);
    expect(found[1]).toMatchObject({ by: expect.stringContaining('clock'), size: 20852 });
    expect(new Date(found[1]?.at ?? 0).getUTCFullYear()).toBe(2026);
  });

  test('leaves open whose it is without a certificate, and is not another authority’s', async () => {
    expect((await findings([token]))[2]).toMatchObject({ check: 'authority', state: 'unknown' });
    expect((await findings([token], [another]))[2]).toMatchObject({ state: 'fails' });
  });

  test('is found out where any byte of what it says, or of its signature, is changed', async () => {
    const before = readTimestamp(bytes);
    const trusted = certificatesIn(authority);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = new Uint8Array(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const read = readTimestamp(changed);
      const signer = read && (await signerOfTimestamp(read));
      const isTrusted = signer && (await isIssuedUnder(signer, trusted, read.certificates));
      if (!isTrusted) continue;
      // Versions, and certificates besides, are covered by no signature, and say nothing.
      expect([read.at, read.imprint], `at ${at}`).toEqual([before?.at, before?.imprint]);
    }
  });

  test('that is cut short at any place is none', () => {
    for (let end = 0; end < bytes.length; end += 7)
      expect(readTimestamp(bytes.slice(0, end)), `to ${end}`).toBeNull();
  });
});

test('a timestamp of another text, or none, fails', async () => {
  const other = note.replace('20852', '20853');
  const found = await checkSeen([other], { witnesses: [], timestamps: [rsaToken] }, {});
  expect(found).toContainEqual({ check: 'time', state: 'fails' });
  expect(await findings(['AAAA'])).toContainEqual({ check: 'time', state: 'fails' });
});

test('an answer of an authority holds a timestamp only where it was granted', () => {
  const token = fromBase64(rsaToken) ?? new Uint8Array();
  const answer = (status: number) =>
    der(tags.sequence, der(tags.sequence, der(tags.integer, Uint8Array.of(status))), token);
  expect(tokenIn(answer(0))).toEqual(token);
  expect(tokenIn(answer(1))).toEqual(token);
  expect(tokenIn(answer(2))).toBeNull();
  expect(tokenIn(Uint8Array.of(48, 3, 1))).toBeNull();
});

describe('DER', () => {
  test('is read as it is written, with lengths of one byte and more', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 40_000]) {
      const content = new Uint8Array(length).fill(7);
      expect(readAll(der(tags.octets, content))).toEqual([
        { tag: tags.octets, content, whole: der(tags.octets, content) },
      ]);
    }
  });

  test.each([
    [[0x30]],
    [[0x30, 0x80]],
    [[0x30, 0x84, 0, 0, 0, 1, 0]],
    [[0x30, 2, 1]],
    [[0x30, 0, 0x30, 0]],
    [[0x04, 0]],
  ])('is not %j', (bytes) => {
    expect(() => readOne(Uint8Array.from(bytes))).toThrow(BadDer);
  });

  test('names objects and moments', () => {
    const [oid] = readAll(Uint8Array.of(6, 6, 42, 134, 72, 134, 247, 13));
    expect(oidOf(oid)).toBe('1.2.840.113549');
    const moment = (tag: number, text: string) =>
      timeOf({
        tag,
        content: new Uint8Array(new TextEncoder().encode(text)),
        whole: new Uint8Array(),
      });
    expect(moment(0x18, '20261126041620Z')).toBe(Date.UTC(2026, 10, 26, 4, 16, 20));
    expect(moment(0x18, '20261126041620.5Z')).toBe(Date.UTC(2026, 10, 26, 4, 16, 20, 500));
    expect(moment(0x17, '491231235959Z')).toBe(Date.UTC(2049, 11, 31, 23, 59, 59));
    expect(moment(0x17, '500101000000Z')).toBe(Date.UTC(1950, 0, 1));
    expect(() => moment(0x18, '2026')).toThrow(BadDer);
  });
});
