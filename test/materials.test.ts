import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isShipped, licenceList, licenceOf, materials } from '../worker/tools/materials.ts';

const Lock = z.object({ packages: z.record(z.string(), z.looseObject({})) });

/** Licences that ask no more of a site than to keep their notice. */
const permissive =
  /^\(?(?:MIT|MIT-0|ISC|0BSD|BlueOak-1\.0\.0|Apache-2\.0|BSD-[23]-Clause)(?: OR .*)?\)?$/;

describe('what a release consists of', () => {
  const all = materials();

  test('is listed whole, each with its licence and its hash', () => {
    expect(all.components.length).toBeGreaterThan(100);
    expect(all.components.filter((each) => licenceOf(each) === '')).toEqual([]);
    expect(all.components.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
  });

  test('reaches sites and the Worker under permissive licences only', () => {
    const shipped = all.components.filter(isShipped);
    const strict = shipped.filter((each) => !permissive.test(licenceOf(each)));
    expect(strict.map(({ name }) => name)).toEqual([]);
    expect(licenceList(all)).toMatch(/^lit \d+\.\d+\.\d+: BSD-3-Clause$/m);
    expect(licenceList(all)).not.toMatch(/^vitest /m);
  });
});

test('every entry of the lock file has an integrity hash', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const without = Object.entries(packages).filter(
    ([path, { integrity, link }]) => path !== '' && !link && !/^sha512-/.test(String(integrity)),
  );
  expect(without.map(([path]) => path)).toEqual([]);
});
