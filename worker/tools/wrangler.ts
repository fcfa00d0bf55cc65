// Runs wrangler: offline, without questions, and so that it ends when we end.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { BINDING } from '../platform/database.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/wrangler/bin/wrangler.js');
const env = {
  ...process.env,
  CI: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  NO_UPDATE_NOTIFIER: '1',
  WRANGLER_SEND_METRICS: 'false',
};

/** Runs `wrangler d1 …` and answers what it printed. */
export const d1 = async (args: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, 'd1', ...args], {
    cwd: root,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
};

/** Which database `wrangler d1` is to work on: here or at Cloudflare, of which environment and configuration. */
type Where = { remote: boolean; env: string; config?: string | undefined };

/** Writes the arguments that name a database. */
export const whereOf = ({ remote, env: name, config }: Where): string[] => [
  remote ? '--remote' : '--local',
  ...['--env', name],
  ...(config === undefined ? [] : ['--config', config]),
];

const Answered = z.tuple([z.object({ results: z.array(z.unknown()) })]);

/** Runs a query on the database that some arguments name, and answers its rows. */
export const query = async (where: readonly string[], sql: string): Promise<unknown[]> => {
  const answer = await d1(['execute', BINDING, ...where, '--json', '--command', sql]);
  return Answered.parse(JSON.parse(answer))[0].results;
};

export type Running = { address: string; stop: () => Promise<void> };

/** A Worker in `wrangler dev`; `kill` ends it at once, as a power cut would; `log` is what it has logged lately. */
export type RunningWorker = Running & { kill: () => Promise<void>; log: () => string };

/** How the Worker is run: where it listens and keeps its state, and what differs from wrangler.toml. */
export type RunOptions = {
  /** 0 takes any free port. */
  port: number;
  /** What follows if something else listens there: wait for it to go, or take any free port instead. */
  whenTaken?: 'wait' | 'another';
  state: string;
  vars?: Record<string, string>;
  config?: string;
  /** Where a debugger may connect; any free port for 0. */
  inspector?: number;
  /** How many MB the heap of an isolate may have: V8 ends the runtime where one needs more. */
  heap?: number;
};

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // Nothing of it is left.
  }
};

/** Ends wrangler and its own children: workerd would wait for idle connections for ever. */
const stopGroup = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    signalGroup(child, 'SIGTERM');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
  }
  signalGroup(child, 'SIGKILL');
};

/** A `wrangler dev`, and what it has printed so far. */
type Wrangler = { child: ChildProcess; output: () => string };

const addressOf = (port: number): string => `http://localhost:${port}`;

/** The environment of wrangler, which hands on what V8 is to keep to. */
const envWith = (heap: number | undefined) =>
  heap === undefined ? env : { ...env, MINIFLARE_WORKERD_V8_FLAGS: `--max-heap-size=${heap}` };

const spawnWrangler = ({
  port,
  state,
  vars = {},
  config,
  inspector = 0,
  heap,
}: RunOptions): Wrangler => {
  const child = spawn(
    process.execPath,
    [
      bin,
      'dev',
      ...(config ? ['--config', config] : []),
      ...['--port', String(port), '--inspector-port', String(inspector)],
      ...['--persist-to', state, '--log-level', 'warn', '--show-interactive-dev-session=false'],
      // Nothing limits the queries of a local database.
      ...Object.entries({ PUBLIC_URL: addressOf(port), D1_QUERIES: '1000', ...vars }).flatMap(
        ([name, value]) => ['--var', `${name}:${value}`],
      ),
    ],
    { cwd: root, env: envWith(heap), detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output = (output + chunk).slice(-20_000);
    });
  const kill = () => signalGroup(child, 'SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => {
    process.off('exit', kill);
    kill();
  });
  return { child, output: () => output };
};

/** What wrangler reports to its parent once it listens. */
const Listening = z.object({ event: z.literal('DEV_SERVER_READY') });

const START_MS = 60_000;
const WAIT_FOR_PORT_MS = 20_000;

/** Waits until wrangler listens. False if it has ended before, or taken too long. */
const hasStarted = ({ child }: Wrangler): Promise<boolean> =>
  new Promise((resolve) => {
    const deadline = setTimeout(() => signalGroup(child, 'SIGKILL'), START_MS);
    const settle = (isListening: boolean) => {
      clearTimeout(deadline);
      resolve(isListening);
    };
    child.once('close', () => settle(false));
    child.on('message', (message) => {
      if (Listening.safeParse(JSON.parse(String(message))).success) settle(true);
    });
  });

/** Finds a port that is free just now; someone else may take it before it is used. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
};

/** Starts wrangler on a port, and tries another if something took it in between. */
const listen = async (options: RunOptions): Promise<{ wrangler: Wrangler; port: number }> => {
  const deadline = Date.now() + WAIT_FOR_PORT_MS;
  let asked = options.port;
  for (;;) {
    const port = asked || (await freePort());
    const wrangler = spawnWrangler({ ...options, port });
    if (await hasStarted(wrangler)) return { wrangler, port };
    const isTaken = wrangler.output().includes('Address already in use');
    if (!isTaken || Date.now() > deadline)
      throw new Error(`wrangler dev did not start:\n${wrangler.output()}`);
    if (options.whenTaken === 'another') asked = 0;
    if (asked) await pause(500);
  }
};

const checkHealth = async (address: string, { child, output }: Wrangler): Promise<void> => {
  const isHealthy = await fetch(`${address}/v1/health`, { signal: AbortSignal.timeout(START_MS) })
    .then(({ ok }) => ok)
    .catch(() => false);
  if (isHealthy) return;
  await stopGroup(child);
  throw new Error(`The Worker does not answer:\n${output()}`);
};

/**
 * Starts the Worker in `wrangler dev` and waits until it answers. Links in its emails lead to where it is
 * served, unless `vars` says otherwise. Throws with wrangler's output if it ends, does not answer, or
 * finds its port taken for 20 seconds.
 */
export const runWorker = async (options: RunOptions): Promise<RunningWorker> => {
  const { wrangler, port } = await listen(options);
  const address = addressOf(port);
  await checkHealth(address, wrangler);
  const { child, output } = wrangler;
  return {
    address,
    log: output,
    stop: () => stopGroup(child),
    kill: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      signalGroup(child, 'SIGKILL');
      await ended;
    },
  };
};
