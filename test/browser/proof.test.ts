import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { ProofFile } from '../../worker/contract/proof.ts';
import { aProof, withFile } from './proof.ts';

let text: string;
let file: ProofFile;

beforeAll(async () => {
  text = await aProof();
  file = ProofFile.parse(JSON.parse(text));
});

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
    expect(stdout).toContain('✓ The log signed the file as a whole');
    expect(stdout).toContain('? Whose key it is cannot be known');
    expect(stdout).not.toContain('✗');
    expect(status).toBe(3);
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
    expect(stdout).toContain(`✗ ${first.content.id}: Its content is not what was recorded.`);
    expect(status).toBe(1);
  });

  test('exits with 2 where it is asked for nothing', () => {
    const { status, stderr } = spawnSync(process.execPath, ['dist/cli/samtykke.js'], {
      encoding: 'utf8',
    });
    expect(stderr).toContain('Usage: samtykke verify FILE');
    expect(status).toBe(2);
  });
});
