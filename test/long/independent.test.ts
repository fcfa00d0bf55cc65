import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProofFile } from '../../worker/contract/proof.ts';
import { witnessSigner } from '../../worker/log/keys.ts';
import { newLinkKey } from '../../worker/platform/signing/keys.ts';
import { vkeyOf } from '../../worker/proof/note.ts';
import { readTlogProof } from '../../worker/proof/tlog-proof.ts';
import { aProof, withFile } from '../browser/proof.ts';
import { put, worker } from '../browser/visitor.ts';
import { type Everything, runEverything } from '../running.ts';

const env = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '' };

const hasGo = (): boolean =>
  spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env }).status === 0;

/** Installs Go and its library of logs where they are missing, as root; else says what to install. */
const findGo = (): void => {
  if (hasGo()) return;
  const packages = ['golang-go', 'golang-golang-x-mod-dev'];
  if (process.getuid?.() !== 0) throw new Error(`Install ${packages.join(' and ')}.`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    options,
  );
};

const byGo = (text: string, ...files: string[]) => {
  const { status, stdout } = spawnSync('go', ['run', 'test/long/independent.go', ...files], {
    env,
    input: text,
    encoding: 'utf8',
  });
  return { status, stdout };
};

const WITNESS_KEY = newLinkKey('witness');

let other: Everything;
let text: string;
let file: ProofFile;
let earlier: string;

const checkpointIn = (proof: ProofFile): string =>
  readTlogProof(proof.records[0]?.proof ?? '')?.checkpoint ?? '';

/** Has another installation witness the log, and waits for a proof that it cosigned. */
beforeAll(async () => {
  findGo();
  other = await runEverything({ vars: { ENVIRONMENT: 'development', WITNESS_KEY } });
  const where = { PUBLIC_URL: other.worker, ENVIRONMENT: 'development' };
  const signer = await witnessSigner({ WITNESS_KEY, ...where });
  const first = ProofFile.parse(JSON.parse(await aProof()));
  earlier = checkpointIn(first);
  const nobody = { witnesses: [], witnessed: [], timestamps: '', receivers: [] };
  const saved = await fetch(`${other.worker}/v1/settings/log`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${other.token}` },
    body: JSON.stringify({ ...nobody, witnessed: first.keys }),
  });
  if (!saved.ok || !signer) throw new Error('There is no witness.');
  const vkey = vkeyOf(signer.verifier);
  const witnesses = [{ vkey, url: `${other.worker}/witness` }];
  await put('/v1/settings/log', { ...nobody, witnesses });
  text = await aProof((proof) => checkpointIn(proof).includes('/witness '));
  file = ProofFile.parse(JSON.parse(text));
});

afterAll(() => other?.stop());

describe('a proof is checked by code that is not ours, Go’s own', () => {
  test('with the log’s signature and the witness’s of each record', () => {
    const { length } = file.records;
    expect(byGo(text)).toEqual({
      status: 0,
      stdout: `${length} records, 1 statements, ${length} cosignatures\n`,
    });
  });

  test('and found out where a record, a proof, a cosignature or what was shown is another', () => {
    const [first, ...rest] = file.records;
    if (!first) throw new Error('There is no record.');
    const { proof } = first;
    const forged = [
      { ...first, content: { ...first.content, actor: 'user:x' } },
      {
        ...first,
        proof: proof?.replace(/index (\d+)/, (_, index) => `index ${Number(index) + 1}`),
      },
      {
        ...first,
        proof: proof?.replace(/(\/witness \S{40})(\S)/, (_, start, char) =>
          start.concat(char === 'A' ? 'B' : 'A'),
        ),
      },
    ];
    for (const record of forged)
      expect(byGo(JSON.stringify({ ...file, records: [record, ...rest] })).status).toBe(1);
    const statements = file.statements.map((each) => ({ ...each, content: `${each.content} ` }));
    expect(byGo(JSON.stringify({ ...file, statements })).status).toBe(1);
  });

  test('and that the log has only grown since an earlier checkpoint', async () => {
    const [old, size] = [earlier, checkpointIn(file)].map((each) => each.split('\n')[1]);
    const path = `/log/1/consistency/${old}/${size}`;
    const growth = await (await fetch(`${worker}${path}`)).text();
    const grown = (before: string) =>
      withFile(before, (one) => withFile(growth, async (two) => byGo(text, one, two)));
    expect(await grown(earlier)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`grown from ${old} to ${size}\n`),
    });
    expect((await grown(checkpointIn(file))).status).toBe(1);
  });
});
