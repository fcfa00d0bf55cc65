import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fetched } from '../widget/tools/build.ts';
import {
  aFolder,
  type PackedPackage,
  packInto,
  remove,
  run,
  unpackInto,
} from './package/install.ts';
import { uses } from './package/uses.ts';

let folder: string;
let packed: PackedPackage;

beforeAll(async () => {
  folder = await aFolder(uses);
  packed = await packInto(folder);
  await unpackInto(folder, packed, ['react', 'react-dom', '@lit/react', '@types/react']);
});

afterAll(() => remove(folder));

const node = (...args: string[]) => run(folder, process.execPath, ...args);

describe('the npm package', () => {
  test('holds the elements, their types, the React components, the embed, the client and the verifier, and nothing else', () => {
    const elements = ['define', ...fetched].map((name) => `elements/${name}.js`);
    const types = ['api', 'client', 'elements', 'embed', 'events', 'globals', 'react', 'types'];
    expect(packed.files).toEqual(
      [
        ...elements,
        ...types.map((name) => `${name}.d.ts`),
        ...['client.js', 'embed.js', 'react.js', 'cli/samtykke.js'],
        ...['LICENSE', 'README.md', 'custom-elements.json', 'package.json'],
      ].toSorted(),
    );
  });

  test('pleases publint', async () => {
    const { messages } = await publint({ pkgDir: 'dist/package', strict: true });
    expect(messages).toEqual([]);
  });

  test('has types that every way to resolve modules finds', () => {
    const attw = resolve('node_modules/@arethetypeswrong/cli/dist/index.js');
    const { status, stdout } = spawnSync(
      process.execPath,
      [attw, packed.tarball, '--profile', 'esm-only', '--no-emoji', '--no-color'],
      { encoding: 'utf8' },
    );
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  test('types props, events, elements and every call, and refuses what is not right', async () => {
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '--project', folder], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  test('can be imported on a server, where React renders the tags', async () => {
    expect((await node('server.js')).split('\n')).toEqual([
      '<samtykke-form form="newsletter" class="news" storage="" prefill="{&quot;email&quot;:&quot;a@b.example&quot;}"><a href="/f/newsletter">Sign up</a></samtykke-form>',
      'function function',
      '',
    ]);
  });

  test('brings the command that verifies proof files', () => {
    const command = join(folder, 'node_modules/samtykke/cli/samtykke.js');
    const { status, stderr } = spawnSync(process.execPath, [command], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: samtykke verify FILE');
  });

  test('names in its manifest the module that defines each element', async () => {
    const Manifest = z.object({ modules: z.array(z.object({ path: z.string() })) });
    const text = await readFile('dist/package/custom-elements.json', 'utf8');
    const { modules } = Manifest.parse(JSON.parse(text));
    expect(modules.map(({ path }) => path)).toEqual(Array(3).fill('elements/define.js'));
  });
});
