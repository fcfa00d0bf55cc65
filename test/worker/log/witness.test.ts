import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { app } from '../../../worker/app.ts';
import { LogState } from '../../../worker/contract/log.ts';
import { recordsFrom } from '../../../worker/ledger/store.ts';
import { logSigners } from '../../../worker/log/keys.ts';
import { verifyFiles } from '../../../worker/proof/compare.ts';
import { readGrowth, writeGrowth } from '../../../worker/proof/growth.ts';
import { signNote } from '../../../worker/proof/note.ts';
import { consistencyProof } from '../../../worker/proof/tree.ts';
import { proofFileOf } from '../../../worker/receipts/file.ts';
import { begin } from '../begin.ts';
import { aForm, anEmail, signUp } from '../builders.ts';
import { over } from '../proof/grown.ts';
import { verifyText } from '../proof/verifying.ts';
import { backUp, restore } from './backup.ts';
import { anInstallation, type Installation } from './installation.ts';
import { leavesOf } from './sealing.ts';

const both = { subscriptions: { newsletter: true, invitations: true } };

let form: string;
let ours: Installation;
let theirs: Installation;

/** Two installations that witness each other; only ours has people. */
beforeAll(async () => {
  form = await aForm();
  await begin(env.OTHER);
  ours = await anInstallation(env.DB, 'https://samtykke.test');
  theirs = await anInstallation(env.OTHER, 'https://other.test');
  const none = { timestamps: '', receivers: [] };
  await ours.set({
    ...none,
    witnesses: [{ vkey: theirs.witness, url: theirs.url }],
    witnessed: [theirs.vkey],
  });
  await theirs.set({
    ...none,
    witnesses: [{ vkey: ours.witness, url: ours.url }],
    witnessed: [ours.vkey],
  });
});

const grow = async (): Promise<void> => {
  await signUp(form, anEmail(), both);
  await ours.seal();
};

const state = async () => LogState.parse(JSON.parse(await ours.read('/v1/log')));

const checkpoint = () => ours.read('/log/1/checkpoint');

/** The newest checkpoint as the log itself signed it, without what witnesses did. */
const ownNote = async () => `${(await checkpoint()).split('\n').slice(0, 5).join('\n')}\n`;

describe('two installations', () => {
  test('witness each other: what one seals the other cosigns, and anyone can check it', async () => {
    await grow();
    await ours.ask(theirs.answer);
    await grow();
    await ours.ask(theirs.answer);
    const text = await checkpoint();
    const { together, files } = await verifyFiles([text], {
      keys: [ours.vkey],
      witnesses: [theirs.witness],
    });
    expect(together).toEqual([]);
    expect(files[0]).toContainEqual(
      expect.objectContaining({ check: 'witness', state: 'holds', by: 'other.test/witness' }),
    );
    const { size, witnesses, witness } = await state();
    expect(witnesses).toEqual([expect.objectContaining({ vkey: theirs.witness, size })]);
    expect(witness).toBe(ours.witness);
  });

  test('have what was cosigned in their proofs, also for those who know the witness themselves', async () => {
    const file = await proofFileOf(
      { env: ours.env, db: env.DB, host: 'https://samtykke.test', now: Date.now() },
      (await recordsFrom(env.DB, 0, 2)).map((record) => ({ ...record, subject: null })),
      'known',
    );
    const text = JSON.stringify(file);
    for (const known of [{}, { witnesses: [theirs.witness] }])
      expect(await verifyText(text, known)).toContainEqual(
        expect.objectContaining({ check: 'witness', state: 'holds' }),
      );
    expect(await verifyText(text, { witnesses: [ours.witness] })).toContainEqual(
      expect.objectContaining({ check: 'witness', state: 'absent' }),
    );
    const forged = text.replace(/(— other\.test\/witness \S{20})(\S)/, (_, start, char) =>
      start.concat(char === 'A' ? 'B' : 'A'),
    );
    expect(await verifyText(forged)).toContainEqual(
      expect.objectContaining({ check: 'witness', state: 'fails' }),
    );
  });

  test('that do not answer are asked again, and keep no other from being asked', async () => {
    await grow();
    const silent = () => Promise.reject(new TypeError('no answer'));
    await expect(ours.ask(silent)).rejects.toThrow('1 of 1');
    await ours.ask(theirs.answer);
    const { size, witnesses } = await state();
    expect(witnesses[0]?.size).toBe(size);
  });

  test('agree again after the log has forgotten what was cosigned', async () => {
    // As a backup from before knows nothing of it.
    await env.DB.batch([
      env.DB.prepare('DROP TRIGGER log_cosignature_is_never_deleted'),
      env.DB.prepare('DELETE FROM log_cosignature'),
    ]);
    await grow();
    await ours.ask(theirs.answer);
    const { size, witnesses } = await state();
    expect(witnesses[0]?.size).toBe(size);
  });
});

describe('a witness', () => {
  let sent: string;

  /** What the log would send to have its newest checkpoint cosigned again. */
  beforeEach(async () => {
    const { size } = await state();
    sent = writeGrowth({ old: size, path: [], checkpoint: await ownNote() });
  });

  const post = async (body: string) => {
    const answer = await theirs.answer(`${theirs.url}/add-checkpoint`, { method: 'POST', body });
    return {
      status: answer.status,
      text: await answer.text(),
      type: answer.headers.get('Content-Type'),
    };
  };

  test('cosigns the same again', async () => {
    expect(await post(sent)).toMatchObject({
      status: 200,
      text: expect.stringMatching(/^— other\.test\/witness \S+\n$/),
    });
  });

  test('says which size it has seen where another is named', async () => {
    const { size } = await state();
    expect(await post(sent.replace(/^old \d+/, 'old 1'))).toMatchObject({
      status: 409,
      text: `${size}\n`,
      type: 'text/x.tlog.size',
    });
  });

  test('knows no log whose key is not set, and takes no signature by another', async () => {
    const stranger = await anInstallation(env.DB, 'https://stranger.test');
    expect((await post(sent.replaceAll('samtykke.test', 'stranger.test'))).status).toBe(404);
    const text = readGrowth(sent)?.checkpoint.split('\n\n')[0] ?? '';
    const signers = await logSigners(stranger.env, 'samtykke.test/log/1');
    const forged = await signNote(`${text}\n`, signers);
    const { size } = await state();
    expect((await post(`old ${size}\n\n${forged}`)).status).toBe(403);
  });

  test('refuses what it cannot read, an old size beyond the new, and growth that is not proven', async () => {
    expect((await post('')).status).toBe(400);
    expect((await post('old 1\n')).status).toBe(400);
    expect((await post(sent.replace(/^old \d+/, 'old 999999'))).status).toBe(400);
    const { size } = await state();
    await grow();
    const unproven = writeGrowth({ old: size, path: [], checkpoint: await ownNote() });
    expect((await post(unproven)).status).toBe(422);
  });

  test('cosigns one of two that go on from the same size at once', async () => {
    const leaves = await leavesOf(
      (await recordsFrom(env.DB, 0, 1000)).map(({ content }) => content),
    );
    await ours.ask(theirs.answer);
    const before = (await state()).size;
    await grow();
    const { size } = await state();
    const all = await leavesOf((await recordsFrom(env.DB, 0, 1000)).map(({ content }) => content));
    expect(all.length).toBeGreaterThan(leaves.length);
    const path = await consistencyProof(over(all), before, size);
    const body = writeGrowth({ old: before, path, checkpoint: await ownNote() });
    const statuses = (await Promise.all([post(body), post(body)])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409]);
  });

  test('is none without a key for it', async () => {
    const { WITNESS_KEY: _, ...without } = theirs.env;
    const request = new Request(`${theirs.url}/add-checkpoint`, { method: 'POST', body: sent });
    expect((await app.fetch(request, without)).status).toBe(404);
  });
});

test('what shows that the log grew between two checkpoints is served, and checked beside them', async () => {
  const earlier = await checkpoint();
  await grow();
  const later = await checkpoint();
  const [old, size] = [earlier, later].map((text) => text.split('\n')[1]);
  const growth = await ours.read(`/log/1/consistency/${old}/${size}`);
  const known = { keys: [ours.vkey] };
  expect((await verifyFiles([later, earlier], known)).together).toMatchObject([
    {
      check: 'consistent',
      state: 'unknown',
      url: `https://samtykke.test/log/1/consistency/${old}/${size}`,
    },
  ]);
  const { together, files } = await verifyFiles([later, growth, earlier], known);
  expect(together).toMatchObject([{ check: 'consistent', state: 'holds' }]);
  expect(files.flat().filter(({ state }) => state === 'fails')).toEqual([]);
  for (const at of growth.split('\n\n')[0]?.split('\n').slice(1).keys() ?? []) {
    const lines = growth.split('\n');
    const dropped = lines.toSpliced(at + 1, 1).join('\n');
    const changed = await verifyFiles([later, dropped, earlier], known);
    expect(changed.together).toMatchObject([{ state: 'fails' }]);
  }
  const other = earlier.replace('/log/1', '/log/2');
  expect((await verifyFiles([later, other])).together).toMatchObject([{ state: 'absent' }]);
  expect(await ours.read('/log/1/consistency/1/999')).toContain('404');
});

test('a restored backup is found out by what a witness has seen, where there is no other copy', async () => {
  await ours.ask(theirs.answer);
  const backup = await backUp();
  await grow();
  await ours.ask(theirs.answer);
  await restore(backup);
  await ours.seal();
  expect((await state()).haltedBy).toBeNull();
  await ours.ask(theirs.answer);
  expect((await state()).haltedBy).toBeNull();
  await signUp(form, anEmail(), {});
  await ours.seal();
  await ours.ask(theirs.answer);
  expect((await state()).haltedBy).not.toBeNull();
});
