import { z } from 'zod';
import type { FormDefinition } from '../contract/definition.ts';
import { imagePattern } from '../contract/field-settings.ts';
import type { FieldError } from '../contract/problem.ts';
import { audit } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { hex } from '../platform/hash.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { parseRows } from '../platform/rows.ts';
import { imageFacts } from './image-size.ts';

export const KEEP_IMAGE = `
INSERT INTO image (sha256, type, bytes, created_at)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (sha256) DO NOTHING`;

export const IMAGE = 'SELECT type, bytes FROM image WHERE sha256 = ?1';

export const KNOWN_IMAGES = `
SELECT one.value AS sha256
FROM json_each(?1) one
CROSS JOIN image i ON i.sha256 = one.value`;

const MOST_BYTES = 1_000_000;
const MOST_PIXELS = 10_000;

const Image = z.object({
  type: z.string(),
  bytes: z.union([z.array(z.number()), z.instanceof(ArrayBuffer)]),
});

/** The image whose bytes these are, as a form names it; 422 where they are none. */
export const keepImage = async (
  caller: Caller,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> => {
  const facts = bytes.length <= MOST_BYTES ? imageFacts(bytes) : null;
  if (
    !facts ||
    Math.max(facts.width, facts.height) > MOST_PIXELS ||
    facts.width * facts.height === 0
  )
    throw new ProblemError('invalid-fields', {
      errors: [
        {
          field: 'image',
          code: 'image',
          message: 'Choose a PNG, JPEG, WebP or GIF image of at most 1 MB.',
        },
      ],
    });
  const sha256 = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  const { db, now } = caller;
  await db.batch([
    db.prepare(KEEP_IMAGE).bind(sha256, facts.type, bytes, now),
    audit(caller, { act: 'form.image', object: sha256 }),
  ]);
  return `${sha256}-${facts.width}x${facts.height}`;
};

/** Reads an image by its hash; null where there is none. */
export const readImage = async (
  db: Database,
  sha256: string,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> => {
  const row = await db.prepare(IMAGE).bind(sha256).first();
  if (!row) return null;
  const { type, bytes } = Image.parse(row);
  return { type, bytes: new Uint8Array(bytes) };
};

const HashRow = z.object({ sha256: z.string() });

/** Finds the images of a form that are not kept here, as when it was exported elsewhere. */
export const imageErrors = async (
  db: Database,
  { sections }: FormDefinition,
): Promise<FieldError[]> => {
  const shown = sections.flatMap(({ fields }, s) =>
    fields.flatMap(({ kind, value }, f) => {
      const hash = kind === 'image' ? imagePattern.exec(value ?? '')?.[1] : undefined;
      return hash ? [{ hash, field: `sections.${s}.fields.${f}.value` }] : [];
    }),
  );
  if (shown.length === 0) return [];
  const { results } = await db
    .prepare(KNOWN_IMAGES)
    .bind(JSON.stringify(shown.map(({ hash }) => hash)))
    .all();
  const known = new Set(parseRows(HashRow, results).map(({ sha256 }) => sha256));
  return shown
    .filter(({ hash }) => !known.has(hash))
    .map(({ field }) => ({
      field,
      code: 'image',
      message: 'This image is not here any more. Choose it again.',
    }));
};
