import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { ProofFile } from '../../../worker/contract/proof.ts';
import { recordsOfPerson } from '../../../worker/ledger/store.ts';
import { proofFileOf } from '../../../worker/receipts/file.ts';
import { mutationsOf } from '../../fuzz/mutations.ts';
import { begin } from '../begin.ts';
import { aForm, anEmail, as, findPerson, host, signUp } from '../builders.ts';
import { anInstallation } from '../log/installation.ts';
import { waiting, write } from '../visitor/confirm/confirming.ts';
import { verifyText } from './verifying.ts';

let file: ProofFile;
let another: ProofFile;

/** A file in which nothing is empty but its timestamps, for which it takes an authority (test/long/timestamps.test.ts). */
beforeAll(async () => {
  const { put } = await as(['settings']);
  await put('/v1/settings/controller', {
    name: 'Orchard Ltd',
    address: '1 Apple Road, Aarhus',
    email: 'privacy@orchard.example',
    url: 'https://orchard.example',
    officer: 'Dora Dahl',
  });
  await put('/v1/settings/jurisdiction', 'DK');
  await put('/v1/settings/storage', 'European Union');
  await begin(env.OTHER);
  const ours = await anInstallation(env.DB, 'https://samtykke.test');
  const theirs = await anInstallation(env.OTHER, 'https://other.test');
  const nobody = { witnesses: [], witnessed: [], timestamps: '', receivers: [] };
  await ours.set({ ...nobody, witnesses: [{ vkey: theirs.witness, url: theirs.url }] });
  await theirs.set({ ...nobody, witnessed: [ours.vkey] });
  const form = await aForm({ confirm: true });
  const { receipt, code, email } = await waiting(form);
  await write(receipt, code);
  const other = anEmail();
  await signUp(form, other);
  await ours.seal();
  await ours.ask(theirs.answer);
  const fileOf = async (address: string) =>
    proofFileOf(
      { env: ours.env, db: env.DB, host, now: Date.now() },
      await recordsOfPerson(env.DB, (await findPerson(address))?.id ?? '', 0, 100),
      'known',
    );
  [file, another] = [await fileOf(email), await fileOf(other)];
});

/** What does not hold of a file: without its signature, nobody can say that nothing was left out of it. */
const failing = async (text: string): Promise<string[]> =>
  (await verifyText(text, { keys: file.keys }))
    .filter(({ state }) => state === 'fails' || state === 'unknown')
    .map(({ check }) => check);

/** Lists what is changed in a file that nobody would find out. */
const unfound = async (): Promise<string[]> => {
  const found: string[] = [];
  for (const { what, value } of mutationsOf(file))
    if ((await failing(JSON.stringify(value))).length === 0) found.push(what);
  return found;
};

describe('a proof file with all that one can have', () => {
  test('is one: each of its parts has something in it', async () => {
    const empty = Object.entries(ProofFile.parse(file)).filter(
      ([, part]) => part === null || (Array.isArray(part) && part.length === 0),
    );
    expect(empty.map(([name]) => name)).toEqual(['timestamps']);
    expect(await failing(JSON.stringify(file))).toEqual([]);
  });

  test('is found out where anything in it is left out, put in, moved or changed', async () => {
    expect(await unfound()).toEqual([]);
  });

  test('is found out where a part of it is that of another file', async () => {
    for (const part of ProofFile.keyof().options) {
      const [own, theirs] = [JSON.stringify(file[part]), JSON.stringify(another[part])];
      if (own === theirs) continue;
      expect(await failing(JSON.stringify({ ...file, [part]: another[part] })), part).not.toEqual(
        [],
      );
    }
  });

  test('is found out where one bit of any of its bytes is another, as far as this sample goes', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(file));
    for (let at = 0; at < bytes.length; at += 211) {
      const changed = bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8)));
      expect(await failing(new TextDecoder().decode(changed)), `at ${at}`).not.toEqual([]);
    }
  });
});
