import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { ProofFile } from '../../worker/contract/proof.ts';
import { readCheckpoint } from '../../worker/proof/checkpoint.ts';
import { readTlogProof } from '../../worker/proof/tlog-proof.ts';
import { aProof, withFile } from './proof.ts';
import { visit, worker } from './visitor.ts';

let text: string;
let file: ProofFile;

beforeAll(async () => {
  text = await aProof();
  file = ProofFile.parse(JSON.parse(text));
});

/** The checkpoint that a proof's first record is proven by. */
const readCheckpointOf = (proof: string) => {
  const [record] = ProofFile.parse(JSON.parse(proof)).records;
  const checkpoint = readCheckpoint(readTlogProof(record?.proof ?? '')?.checkpoint ?? '');
  if (!checkpoint) throw new Error('It is not sealed.');
  return checkpoint;
};

/** Runs `samtykke verify`, and answers its exit code and what it printed. */
const verify = (proof: string, ...more: string[]) =>
  withFile(proof, async (path) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['dist/cli/samtykke.js', 'verify', path, ...more],
      { encoding: 'utf8' },
    );
    return { status, stdout };
  });

describe('samtykke verify', () => {
  test('says what holds, and by its exit code that the key is not known', async () => {
    const { status, stdout } = await verify(text);
    expect(stdout).toContain('✓ The log signed the whole file');
    expect(stdout).toContain('? Whose key it is cannot be known');
    expect(stdout).not.toContain('✗');
    expect(status).toBe(2);
  });

  test('exits with 0 where all of it holds, by a key from elsewhere', async () => {
    expect((await verify(text, '--key', file.keys[0] ?? '')).status).toBe(0);
  });

  test('exits with 1 where a record was changed, and says which', async () => {
    const [first, ...rest] = file.records;
    if (!first) throw new Error('There is no record.');
    const forged = { ...first, content: { ...first.content, decision: 'refused' } };
    const { status, stdout } = await verify(
      JSON.stringify({ ...file, records: [forged, ...rest] }),
    );
    expect(stdout).toContain(`✗ ${first.content.id}: What is recorded was changed.`);
    expect(status).toBe(1);
  });

  test('compares a proof with a checkpoint, by what the log gives', async () => {
    const log = `http://${file.origin}`;
    const later = await aProof();
    const sizes = [text, later].map((each) => readCheckpointOf(each).size);
    const growth = await (await fetch(`${log}/consistency/${sizes.join('/')}`)).text();
    const both = (...more: string[]) =>
      withFile(later, (path) => verify(text, path, ...more, '--key', file.keys[0] ?? ''));
    const without = await both();
    expect(without.stdout).toContain(`? Whether the log with ${sizes[1]} records begins`);
    expect(without.stdout).toContain(`${log}/consistency/${sizes.join('/')}`);
    expect(without.status).toBe(2);
    const whole = await withFile(growth, (path) => both(path));
    expect(whole.stdout).toContain(`✓ The log with ${sizes[1]} records begins with the log`);
    expect(whole.status).toBe(0);
  });

  test('exits with 2 where a file is none that it can read', async () => {
    expect((await verify('nothing')).status).toBe(2);
  });

  test('exits with 2 where it is asked for nothing', () => {
    const { status, stderr } = spawnSync(process.execPath, ['dist/cli/samtykke.js'], {
      encoding: 'utf8',
    });
    expect(stderr).toContain('Usage: samtykke verify FILE');
    expect(status).toBe(2);
  });
});

describe('/verify', () => {
  const fileOf = (name: string, content: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });

  test('checks what is chosen, and says what holds, without asking anyone', async () => {
    const { page, requests, violations, errors } = await visit(`${worker}/verify`);
    await page.setInputFiles('#files', fileOf('anna.samtykke-proof', text));
    await page.locator('.verdict.partly').waitFor();
    const before = requests.length;
    expect(await page.locator('.found.holds').textContent()).toContain('The log signed for it.');
    expect(await page.locator('.found.unknown').textContent()).toContain('Whose key it is');
    expect(await page.locator('tbody tr').count()).toBe(file.records.length);
    await page.locator('#known summary').click();
    await page.locator('#keys').fill(file.keys[0] ?? '');
    await page.locator('#known button').click();
    await page.locator('.verdict.holds').waitFor();
    const [first, ...rest] = file.records;
    const forged = { ...file, records: [{ ...first, sha256: '0'.repeat(64) }, ...rest] };
    await page.setInputFiles('#files', fileOf('anna.samtykke-proof', JSON.stringify(forged)));
    await page.locator('.verdict.fails').waitFor();
    expect(await page.locator('.found.fails code').first().textContent()).toBe(first?.content.id);
    await page.setInputFiles('#files', fileOf('note.txt', '<img src=x onerror=alert(1)>'));
    await page.getByText('This is no proof file').waitFor();
    expect(requests).toHaveLength(before);
    expect([...violations, ...errors]).toEqual([]);
  });

  test('compares two files with what the log gives, in another language', async () => {
    const later = await aProof();
    const sizes = [text, later].map((each) => readCheckpointOf(each).size);
    const path = `http://${file.origin}/consistency/${sizes.join('/')}`;
    const { page } = await visit(`${worker}/verify?locale=da`);
    await page.setInputFiles('#files', [fileOf('a', text), fileOf('b', later)]);
    expect(await page.locator('.found.unknown a').getAttribute('href')).toBe(path);
    await page.setInputFiles('#files', fileOf('c', await (await fetch(path)).text()));
    await page.getByText('den er kun vokset').waitFor();
  });

  test('says how to check without a script', async () => {
    const { page } = await visit(`${worker}/verify`, { javaScriptEnabled: false });
    expect(await page.locator('noscript').textContent()).toContain('npx samtykke verify FILE');
  });
});
