import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { ProofFile } from '../../worker/contract/proof.ts';
import { subscribe } from './entering.ts';
import { anEmail, worker } from './visitor.ts';

const read = async (receipt: string): Promise<string> =>
  (await fetch(`${worker}/v1/receipts/${receipt}/proof`)).text();

/** Signs someone up, lets the schedule seal it, and answers the text of the proof. */
export const aProof = async (): Promise<string> => {
  const { receipt } = await subscribe(anEmail(), 'newsletter', 'invitations');
  return vi.waitFor(
    async () => {
      await fetch(`${worker}/cdn-cgi/local/scheduled`);
      const text = await read(receipt);
      const { records } = ProofFile.parse(JSON.parse(text));
      if (records.some(({ proof }) => proof === null)) throw new Error('It is not sealed.');
      return text;
    },
    { timeout: 60_000, interval: 100 },
  );
};

/** Runs work with a file of this text, and takes it away after. */
export const withFile = async <Answer>(
  text: string,
  work: (file: string) => Promise<Answer>,
): Promise<Answer> => {
  const folder = await mkdtemp(join(tmpdir(), 'samtykke-'));
  const file = join(folder, 'a.samtykke-proof');
  await writeFile(file, text);
  try {
    return await work(file);
  } finally {
    await rm(folder, { recursive: true });
  }
};
