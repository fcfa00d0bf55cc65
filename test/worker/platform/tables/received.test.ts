import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetReceived, receive } from '../../../../worker/platform/tables/received.ts';
import type { Source } from '../../../../worker/platform/tables/source.ts';

const MB = 1_000_000;

/** A body of so many bytes that comes in pieces of a megabyte, each filled with its number. */
const aBody = (bytes: number, { breaksOff = false } = {}) => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent >= bytes)
        return breaksOff ? controller.error(new Error('gone')) : controller.close();
      const piece = new Uint8Array(Math.min(MB, bytes - sent)).fill((sent / MB) % 256);
      sent += piece.length;
      controller.enqueue(piece);
    },
  });
  return { body, sent: () => sent };
};

const bucket = env.FILES;
const kept = async () => ((await bucket?.list())?.objects ?? []).map(({ key }) => key);

/** What a file holds: the first byte of each megabyte, and how long its longest piece is. */
const contentOf = async ({ size, read }: Source) => {
  const marks: (number | undefined)[] = [];
  let [at, longest] = [0, 0];
  for await (const piece of read()) {
    for (let next = Math.ceil(at / MB) * MB; next < at + piece.length; next += MB)
      marks.push(piece[next - at]);
    at += piece.length;
    longest = Math.max(longest, piece.length);
  }
  return { size, read: at, marks, longest };
};

beforeEach(async () => {
  expect(await kept()).toEqual([]);
});

describe.each([
  ['in R2', env],
  ['in memory, where no R2 is bound', { FILES: undefined }],
])('a file that was received %s', (_, on) => {
  test.each([0, 10, 8 * (1 << 20), 29 * MB + 7])(
    'is read as it was sent: %i bytes',
    async (bytes) => {
      const marks = Array.from({ length: Math.ceil(bytes / MB) }, (__, at) => at);
      await receive(on, aBody(bytes).body, async (file) => {
        const content = await contentOf(file);
        expect(content).toMatchObject({ size: bytes, read: bytes, marks });
        expect(await contentOf(file), 'once more').toEqual(content);
      });
      expect(await kept()).toEqual([]);
    },
  );

  test('is refused before more of it is read than a file may have', async () => {
    const { body, sent } = aBody(60 * MB);
    await expect(receive(on, body, contentOf)).rejects.toMatchObject({ reason: 'too-large' });
    expect(sent()).toBeLessThan(34 * MB);
    expect(await kept()).toEqual([]);
  });

  test('leaves nothing when it breaks off, or cannot be read', async () => {
    await expect(
      receive(on, aBody(20 * MB, { breaksOff: true }).body, contentOf),
    ).rejects.toThrow();
    const unreadable = () => Promise.reject(new Error('unreadable'));
    await expect(receive(on, aBody(20 * MB).body, unreadable)).rejects.toThrow('unreadable');
    expect(await kept()).toEqual([]);
  });
});

test('a file in R2 is read in pieces, however large it is', async () => {
  await receive(env, aBody(29 * MB).body, async (file) => {
    expect(await kept()).toHaveLength(1);
    expect((await contentOf(file)).longest).toBeLessThanOrEqual(2 << 20);
  });
});

test('R2 that does not answer is 503, and the file may be sent again', async () => {
  const out = () => Promise.reject(new Error('put: We encountered an internal error. (10001)'));
  if (!bucket) throw new Error('no bucket');
  const FILES = new Proxy(bucket, {
    get: (target, name) => (name === 'createMultipartUpload' ? out : Reflect.get(target, name)),
  });
  await expect(receive({ FILES }, aBody(20 * MB).body, contentOf)).rejects.toMatchObject({
    kind: 'unavailable',
    headers: { 'Retry-After': '5' },
  });
});

test('a file that a Worker left behind is deleted once it is old', async () => {
  await bucket?.put('received/left-behind', 'anna@example.com');
  await bucket?.put('of-something-else', 'x');
  await forgetReceived(env, Date.now() - 60_000);
  expect(await kept()).toHaveLength(2);
  await forgetReceived(env, Date.now() + 60_000);
  await vi.waitFor(async () => expect(await kept()).toEqual(['of-something-else']));
  await bucket?.delete('of-something-else');
});
