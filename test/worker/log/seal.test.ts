import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordsFrom } from '../../../worker/ledger/store.ts';
import { newLinkKey } from '../../../worker/platform/signing/keys.ts';
import { isConsistent } from '../../../worker/proof/check.ts';
import { consistencyProof, rootOf } from '../../../worker/proof/tree.ts';
import { aForm, anEmail, as, call, signUp } from '../builders.ts';
import { over } from '../proof/grown.ts';
import { checkpoint, leavesOf, seal, sealAll, signing, state } from './sealing.ts';

const both = { subscriptions: { newsletter: true, invitations: true } };

let form: string;

beforeAll(async () => {
  form = await aForm();
});

const aSignUp = () => signUp(form, anEmail(), both);

const ledger = async () =>
  leavesOf((await recordsFrom(env.DB, 0, 10_000)).map(({ content }) => content));

describe('the log', () => {
  test('is not begun without a key to sign it', async () => {
    await aSignUp();
    await seal(env);
    expect((await call('/v1/log')).status).toBe(404);
    expect((await call('/.well-known/samtykke-log')).status).toBe(404);
  });

  test('has the root of the tree over every record, and is signed', async () => {
    await aSignUp();
    await sealAll();
    const leaves = await ledger();
    const signed = await checkpoint();
    expect(signed).toMatchObject({
      origin: 'samtykke.test/log/1',
      size: leaves.length,
      isSigned: true,
    });
    expect(signed.root).toEqual(await rootOf(over(leaves), leaves.length));
  });

  test('grows by what is new, and each checkpoint begins with the one before', async () => {
    const before = await checkpoint();
    await aSignUp();
    await seal();
    const after = await checkpoint();
    expect(after.size).toBe(before.size + 3);
    const path = await consistencyProof(over(await ledger()), before.size, after.size);
    const proof = {
      first: before.size,
      second: after.size,
      firstRoot: before.root,
      secondRoot: after.root,
      path,
    };
    expect(await isConsistent(proof)).toBe(true);
  });

  test('is not signed again where nothing is new', async () => {
    const before = await checkpoint();
    await seal(signing, Date.now() + 1000);
    expect((await checkpoint()).text).toBe(before.text);
  });

  test('is signed once where two schedules seal at once', async () => {
    await aSignUp();
    await Promise.all([seal(), seal(), seal()]);
    await aSignUp();
    await Promise.all([seal(), seal()]);
    const leaves = await ledger();
    const signed = await checkpoint();
    expect(signed.size).toBe(leaves.length);
    expect(signed.root).toEqual(await rootOf(over(leaves), leaves.length));
  });

  test('is signed by an old and a new key together, so that either can be known', async () => {
    await aSignUp();
    await seal({ ...signing, LOG_KEYS: `${newLinkKey('second')} ${signing.LOG_KEYS}` });
    const { keys } = await state();
    expect(keys).toHaveLength(2);
    expect((await checkpoint()).text.match(/^— /gm)).toHaveLength(2);
  });

  test('never shrinks or changes in the database', async () => {
    for (const statement of [
      'DELETE FROM log',
      'DELETE FROM log_checkpoint',
      "UPDATE log_checkpoint SET note = ''",
      'DELETE FROM log_tile',
      'UPDATE log_tile SET hashes = zeroblob(length(hashes))',
      'UPDATE log_tile SET hashes = substr(hashes, 1, length(hashes) - 32) WHERE length(hashes) > 32',
    ])
      await expect(env.DB.prepare(statement).run(), statement).rejects.toThrow(/only grows|never/);
  });
});

describe('what the log serves', () => {
  test('is its hashes to anyone, whole tiles and parts of them', async () => {
    const leaves = await ledger();
    const width = leaves.length % 256;
    const answer = await call(`/log/1/tile/0/000.p/${width}`);
    expect(answer.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes).toEqual(Uint8Array.from(leaves.flatMap((leaf) => [...leaf])));
    expect((await (await call('/log/1/tile/0/000.p/2')).arrayBuffer()).byteLength).toBe(64);
  });

  test.each([
    '/log/1/tile/0/000',
    '/log/1/tile/0/000.p/255',
    '/log/1/tile/0/001.p/1',
    '/log/1/tile/7/000.p/1',
    '/log/2/checkpoint',
    '/log/x/checkpoint',
    '/log/1/tile/-1/000.p/1',
    '/log/1/tile/0/0.p/1',
  ])('is not %s, which there is not', async (path) => {
    expect((await call(path)).status).toBe(404);
  });

  test('is the records themselves only to a key with the right audit', async () => {
    const path = '/log/1/tile/entries/000.p/2';
    expect((await call(path)).status).toBe(401);
    expect((await (await as(['people-read'])).get(path)).status).toBe(403);
    const answer = await (await as(['audit'])).get(path);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const length = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
    const first = JSON.parse(new TextDecoder().decode(bytes.slice(2, 2 + length)));
    const [record] = await recordsFrom(env.DB, 0, 1);
    expect(first).toEqual(record?.content);
  });
});
