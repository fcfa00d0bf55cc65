import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { vi } from 'vitest';
import { z } from 'zod';

const driver = '/usr/bin/WebKitWebDriver';
const screen = '/usr/bin/Xvfb';

/** Why there is no WebKit to test in; undefined where there is. */
export const withoutWebKit: string | undefined = [driver, screen].every((path) => existsSync(path))
  ? undefined
  : 'WebKit is tried where Debian’s webkit2gtk-driver and xvfb are installed.';

const Answer = z.object({ value: z.unknown() });
const Session = z.object({ sessionId: z.string() });

/** A page of a WebKit that we drive by W3C WebDriver. */
export type WebKit = {
  open(url: string): Promise<void>;
  evaluate(script: string): Promise<unknown>;
  close(): Promise<void>;
};

const DISPLAY = ':97';
const PORT = 4455;

const call = async (method: string, path: string, body?: object): Promise<unknown> => {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const { value } = Answer.parse(await response.json());
  if (!response.ok) throw new Error(JSON.stringify(value));
  return value;
};

const start = (command: string, args: readonly string[]): ChildProcess =>
  spawn(command, args, { stdio: 'ignore', env: { ...process.env, DISPLAY } });

/** Starts WebKitGTK on a screen that nobody sees. */
export const startWebKit = async (): Promise<WebKit> => {
  const started = [
    start(screen, [DISPLAY, '-screen', '0', '1280x1024x24']),
    start(driver, [`--port=${PORT}`, '--host=127.0.0.1']),
  ];
  const open = () => call('POST', '/session', { capabilities: {} });
  const { sessionId } = Session.parse(await vi.waitFor(open, { timeout: 60_000, interval: 500 }));
  const session = `/session/${sessionId}`;
  return {
    open: async (url) => {
      await call('POST', `${session}/url`, { url });
    },
    evaluate: (script) =>
      call('POST', `${session}/execute/sync`, { script: `return ${script}`, args: [] }),
    close: async () => {
      await call('DELETE', session);
      for (const each of started) each.kill();
    },
  };
};
