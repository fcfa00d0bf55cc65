// `npm run bench`: how fast submissions are recorded. Method: the Worker and a bare Hono route that
// writes the same rows in one batch each run in their own `wrangler dev`, on a database of their own,
// on this machine; a load of newsletter sign-ups by 16 connections goes to each in turn, several
// rounds, and medians over the rounds are compared. Rate limits are measured apart: wrangler simulates
// each by a Durable Object that writes a SQLite row, which Cloudflare does not. Then the same for 1,000
// against 1,000,000 stored persons, and mailing-checks of a thousand addresses on both in turn. Only the ratios
// say something: the load runs on the same cores. A short run that only shows that all of it works:
// BENCH_PERSONS=2000 BENCH_ROUNDS=1 BENCH_SECONDS=1 npm run bench
import { execFileSync } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { build } from 'esbuild';
import { litOnServer } from '../../worker/tools/lit-on-server.ts';
import { runWorker } from '../../worker/tools/wrangler.ts';
import { type Everything, runEverything } from '../running.ts';
import { databaseFile, dropTriggers, fill } from './fill.ts';
import { type Measured, signUps } from './load.ts';
import { mailingCheck } from './mailing.ts';
import { median } from './median.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const LOAD = { connections: 16, seconds: Number(process.env.BENCH_SECONDS ?? 8) };
/** Mailing-checks a round. */
const CHECKS = 10;
const STORED = Number(process.env.BENCH_PERSONS ?? 1_000_000);

type Target = { worker: string; demo: string; version: number };

const medians = (rounds: Measured[]): Measured => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
});

/** Loads each target in turn, after a round that does not count. */
const inTurn = async <Name extends string>(
  targets: Record<Name, Target>,
): Promise<Record<Name, Measured>> => {
  const names = Object.keys(targets) as Name[];
  const rounds = new Map(names.map((name) => [name, [] as Measured[]]));
  for (const name of names)
    await signUps(targets[name], { ...LOAD, seconds: Math.min(LOAD.seconds, 3) });
  for (let round = 0; round < ROUNDS; round++)
    for (const name of round % 2 ? names.toReversed() : names)
      rounds.get(name)?.push(await signUps(targets[name], LOAD));
  return Object.fromEntries(names.map((name) => [name, medians(rounds.get(name) ?? [])])) as Record<
    Name,
    Measured
  >;
};

const targetOf = async ({ worker, demo }: Everything): Promise<Target> => {
  const form: unknown = await (await fetch(`${worker}/v1/forms/newsletter`)).json();
  if (typeof form !== 'object' || !form || !('version' in form)) throw new Error('No form.');
  return { worker, demo, version: Number(form.version) };
};

const line = (name: string, { perSecond, p50, p99 }: Measured): string =>
  `  ${name.padEnd(24)}${perSecond.toFixed(0).padStart(6)}/s   p50 ${p50} ms   p99 ${p99} ms`;

const goal = (text: string, isMet: boolean): string => {
  if (!isMet) process.exitCode = 1;
  return `  ${isMet ? 'met   ' : 'MISSED'} ${text}`;
};

const againstTheFloor = async (): Promise<unknown> => {
  const samtykke = await runEverything({ limiters: 'none' });
  const limited = await runEverything();
  const floor = await runEverything();
  const target = await targetOf(floor);
  await floor.stopWorker();
  await dropTriggers(floor.state);
  await build({
    ...litOnServer,
    entryPoints: ['test/bench/floor.ts'],
    outfile: 'dist/bench/floor.js',
    minify: true,
  });
  const bare = await runWorker({
    port: 0,
    state: floor.state,
    config: 'test/bench/floor.toml',
  });
  const measured = await inTurn({
    samtykke: await targetOf(samtykke),
    limited: await targetOf(limited),
    floor: { ...target, worker: bare.address },
  });
  await Promise.all([samtykke.stop(), limited.stop(), bare.stop()]);
  await floor.stop();
  const ratio = measured.samtykke.perSecond / measured.floor.perSecond;
  const limitedRatio = measured.limited.perSecond / measured.floor.perSecond;
  console.log(`Against a bare route that writes the same rows:
${line('bare Hono route', measured.floor)}
${line('Samtykke', measured.samtykke)}
${line('  with rate limits', measured.limited)}
${goal(`${ratio.toFixed(2)} of the floor's submissions per second; the goal is 0.8`, ratio >= 0.8)}
         ${limitedRatio.toFixed(2)} with both rate limits as wrangler simulates them`);
  return { ...measured, ratio, limitedRatio };
};

/** The median time in ms of mailing-checks of each, in turn, after one that does not count. */
const checkInTurn = async (few: Everything, many: Everything) => {
  const times = { few: [] as number[], many: [] as number[] };
  for (const each of [few, many]) await mailingCheck(each);
  for (let check = 0; check < ROUNDS * CHECKS; check++) {
    times.few.push(await mailingCheck(few));
    times.many.push(await mailingCheck(many));
  }
  return { few: median(times.few), many: median(times.many) };
};

const atScale = async (): Promise<unknown> => {
  const stored = async (persons: number) => {
    const everything = await runEverything();
    await everything.stopWorker();
    await fill(everything.state, persons);
    const { size } = await stat(await databaseFile(everything.state));
    await everything.startWorker();
    return { everything, size, target: await targetOf(everything) };
  };
  const few = await stored(1000);
  const many = await stored(STORED);
  const measured = await inTurn({ few: few.target, many: many.target });
  const checks = await checkInTurn(few.everything, many.everything);
  await Promise.all([few.everything.stop(), many.everything.stop()]);
  const ratio = measured.many.p50 / measured.few.p50;
  const checkRatio = checks.many / checks.few;
  console.log(`With persons stored before (the larger database takes ${(many.size / 2 ** 30).toFixed(1)} GiB):
${line('1,000', measured.few)}
${line(STORED.toLocaleString('en'), measured.many)}
${goal(`${ratio.toFixed(2)} times the p50; the goal is at most 1.2`, ratio <= 1.2)}
Mailing-checks of 1,000 addresses: ${checks.few.toFixed(0)} ms and ${checks.many.toFixed(0)} ms
${goal(`${checkRatio.toFixed(2)} times; the goal is at most 1.5`, checkRatio <= 1.5)}`);
  return { ...measured, ratio, checks, checkRatio };
};

execFileSync(process.execPath, ['worker/tools/build.ts'], { stdio: 'inherit' });
const results = {
  at: new Date().toISOString(),
  cores: cpus().length,
  node: process.version,
  load: { ...LOAD, rounds: ROUNDS },
  floor: await againstTheFloor(),
  scale: await atScale(),
};
await mkdir('test-results', { recursive: true });
await writeFile('test-results/bench.json', JSON.stringify(results, null, 2));
