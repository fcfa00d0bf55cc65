import { z } from 'zod';
import type { Difference, KeptVersion } from '../contract/forms.ts';
import type { Database } from '../platform/database.ts';
import { json, parseRows } from '../platform/rows.ts';

export const VERSIONS = `
SELECT version, definition, published_at AS publishedAt
FROM form_version
WHERE form = ?1
ORDER BY version DESC
LIMIT 100`;

const Row = z.object({
  version: z.number(),
  definition: json(z.unknown()),
  publishedAt: z.number(),
});

const leaves = (value: unknown, path: string): [string, string][] => {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) => {
    // What has a key is known by it, so that moving a field is not taken for changing all of them.
    const known =
      Array.isArray(value) && typeof inner === 'object' && inner !== null
        ? (inner.key ?? inner.purpose ?? inner.value ?? name)
        : name;
    return leaves(inner, path ? `${path}.${known}` : String(known));
  });
};

/** What differs between two definitions or drafts, text by text. */
export const differences = (before: unknown, after: unknown): Difference[] => {
  const [old, fresh] = [new Map(leaves(before, '')), new Map(leaves(after, ''))];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((path) => old.get(path) !== fresh.get(path))
    .map((path) => ({
      path,
      before: old.get(path) ?? null,
      after: fresh.get(path) ?? null,
    }));
};

/** The versions of a form, the newest first. */
export const readVersions = async (db: Database, form: string): Promise<KeptVersion[]> => {
  const versions = parseRows(Row, (await db.prepare(VERSIONS).bind(form).all()).results);
  return versions.map((version, at) => {
    const before = versions[at + 1];
    const changes = before ? differences(before.definition, version.definition) : [];
    return { ...version, changes };
  });
};
