// What a release consists of: a CycloneDX bill of materials, and the licences of what reaches a site or the Worker.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';

const License = z.union([
  z.object({ license: z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]) }),
  z.object({ expression: z.string() }),
]);

const Component = z.object({
  name: z.string(),
  version: z.string(),
  licenses: z.array(License).default([]),
  hashes: z.array(z.object({ alg: z.string(), content: z.string() })).default([]),
  properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});
type Component = z.infer<typeof Component>;

const Bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(Component),
});

/** A bill of materials as npm writes it, and what it lists. */
export type Materials = { text: string; components: Component[] };

/** Reads the bill of materials of the lock file, without the network. https://docs.npmjs.com/cli/v11/commands/npm-sbom */
export const materials = (): Materials => {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline'];
  const text = execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { text, components: Bill.parse(JSON.parse(text)).components };
};

/** Returns the licence of a component as an SPDX expression; empty if it states none. */
export const licenceOf = ({ licenses }: Component): string =>
  licenses
    .map((each) => {
      if ('expression' in each) return each.expression;
      return 'id' in each.license ? each.license.id : each.license.name;
    })
    .join(' AND ');

/** Tells whether a component is shipped, rather than only used to build and test. */
export const isShipped = ({ properties }: Component): boolean =>
  !properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

/** Lists the shipped components with their licences, one a line. */
export const licenceList = ({ components }: Materials): string =>
  components
    .filter(isShipped)
    .map((component) => `${component.name} ${component.version}: ${licenceOf(component)}\n`)
    .toSorted()
    .join('');

/** Writes both beside the package of a version. */
export const writeMaterials = async (folder: string, version: string): Promise<void> => {
  const all = materials();
  await writeFile(`${folder}/samtykke-${version}.cdx.json`, all.text);
  await writeFile(`${folder}/samtykke-${version}.licences.txt`, licenceList(all));
};
