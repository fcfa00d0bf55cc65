import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProofFile } from '../../worker/contract/proof.ts';
import { subscribe } from './entering.ts';
import { afterRuns } from './scheduled.ts';
import { anEmail, worker } from './visitor.ts';

const read = async (receipt: string): Promise<string> =>
  (await fetch(`${worker}/v1/receipts/${receipt}/proof`)).text();

const isSealed = ({ records }: ProofFile): boolean => records.every(({ proof }) => proof !== null);

/** Signs someone up, lets the schedule run until their proof is sealed and all it should be, and answers its text. */
export const aProof = async (isDone: (file: ProofFile) => boolean = isSealed): Promise<string> => {
  const { receipt } = await subscribe(anEmail(), 'newsletter', 'invitations');
  return afterRuns(async () => {
    const text = await read(receipt);
    const file = ProofFile.parse(JSON.parse(text));
    return isSealed(file) && isDone(file) ? text : null;
  });
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
