// `npm run release -- minor`: checks, tests, packs and tags a version. It pushes and publishes nothing.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { writeMaterials } from './materials.ts';

const UNRELEASED = '## [Unreleased]\n';
const WRITTEN = ['CHANGELOG.md', 'package.json', 'package-lock.json'];

/** Returns the version that follows another by the rules of semver.org, or the number that is asked for. */
export const versionAfter = (version: string, asked: string | undefined): string => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (asked === 'major') return `${major + 1}.0.0`;
  if (asked === 'minor') return `${major}.${minor + 1}.0`;
  if (asked === 'patch') return `${major}.${minor}.${patch + 1}`;
  if (asked && /^\d+\.\d+\.\d+$/.test(asked)) return asked;
  throw new Error('Usage: npm run release -- major|minor|patch|1.2.3 [--dry-run]');
};

/** Returns what the changelog lists as unreleased. Throws if that is nothing. */
export const unreleasedIn = (changelog: string): string => {
  const [, below = ''] = changelog.split(UNRELEASED);
  const [changes = ''] = below.split(/^## /m);
  if (!changes.trim()) throw new Error('CHANGELOG.md lists nothing under "Unreleased".');
  return changes.trim();
};

/** Returns the changelog with its unreleased changes under a version and its date. */
export const changelogOf = (changelog: string, version: string, date: string): string =>
  changelog.replace(UNRELEASED, `${UNRELEASED}\n## [${version}] - ${date}\n`);

const run = (command: string, ...args: string[]): void => {
  execFileSync(command, args, { stdio: 'inherit' });
};

/** Builds the npm package, and packs it. */
const packPackage = (...args: string[]): void => {
  run('npm', 'run', 'package');
  run('npm', 'pack', './dist/package', ...args);
};

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** Writes the version where it is named, and packs it to dist/ with what it consists of. Undoes what it wrote if that fails. */
const pack = async (version: string, changelog: string): Promise<void> => {
  try {
    await writeFile('CHANGELOG.md', changelog);
    run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version');
    packPackage('--pack-destination', 'dist');
    await writeMaterials('dist', version);
  } catch (error) {
    git('restore', ...WRITTEN);
    throw error;
  }
};

const release = async (asked: string | undefined, isDryRun: boolean): Promise<void> => {
  const { version: current } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile('package.json', 'utf8')));
  const version = versionAfter(current, asked);
  const changelog = await readFile('CHANGELOG.md', 'utf8');
  const changes = unreleasedIn(changelog);
  if (git('status', '--porcelain')) throw new Error('Commit or stash your changes first.');
  if (git('tag', '--list', `v${version}`)) throw new Error(`The tag v${version} exists already.`);

  if (isDryRun) {
    packPackage('--dry-run');
    console.log(`\nThis would be v${version}, after npm run check, size and test:\n\n${changes}`);
    return;
  }
  for (const script of ['check', 'size', 'test']) run('npm', 'run', script);
  await pack(version, changelogOf(changelog, version, new Date().toISOString().slice(0, 10)));
  git('commit', '--message', `Release ${version}`, ...WRITTEN);
  git('tag', '--annotate', '--cleanup=verbatim', '--message', changes, `v${version}`);
  console.log(`
v${version} is tagged, and packed to dist/. Nothing has left this machine. What may follow:

  git push --follow-tags
  npm run deploy:staging
  npm run deploy`);
};

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  await release(positionals[0], values['dry-run']).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
