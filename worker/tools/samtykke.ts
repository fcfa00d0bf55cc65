#!/usr/bin/env node
// Checks proof files, offline: `npx samtykke verify FILE… [--key VKEY…] [--address ADDRESS]`. Exit codes: 0 all that
// is said holds, 1 something does not, 2 nothing fails, but something cannot be read or cannot be known from what
// was given, or it was asked wrongly.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import en from '../locales/verify/en.ts';
import { type Verified, verifyFiles } from '../proof/compare.ts';
import type { Finding } from '../proof/finding.ts';
import { sentenceOf, verdictOf } from '../verifier/sentence.ts';

const USAGE = `Usage: samtykke verify FILE… [--key VKEY] [--witness VKEY] [--address ADDRESS]

  FILE       a .samtykke-proof file, a checkpoint of the log, what the log gives to show that one checkpoint
             begins with another, or the certificate of an authority for timestamps (PEM). Proof files and
             checkpoints of one log are compared with each other.
  --key      a public key of the log, as you got it from elsewhere; may be given several times
  --witness  a public key of a witness; may be given several times
  --address  the email address that the records are said to be about`;

const marks = { holds: '✓', fails: '✗', unknown: '?', absent: '–' } as const;
const exitCodes = { holds: 0, fails: 1, partly: 2 } as const;
const CANNOT = 2;

const format = { time: (at: number) => new Date(at).toISOString(), number: String };

const lineOf = (finding: Finding): string => {
  const { state, record, url } = finding;
  const about = record === undefined ? '' : `${record}: `;
  return `${marks[state]} ${about}${sentenceOf(finding, en, format)}${url ? ` ${url}` : ''}`;
};

const read = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

/** Prints what was found of each file, and answers by the exit code what came of it. */
const report = (names: readonly string[], { files, together }: Verified): number => {
  for (const [index, findings] of files.entries()) {
    if (files.length > 1) console.log(names[index]);
    console.log(findings.map(lineOf).join('\n'));
  }
  if (together.length > 0) console.log(together.map(lineOf).join('\n'));
  const all = [...files.flat(), ...together];
  const isUnreadable = all.some(({ check, state }) => check === 'file' && state === 'fails');
  return isUnreadable ? CANNOT : exitCodes[verdictOf(all)];
};

const verify = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true },
      witness: { type: 'string', multiple: true },
      address: { type: 'string' },
    },
  });
  const [command, ...names] = positionals;
  if (command !== 'verify' || names.length === 0) {
    console.error(USAGE);
    return CANNOT;
  }
  const texts = await Promise.all(names.map(read));
  const missing = names.filter((_, index) => texts[index] === null);
  if (missing.length > 0) {
    console.error(missing.map((name) => `There is no file ${name}.`).join('\n'));
    return CANNOT;
  }
  const { key: keys, witness: witnesses, address } = values;
  return report(
    names,
    await verifyFiles(
      texts.filter((text) => text !== null),
      { keys, witnesses, address },
    ),
  );
};

process.exitCode = await verify().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  return CANNOT;
});
