// Files that were sent: held in R2 where it is bound, so that a large one never takes a Worker's memory.
import type { Env } from '../env.ts';
import { tryAgainIn } from '../problems/problem.ts';
import { SECOND } from '../time.ts';
import { answered, within } from '../within.ts';
import { hold, inMemory, type Source } from './source.ts';
import { MAX_FILE_BYTES, UnreadableFile } from './unreadable.ts';

/** R2 takes a file in parts of one size, of 5 MiB at least. What fits one part is held in memory. */
const PART = 8 << 20;
/** So much is read back at once. */
const SLICE = 2 << 20;
const FOLDER = 'received/';
const RETRY_S = 5;
/** How long R2 may take for one part, or one slice. */
const PATIENCE_MS = 30 * SECOND;

/** What is asked of R2, or 503: the user who sent the file may send it again. */
const ask = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
  answered(PATIENCE_MS, answer, 'The file could not be stored. Send it again.');

/** Yields the pieces of a body; throws before it would be larger than a file may be. */
async function* limited(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > MAX_FILE_BYTES) throw new UnreadableFile('too-large');
    yield piece;
  }
}

/** Yields what comes in parts of one size, the last one shorter. Each is overwritten by the next. */
async function* partsOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const part = new Uint8Array(PART);
  let filled = 0;
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; ) {
      const taken = piece.subarray(at, at + PART - filled);
      part.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < PART) continue;
      yield part;
      filled = 0;
    }
  yield part.subarray(0, filled);
}

/** Stores parts as one object; a body that breaks off, or is too large, leaves nothing. Returns its size. */
const store = async (
  bucket: R2Bucket,
  key: string,
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): Promise<number> => {
  const upload = await ask(bucket.createMultipartUpload(key));
  const stored: R2UploadedPart[] = [];
  try {
    stored.push(await ask(upload.uploadPart(1, first)));
    let size = first.length;
    for await (const part of rest) {
      if (part.length > 0) stored.push(await ask(upload.uploadPart(stored.length + 1, part)));
      size += part.length;
    }
    await ask(upload.complete(stored));
    return size;
  } catch (error) {
    // What cannot be ended now R2 ends itself, after seven days.
    await upload.abort().catch(() => undefined);
    throw error;
  }
};

const stored = (bucket: R2Bucket, key: string, size: number): Source => ({
  size,
  read: async function* () {
    for (let offset = 0; offset < size; offset += SLICE) {
      const slice = await ask(bucket.get(key, { range: { offset, length: SLICE } }));
      if (!slice) throw tryAgainIn(RETRY_S, 'unavailable', 'The file is gone. Send it again.');
      yield new Uint8Array(await ask(slice.arrayBuffer()));
    }
  },
});

/**
 * Takes a file and lets `work` read it. In R2 it is there only for as long as that takes; without R2, and
 * where it is small, it is in memory.
 */
export const receive = async <Result>(
  { FILES: bucket }: Pick<Env, 'FILES'>,
  body: ReadableStream<Uint8Array> | null,
  work: (file: Source) => Promise<Result>,
): Promise<Result> => {
  if (!bucket) return work(await hold(limited(body)));
  const parts = partsOf(limited(body));
  const first = (await parts.next()).value ?? new Uint8Array();
  if (first.length < PART) return work(inMemory([first]));
  const key = `${FOLDER}${crypto.randomUUID()}`;
  const size = await store(bucket, key, first, parts);
  try {
    return await work(stored(bucket, key, size));
  } finally {
    // What cannot be deleted now, the schedule deletes.
    await bucket.delete(key).catch(() => undefined);
  }
};

/** Deletes files that were received before a moment (UTC ms) by a Worker that ended before it could. */
export const forgetReceived = async (
  { FILES: bucket }: Pick<Env, 'FILES'>,
  before: number,
): Promise<void> => {
  if (!bucket) return;
  const { objects } = await within(PATIENCE_MS, bucket.list({ prefix: FOLDER, limit: 100 }));
  const old = objects.filter(({ uploaded }) => uploaded.getTime() < before);
  if (old.length > 0) await within(PATIENCE_MS, bucket.delete(old.map(({ key }) => key)));
};
