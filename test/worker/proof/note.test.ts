import { describe, expect, test } from 'vitest';
import { readCheckpoint } from '../../../worker/proof/checkpoint.ts';
import {
  isSignedBy,
  readNote,
  readVkey,
  signNote,
  verifierOf,
  vkeyOf,
} from '../../../worker/proof/note.ts';
import { readTlogProof, writeTlogProof } from '../../../worker/proof/tlog-proof.ts';
import { someLeaves } from './grown.ts';

const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const line =
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
const text = 'This is an example message.\n';
const published = `${text}\n${line}`;

const signer = async (name: string) => {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('It is no pair.');
  const key = new Uint8Array((await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer);
  return { verifier: await verifierOf(name, key), key: pair.privateKey };
};

const holds = async (note: string, key: string): Promise<boolean> => {
  const [read, verifier] = [readNote(note), await readVkey(key)];
  return read !== null && verifier !== null && isSignedBy(read, verifier);
};

describe('a signed note', () => {
  test('of the specification is verified', async () => {
    expect(await holds(published, vkey)).toBe(true);
    expect(readNote(published)?.text).toBe(text);
  });

  test('of ours is read and verified by its vkey, among the signatures of others', async () => {
    const [own, other] = [await signer('log.example'), await signer('witness.example')];
    const note = await signNote('log.example\n', [own]);
    const both = await signNote('log.example\n', [own, other]);
    expect(await holds(note, vkeyOf(own.verifier))).toBe(true);
    expect(await holds(both, vkeyOf(own.verifier))).toBe(true);
    expect(await holds(both, vkeyOf(other.verifier))).toBe(true);
    expect(await holds(note, vkeyOf(other.verifier))).toBe(false);
  });

  test('in which any byte was changed is verified no more', async () => {
    for (let at = 0; at < published.length; at++) {
      const changed = `${published.slice(0, at)}${published[at] === 'A' ? 'B' : 'A'}${published.slice(at + 1)}`;
      expect(await holds(changed, vkey), `at ${at}`).toBe(false);
    }
  });

  test.each([
    ['no signature', text],
    ['no empty line', `${text}${line}`],
    ['no last line break', published.slice(0, -1)],
    ['a control character', published.replace('example', 'exam\u0007ple')],
    ['a line that is no signature', `${published}not a signature\n`],
    ['an address that is not base64', published.replace('aQM=', 'aQM')],
  ])('with %s is none', (_, note) => {
    expect(readNote(note)).toBeNull();
  });

  test('is signed by nobody whose second signature does not fit', async () => {
    const own = await signer('log.example');
    const [good, other] = [await signNote('one\n', [own]), await signNote('two\n', [own])];
    expect(await holds(good + other.split('\n\n')[1], vkeyOf(own.verifier))).toBe(false);
  });
});

test.each([
  ['another id', vkey.replace('530d', '530e')],
  ['another name', vkey.replace('foo', 'bar')],
  ['another kind', vkey.replace('+Aeky', '+Beky')],
  ['no key', 'example.com/foo+530d903a+'],
  ['nothing', ''],
])('a vkey with %s is none', async (_, key) => {
  expect(await readVkey(key)).toBeNull();
});

const root = '4+4HS+0cXwUlfWD4MqxZuZ/vnEm9HsGkFGE7bxSZgYk=';

test.each([
  ['no origin', `\n3\n${root}\n`],
  ['a leading zero', `a\n03\n${root}\n`],
  ['a negative size', `a\n-3\n${root}\n`],
  ['a size that no number holds', `a\n9999999999999999\n${root}\n`],
  ['a short root', 'a\n3\nAAAA\n'],
])('a checkpoint with %s is none', (_, checkpoint) => {
  expect(readCheckpoint(checkpoint)).toBeNull();
});

test('a tlog-proof is read as it was written, with or without what is not authenticated', async () => {
  const proof = { index: 5, path: await someLeaves(3), checkpoint: published };
  const file = writeTlogProof(proof);
  expect(readTlogProof(file)).toEqual(proof);
  expect(readTlogProof(file.replace('\nindex', '\nextra AAAA\nindex'))).toEqual(proof);
  expect(readTlogProof(file.replace('@v1', '@v2'))).toBeNull();
  expect(readTlogProof(file.replace('index 5', 'index 05'))).toBeNull();
  expect(readTlogProof(file.replace('=\n', '\n'))).toBeNull();
  expect(readTlogProof('')).toBeNull();
});
