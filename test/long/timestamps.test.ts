import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProofFile } from '../../worker/contract/proof.ts';
import { verifyFiles } from '../../worker/proof/compare.ts';
import { readNote } from '../../worker/proof/note.ts';
import { readTlogProof } from '../../worker/proof/tlog-proof.ts';
import { aProof, withFile } from '../browser/proof.ts';
import { put } from '../browser/visitor.ts';
import { mutationsOf } from '../fuzz/mutations.ts';

const CONFIG = `
[t]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[req]
distinguished_name = name
x509_extensions = authority
[name]
[authority]
basicConstraints = critical,CA:true
[leaf]
extendedKeyUsage = critical,timeStamping
`;

let folder: string;
let server: Server;

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString();

const aKey = (name: string) =>
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', name);

const own = ['-config', 'config', '-days', '9'];

/** Makes an authority and the certificate that it issued to a clock. */
const makeClock = (): void => {
  writeFileSync(join(folder, 'config'), CONFIG);
  writeFileSync(join(folder, 'serial'), '01');
  aKey('ca.key');
  const subject = ['-subj', '/CN=The authority of a clock'];
  openssl('req', '-x509', '-new', '-key', 'ca.key', ...own, ...subject, '-out', 'ca.pem');
  aKey('other.key');
  openssl('req', '-x509', '-new', '-key', 'other.key', ...own, ...subject, '-out', 'other.pem');
  aKey('key');
  openssl('req', '-new', '-key', 'key', '-config', 'config', '-subj', '/CN=A clock', '-out', 'csr');
  const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '9'];
  const uses = ['-extfile', 'config', '-extensions', 'leaf'];
  openssl('x509', '-req', '-in', 'csr', ...by, ...uses, '-out', 'pem');
};

/** Answers as RFC 3161 says over HTTP, by OpenSSL. */
const serve = (): Server =>
  createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    writeFileSync(join(folder, 'query'), Buffer.concat(parts));
    const signer = ['-signer', 'pem', '-inkey', 'key'];
    const files = ['-queryfile', 'query', '-out', 'answer'];
    openssl('ts', '-reply', '-config', 'config', '-section', 't', ...signer, ...files);
    response.end(readFileSync(join(folder, 'answer')));
  });

let text: string;
let file: ProofFile;

beforeAll(async () => {
  if (spawnSync('openssl', ['version']).status !== 0)
    throw new Error('Install openssl, or put it on the PATH.');
  folder = mkdtempSync(join(tmpdir(), 'samtykke-time-'));
  makeClock();
  server = serve();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await put('/v1/settings/log', {
    witnesses: [],
    witnessed: [],
    timestamps: `http://localhost:${port}`,
    receivers: [],
  });
  text = await aProof(({ timestamps }) => timestamps.length > 0);
  file = ProofFile.parse(JSON.parse(text));
});

afterAll(() => {
  server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** The text of the checkpoint that a proof's records are proven by. */
const checkpointText = (): string => {
  const checkpoint = readTlogProof(file.records[0]?.proof ?? '')?.checkpoint ?? '';
  return readNote(checkpoint)?.text ?? '';
};

describe('a timestamp that an authority of OpenSSL gave the log', () => {
  /** Verifies the timestamp of the file by OpenSSL alone, for some text and authority. */
  const byOpenssl = (data: string, authority: string) => {
    writeFileSync(join(folder, 'token'), Buffer.from(file.timestamps[0] ?? '', 'base64'));
    writeFileSync(join(folder, 'data'), data);
    const files = ['-in', 'token', '-token_in', '-data', 'data', '-CAfile', authority];
    return spawnSync('openssl', ['ts', '-verify', ...files], { cwd: folder, encoding: 'utf8' });
  };

  test('is verified by openssl ts, of the text of the checkpoint and nothing else', () => {
    const held = byOpenssl(checkpointText(), 'ca.pem');
    expect(`${held.stdout}${held.stderr}`).toContain('Verification: OK');
    expect(held.status).toBe(0);
    expect(byOpenssl(checkpointText().replace(/\n(\d)/, '\n9$1'), 'ca.pem').status).not.toBe(0);
    expect(byOpenssl(checkpointText(), 'other.pem').status).not.toBe(0);
  });

  test('is verified by the command, by the certificate of its authority', async () => {
    const verify = (authority: string) =>
      withFile(text, async (path) =>
        spawnSync(
          process.execPath,
          [
            ...['dist/cli/samtykke.js', 'verify', path, join(folder, authority)],
            ...['--key', file.keys[0] ?? ''],
          ],
          { encoding: 'utf8' },
        ),
      );
    const verified = await verify('ca.pem');
    expect(verified.stdout).toContain('✓ A clock confirmed that the log had');
    expect(verified.stdout).toContain('✓ The certificate of A clock is one that you gave');
    expect(verified.status).toBe(0);
    expect((await verify('other.pem')).status).toBe(1);
  });
});

describe('a proof file with a timestamp', () => {
  const failing = async (changed: string): Promise<string[]> => {
    const authorities = [readFileSync(join(folder, 'ca.pem'), 'utf8')];
    const [found = []] = (await verifyFiles([changed], { keys: file.keys, authorities })).files;
    return found
      .filter(({ state }) => state === 'fails' || state === 'unknown')
      .map(({ check }) => check);
  };

  test('is found out where anything in it is left out, put in, moved or changed', async () => {
    expect(await failing(text)).toEqual([]);
    for (const { what, value } of mutationsOf(file))
      expect(await failing(JSON.stringify(value)), what).not.toEqual([]);
  });

  test('is found out where one bit of any byte of it is another', async () => {
    const bytes = new TextEncoder().encode(text);
    for (const [at, byte] of bytes.entries()) {
      const changed = new TextDecoder().decode(bytes.with(at, byte ^ (1 << (at % 8))));
      expect(await failing(changed), `at ${at}`).not.toEqual([]);
    }
  }, 900_000);
});
