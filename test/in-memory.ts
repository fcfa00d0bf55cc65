import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';

/** So many bytes are more than a run needs. A container may have no more than 64 MB of them. */
const ROOM = 2 * 1024 ** 3;

const roomIn = (folder: string): number => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
};

const remove = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // A process that ends only now still writes there.
  }
};

/**
 * Has this process, and those that it starts, keep temporary files in memory until it ends, where there is room:
 * a database waits for the disk at each write, and a browser writes much of what its processes share to a file.
 */
export const keepInMemory = (): void => {
  if (process.env.TMPDIR || roomIn(MEMORY) < ROOM) return;
  const folder = mkdtempSync(join(MEMORY, 'samtykke-'));
  process.env.TMPDIR = folder;
  process.once('exit', () => remove(folder));
};
