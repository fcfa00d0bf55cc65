import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { ProofFile } from '../../worker/contract/proof.ts';
import { aProof } from '../browser/proof.ts';

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

const byGo = (text: string) => {
  const { status, stdout } = spawnSync('go', ['run', 'test/long/independent.go'], {
    env,
    input: text,
    encoding: 'utf8',
  });
  return { status, stdout };
};

beforeAll(findGo);

test('a proof is checked by code that is not ours, Go’s own', async () => {
  const text = await aProof();
  const file = ProofFile.parse(JSON.parse(text));
  expect(byGo(text)).toEqual({
    status: 0,
    stdout: `${file.records.length} records, 1 statements\n`,
  });
  const [first, ...rest] = file.records;
  if (!first) throw new Error('There is no record.');
  const forged = [
    { ...first, content: { ...first.content, actor: 'user:x' } },
    {
      ...first,
      proof: first.proof?.replace(/index (\d+)/, (_, index) => `index ${Number(index) + 1}`),
    },
  ];
  for (const record of forged)
    expect(byGo(JSON.stringify({ ...file, records: [record, ...rest] })).status).toBe(1);
  const statements = file.statements.map((each) => ({ ...each, content: `${each.content} ` }));
  expect(byGo(JSON.stringify({ ...file, statements })).status).toBe(1);
});
