import { env } from 'cloudflare:test';
import type { RecordContent } from '../../../worker/contract/people.ts';
import { contentHash, type SealedRecord } from '../../../worker/ledger/record.ts';
import { CODES, codeOf } from '../../../worker/ledger/stored.ts';
import {
  insertDecided,
  insertOccasions,
  keepWords,
  occasionRow,
  recordsIn,
  STEPS,
} from '../../../worker/ledger/write.ts';

const PERSON = 'FROM json_each(?1) e JOIN person p ON p.id = ?2';

/** As the ledger stores what it was allowed to write. */
const WRITE = [
  insertOccasions('e.value', PERSON),
  ...STEPS.map((step) =>
    insertDecided(`${PERSON}
JOIN occasion one ON one.person = p.number AND one.base = unhex(e.value ->> 'base', '-')
JOIN ${recordsIn('e.value', step)}
LEFT JOIN item ON item.kind = r.value ->> 'kind' AND item.key = r.value ->> 'item'
LEFT JOIN held now ON now.person = p.number AND now.item = item.code`),
  ),
];

const KEEP_ITEM = 'INSERT INTO item (kind, key) VALUES (?1, ?2)';

/** Something that records are about, be it in the lists still or not. */
type Item = { purpose?: string | null; subscription?: string | null };

/** Makes the statement that gives an item its number, as the lists do when it is added to them. */
export const keepItem = ({ purpose, subscription }: Item): D1PreparedStatement =>
  env.DB.prepare(KEEP_ITEM).bind(purpose ? 'purpose' : 'subscription', purpose ?? subscription);

/** Stores the records of one occasion of a person, whatever the rules say. */
export const store = async (person: string, records: readonly SealedRecord[]): Promise<void> => {
  const [first] = records;
  if (!first) return;
  const occasions = [occasionRow(first, records)];
  await env.DB.batch([
    ...keepWords(env.DB, occasions),
    ...records.map(keepItem),
    ...WRITE.map((sql) => env.DB.prepare(sql).bind(JSON.stringify(occasions), person)),
  ]);
};

/** Seals and stores one record of a person, whatever the rules say. */
export const storeOne = async (person: string, content: RecordContent): Promise<void> =>
  store(person, [{ ...content, sha256: await contentHash(content), rule: 'ticked' }]);

const READ_OTHERWISE = `
INSERT INTO decided (occasion, n, item, decision, legal_basis, sha256, sealed_as)
SELECT MAX(o.number), 0, i.code, ${CODES.informed}, ${codeOf('?3')}, unhex(?4), ${CODES.given}
FROM occasion o
JOIN item i ON i.kind = 'purpose' AND i.key = ?2
WHERE o.person = (SELECT number FROM person WHERE id = ?1)`;

/** Stores a notice that was sealed as given, as it was before there was a word for it. */
export const storeSealedAsGiven = async (person: string, content: RecordContent): Promise<void> => {
  const sha256 = await contentHash(content);
  const occasions = [occasionRow({ ...content, sha256, rule: 'told' }, [])];
  const { purpose, legalBasis } = content;
  await env.DB.batch([
    ...keepWords(env.DB, occasions),
    env.DB.prepare(insertOccasions('e.value', PERSON)).bind(JSON.stringify(occasions), person),
    env.DB.prepare(READ_OTHERWISE).bind(person, purpose, legalBasis, sha256),
  ]);
};
