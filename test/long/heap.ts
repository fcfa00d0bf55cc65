import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** What of V8's heap is in use, and what buffers outside of it hold. */
const Usage = z.object({
  usedSize: z.number(),
  embedderHeapUsedSize: z.number().default(0),
  backingStorageSize: z.number().default(0),
});

const Targets = z.array(z.object({ webSocketDebuggerUrl: z.string() }));
const Reply = z.object({ id: z.number().optional(), result: z.unknown().optional() });

/** The debugger of a running isolate, as far as it is asked for its memory. */
export type Inspector = { ask: (method: string) => Promise<unknown>; close: () => void };

/** Connects to the debugger of a Worker by the Chrome DevTools Protocol. */
export const connect = async (port: number): Promise<Inspector> => {
  const [target] = Targets.parse(await (await fetch(`http://127.0.0.1:${port}/json`)).json());
  // wrangler takes no connection without an Origin of this machine; Node's WebSocket sends headers, a browser's none.
  const headers = { Origin: 'http://localhost' };
  const socket: WebSocket = Reflect.construct(WebSocket, [
    target?.webSocketDebuggerUrl ?? '',
    { headers },
  ]);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = Reply.parse(JSON.parse(String(data)));
    if (id !== undefined) waiting.get(id)?.(result);
  });
  let last = 0;
  const ask = (method: string): Promise<unknown> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method }));
    });
  return { ask, close: () => socket.close() };
};

/** Bytes that an isolate holds, with what is garbage by now. */
const heldBy = async ({ ask }: Inspector): Promise<number> => {
  const usage = Usage.parse(await ask('Runtime.getHeapUsage'));
  return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
};

/** Measures, again and again while some work goes on, what the isolate holds; returns the most of it in MB. */
export const mostHeld = async (inspector: Inspector, work: Promise<unknown>): Promise<number> => {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  const watched = work.then(end, end);
  let most = 0;
  while (!isOver) {
    most = Math.max(most, await heldBy(inspector));
    await Promise.race([watched, pause(50)]);
  }
  await work;
  return Math.round(most / 1_000_000);
};
