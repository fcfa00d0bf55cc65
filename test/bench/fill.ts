// Fills a local D1 with persons who signed up before, in its SQLite file: by HTTP it would take hours.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CODES, codeOf, itemCode, PERSON_CODE } from '../../worker/ledger/stored.ts';
import { KEEP_WORD } from '../../worker/ledger/write.ts';
import { FOLD_RECORDS, FOLD_STANDINGS, FOLD_WORDINGS, MOVE } from '../../worker/statistics/fold.ts';

const folder = (state: string) => join(state, 'v3/d1/miniflare-D1DatabaseObject');

/** The SQLite file of the one database in a state folder. */
export const databaseFile = async (state: string): Promise<string> => {
  const files = (await readdir(folder(state))).filter(
    (name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite',
  );
  if (files.length !== 1 || !files[0]) throw new Error(`${state} holds ${files.length} databases.`);
  return join(folder(state), files[0]);
};

const digits = (many: number) => `lower(substr(hex(randomblob(8)), 1, ${many}))`;
/** A random UUID, as those of people are. */
const id = `format('%s-%s-4%s-8%s-%s', ${digits(8)}, ${digits(4)}, ${digits(3)}, ${digits(3)}, ${digits(12)})`;
/** A UUIDv7 of a time that ends in zeros, as those of submissions do. */
const idAt = (
  time: string,
) => `format('%s-%s-7%s-8%s-%s000', substr(format('%012x', ${time}), 1, 8),
  substr(format('%012x', ${time}), 9), ${digits(3)}, ${digits(3)}, ${digits(9)})`;

const PERSONS = `
INSERT INTO person (id, email, locale, created_at)
WITH RECURSIVE n (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2 - 1)
SELECT ${id}, 'stored-' || i || '@example.com', 'en', 1700000000000 + i FROM n`;

const LAST =
  'SELECT (SELECT MAX(number) FROM occasion) AS occasion, (SELECT MAX(number) FROM person) AS person';

const STORED = "email >= 'stored-' AND email < 'stored.'";

const PAGE = 'http://localhost:8788/';

const SUBMISSIONS = `
INSERT INTO submission (id, form, version, person, idempotency_key, body_sha256, receipt, statement,
  locale, page, fields, decisions, recorded_at)
SELECT ${idAt('created_at')}, 'newsletter', 1, id, randomblob(16), randomblob(32), ${id}, (SELECT number FROM statement LIMIT 1),
  'en', '${PAGE}', json_object('email', email), '[]', created_at
FROM person WHERE ${STORED}`;

const SUBJECTS = `
INSERT INTO subject (person, sha256, email, salt)
SELECT p.number, o.subject, p.email, randomblob(16)
FROM person p
JOIN occasion o ON o.person = p.number
WHERE ${STORED}`;

const OCCASIONS = `
INSERT INTO occasion (base, person, subject, source, actor, recorded_at, statement, form, form_version, page, locale,
  submission, counted_as)
SELECT unhex(s.id, '-'), p.number, s.body_sha256, ${codeOf("'web-form'")}, ${PERSON_CODE}, s.recorded_at, s.statement,
  ${codeOf('s.form')}, s.version, ${codeOf('s.page')}, ${codeOf('s.locale')}, x'', ${codeOf("'own'")}
FROM submission s
JOIN person p ON p.id = s.person
ORDER BY p.number`;

/** What is held follows by the ledger's own trigger. ?1 is how many records each person gets. */
const RECORDS = `
INSERT INTO decided (occasion, n, item, decision, legal_basis, sha256)
SELECT o.number, a.n, ${itemCode('a.kind', 'a.item')}, a.decision, ${codeOf("'61A'")}, randomblob(32)
FROM occasion o
CROSS JOIN (SELECT 0 AS n, 'purpose' AS kind, 'e-marketing' AS item, ${CODES.given} AS decision
  UNION ALL SELECT 1, 'subscription', 'newsletter', ${CODES.given}
  UNION ALL SELECT 2, 'subscription', 'product-news', ${CODES.refused}
  UNION ALL SELECT 3, 'subscription', 'invitations', ${CODES.refused}
  UNION ALL SELECT 4, 'purpose', 'sales-and-service', ${CODES.informed}) a
WHERE a.n < ?1`;

/** Counts all of it at once, as the schedule would in slices. */
const count = (db: DatabaseSync): void => {
  const { occasion = 0, person = 0 } = db.prepare(LAST).get() ?? {};
  for (const sql of [FOLD_STANDINGS, FOLD_WORDINGS, FOLD_RECORDS]) db.prepare(sql).run(0, occasion);
  db.prepare(MOVE).run(0, occasion, person);
};

/** Stores `persons` people in a database, each with the records of one newsletter sign-up. */
export const fillDatabase = (db: DatabaseSync, persons: number, records = 4): void => {
  // Kept in memory whole: an index of random ids that does not fit is written over and over.
  db.exec(
    'PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -12000000',
  );
  db.exec('BEGIN');
  db.prepare(PERSONS).run(0, persons);
  db.exec(SUBMISSIONS);
  for (const word of ['newsletter', PAGE]) db.prepare(KEEP_WORD).run(word);
  db.exec(OCCASIONS);
  db.prepare(RECORDS).run(records);
  db.exec(SUBJECTS);
  count(db);
  db.exec('COMMIT; ANALYZE; PRAGMA journal_mode = WAL');
};

/** The same in the one database of a state folder. */
export const fill = async (state: string, persons: number, records = 4): Promise<void> => {
  const db = new DatabaseSync(await databaseFile(state));
  fillDatabase(db, persons, records);
  db.close();
};

/** Takes the ledger's triggers away, and with them their cost: for the floor only. */
export const dropTriggers = async (state: string): Promise<void> => {
  const db = new DatabaseSync(await databaseFile(state));
  for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all())
    db.exec(`DROP TRIGGER "${name}"`);
  db.close();
};
