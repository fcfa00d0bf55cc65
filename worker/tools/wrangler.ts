// Runs wrangler: offline, without questions, and so that it ends when we end.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/wrangler/bin/wrangler.js');
const env = { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', NO_UPDATE_NOTIFIER: '1' };

/** Runs `wrangler d1 …` and answers what it printed. */
export const d1 = async (args: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, 'd1', ...args], {
    cwd: root,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
};

/** A port that is free just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export type Running = { address: string; stop: () => Promise<void> };

/** A Worker in `wrangler dev`; `kill` ends it at once, as a power cut would. */
export type RunningWorker = Running & { kill: () => Promise<void> };

/** How the Worker is run: where its state is kept, and what differs from wrangler.toml. */
export type RunOptions = {
  port: number;
  state: string;
  vars?: Record<string, string>;
  config?: string;
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
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    signalGroup(child, 'SIGTERM');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
  }
  signalGroup(child, 'SIGKILL');
};

const answers = async (address: string): Promise<boolean> =>
  fetch(`${address}/v1/health`)
    .then((response) => response.ok)
    .catch(() => false);

/**
 * Starts the Worker in `wrangler dev` and waits until it answers. Links in its emails lead to where it is
 * served, unless `vars` says otherwise. Throws with its output if it ends.
 */
export const runWorker = async ({
  port,
  state,
  vars = {},
  config,
}: RunOptions): Promise<RunningWorker> => {
  const address = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [
      bin,
      'dev',
      ...(config ? ['--config', config] : []),
      ...['--port', String(port), '--inspector-port', String(await freePort())],
      ...['--persist-to', state, '--log-level', 'warn', '--show-interactive-dev-session=false'],
      ...Object.entries({ PUBLIC_URL: address, ...vars }).flatMap(([name, value]) => [
        '--var',
        `${name}:${value}`,
      ]),
    ],
    { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output = (output + chunk).slice(-20_000);
    });
  const stop = () => stopGroup(child);
  const kill = () => signalGroup(child, 'SIGKILL');
  process.once('exit', kill);
  const deadline = Date.now() + 60_000;
  while (!(await answers(address))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`wrangler dev did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return {
    address,
    stop: async () => {
      process.off('exit', kill);
      await stop();
    },
    kill: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      kill();
      await ended;
    },
  };
};
