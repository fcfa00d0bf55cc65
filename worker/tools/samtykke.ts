#!/usr/bin/env node
// Checks proof files, offline: `npx samtykke verify FILE [--key VKEY…] [--address ADDRESS]`. Exit codes: 0 all that
// was checked holds, 1 something does not, 2 it was asked wrongly or there is no such file, 3 nothing fails, but
// something cannot be known from what was given.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Check, type Finding, verifyProof } from '../proof/verify.ts';

const USAGE = `Usage: samtykke verify FILE [--key VKEY] [--address ADDRESS]

  FILE       a .samtykke-proof file
  --key      a public key of the log, as you got it from elsewhere; may be given several times
  --address  the email address that the records are said to be about`;

/** What each check means where it holds, fails, and cannot be known. */
const words: Record<Check, Record<Finding['state'], string>> = {
  file: { holds: 'The file can be read.', fails: 'The file is no proof file.', unknown: '' },
  whole: {
    holds: 'The log signed the file as a whole: nothing was left out or put in since.',
    fails: 'The file is not as the log signed it.',
    unknown: 'The file as a whole is not signed: something may have been left out.',
  },
  key: {
    holds: 'It is signed with a key that you gave.',
    fails: 'It is signed with none of the keys that you gave.',
    unknown:
      'Whose key it is cannot be known from the file: compare it with a copy from elsewhere (--key).',
  },
  content: {
    holds: 'Its content has the hash that was recorded.',
    fails: 'Its content is not what was recorded.',
    unknown: '',
  },
  sealed: { holds: '', fails: '', unknown: 'It is not sealed yet: ask for the file again later.' },
  included: {
    holds: 'It is in the log.',
    fails: 'It is not in the log that is named.',
    unknown: '',
  },
  signed: {
    holds: 'The log signed for it.',
    fails: 'The log did not sign for it.',
    unknown: '',
  },
  statement: {
    holds: 'What was shown is in the file, word for word.',
    fails: 'What was shown is missing, or was changed.',
    unknown: '',
  },
  look: {
    holds: 'How it looked shows the same words.',
    fails: 'How it looked shows other words than the statement.',
    unknown: '',
  },
  clicks: {
    holds: 'What was sent and confirmed in forms is what the records tell of.',
    fails: 'What was sent and confirmed in forms is not what the records tell of.',
    unknown: '',
  },
  receipt: {
    holds: 'The consent receipt (ISO/IEC TS 27560) says what the records say.',
    fails: 'The consent receipt does not say what the records say.',
    unknown: '',
  },
  address: {
    holds: 'It is about the address that you gave.',
    fails: 'It is not about the address that you gave.',
    unknown: '',
  },
};

const marks = { holds: '✓', fails: '✗', unknown: '?' } as const;

const lineOf = ({ check, state, record }: Finding): string =>
  `${marks[state]} ${record === undefined ? '' : `${record}: `}${words[check][state]}`;

const exitCodeOf = (findings: readonly Finding[]): number => {
  const states = findings.map(({ state }) => state);
  if (states.includes('fails')) return 1;
  return states.includes('unknown') ? 3 : 0;
};

const read = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

const verify = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string', multiple: true }, address: { type: 'string' } },
  });
  const [command, file, ...more] = positionals;
  if (command !== 'verify' || file === undefined || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const text = await read(file);
  if (text === null) {
    console.error(`There is no file ${file}.`);
    return 2;
  }
  const findings = await verifyProof(text, { keys: values.key, address: values.address });
  console.log(findings.map(lineOf).join('\n'));
  return exitCodeOf(findings);
};

process.exitCode = await verify().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  return 2;
});
