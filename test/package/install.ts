import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { buildPackage } from '../../worker/tools/build-package.ts';

/** Runs a program in a folder, and answers what it printed. */
export const run = async (folder: string, file: string, ...args: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(file, args, { cwd: folder, maxBuffer: 10_000_000 });
  return stdout;
};

const Packed = z.tuple([
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
]);

/** The package as npm packs it: where it is, and the files in it. */
export type PackedPackage = { tarball: string; files: string[] };

/** Builds the package, and packs it into a folder. */
export const packInto = async (folder: string): Promise<PackedPackage> => {
  await buildPackage();
  const args = ['pack', '--json', '--pack-destination', folder];
  const [packed] = Packed.parse(JSON.parse(await run('dist/package', 'npm', ...args)));
  return {
    tarball: join(folder, packed.filename),
    files: packed.files.map(({ path }) => path).toSorted(),
  };
};

/** A folder of this run's own, with these files. */
export const aFolder = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'samtykke-package-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
};

export const remove = (folder: string): Promise<void> => rm(folder, { recursive: true });

/** Puts the package into an app without asking a registry: what it needs is what we have installed. */
export const unpackInto = async (
  folder: string,
  { tarball }: PackedPackage,
  needed: readonly string[],
): Promise<void> => {
  const own = join(folder, 'node_modules/samtykke');
  await mkdir(own, { recursive: true });
  await run(folder, 'tar', '-xzf', tarball, '-C', own, '--strip-components=1');
  for (const name of needed) {
    await mkdir(join(folder, 'node_modules', name, '..'), { recursive: true });
    await symlink(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
};
