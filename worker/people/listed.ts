import { z } from 'zod';
import { type ListedBody, PeopleFilter, type Segment } from '../contract/search.ts';
import { audit } from '../platform/audit.ts';
import { jsonSlices } from '../platform/bound.ts';
import type { Caller } from '../platform/caller.ts';
import { normaliseEmail, withoutContacts } from '../platform/email.ts';
import { readTable } from '../platform/tables/read.ts';
import type { Source } from '../platform/tables/source.ts';
import { writeSegment } from './segments.ts';

/** Whom we know of those in a list: they are in the segment. The others stay nowhere. */
export type Listed = { segment: Segment; matched: number; unknown: string[] };

/** Reads the addresses in a file, CSV or a workbook: the first in each row. */
export const addressesInFile = async (file: Source): Promise<string[]> => {
  const found: string[] = [];
  const { rows } = await readTable(file);
  for await (const { cells } of rows) {
    const email = cells.find((cell) => normaliseEmail(cell));
    if (email) found.push(email);
  }
  return found;
};

/** Finds the addresses in a text, one a line or with separators between them. */
export const addressesIn = (text: string): string[] =>
  text.split(/[\n,;\t]/).filter((part) => normaliseEmail(part));

export const LIST = `
INSERT INTO segment_person (segment, person)
SELECT ?1, p.id
FROM json_each(?2) e
JOIN person p ON p.email = e.value
WHERE true
ON CONFLICT DO NOTHING`;

export const UNKNOWN = `
SELECT e.value AS email
FROM json_each(?1) e
WHERE NOT EXISTS (SELECT 1 FROM person WHERE email = e.value)`;

const Unknown = z.array(z.object({ email: z.string() }));

/** Makes a segment of those whom we know by these addresses. */
export const selectListed = async (
  caller: Caller,
  { name, emails }: ListedBody,
): Promise<Listed> => {
  const { db, actor, now } = caller;
  const id = crypto.randomUUID();
  const wanted = [...new Set(emails.map((email) => normaliseEmail(email) ?? email.trim()))];
  const chunks = [...jsonSlices(wanted)];
  const segment = {
    id,
    name,
    createdAt: now,
    filter: PeopleFilter.parse({ listed: id }),
  };
  const [, , ...answers] = await db.batch([
    writeSegment(db, actor, segment),
    audit(caller, {
      act: 'segment.save',
      object: `segment/${id}`,
      after: { name: withoutContacts(name), addresses: wanted.length },
    }),
    ...chunks.map((chunk) => db.prepare(UNKNOWN).bind(chunk)),
    ...chunks.map((chunk) => db.prepare(LIST).bind(id, chunk)),
  ]);
  const unknown = answers
    .slice(0, chunks.length)
    .flatMap(({ results }) => Unknown.parse(results).map(({ email }) => email));
  return { segment, matched: wanted.length - unknown.length, unknown };
};
