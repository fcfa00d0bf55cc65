// `node test/bench/bytes.ts`: says how many bytes a person takes, table by table. Each has signed up once, for a
// purpose and three subscription types, and was sent the privacy notice. Then all of it expires and everybody is erased,
// and it says how many bytes of each stay.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readMigrations } from '../../worker/tools/schema.ts';
import { fillDatabase } from './fill.ts';

const PEOPLE = 100_000;

const FORM = `
INSERT INTO statement (sha256, content, created_at) VALUES (lower(hex(randomblob(32))), '{}', 1);
INSERT INTO form (key, version, locale, origins, inactive, updated_at)
VALUES ('newsletter', 1, 'en', '[]', '{}', 1)`;

/** As it stays once it was sent and what it told is forgotten. */
const EMAILS = `
INSERT INTO outbox (id, person, template, locale, facts, state, tries, next_at, created_at, sent_at)
SELECT format('%s-%s-4%s-8%s-%s', lower(hex(randomblob(4))), lower(hex(randomblob(2))),
  substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), lower(hex(randomblob(6)))),
  id, 'privacy-notice', 'en', '{}', 'sent', 1, created_at, created_at, created_at
FROM person`;

/** For its ninety days. */
const EVIDENCE = `
INSERT INTO evidence (expires_at, submission, ip, user_agent)
SELECT recorded_at, id, '203.0.113.' || (recorded_at % 256),
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
FROM submission`;

/** Tiles of a log over every record, where an operator has one. */
const TILES = `
INSERT INTO log (number, origin, started_at) VALUES (1, 'a.example', 1);
INSERT INTO log_tile (log, level, number, first, hashes)
SELECT 1, 0, tile, MIN(occasion * 4096 + n), randomblob(32 * COUNT(*))
FROM (SELECT occasion, n, (row_number() OVER (ORDER BY occasion, n) - 1) / 256 AS tile FROM decided)
GROUP BY tile`;

/** What the schedule writes of a consent that has stood for too long. */
const EXPIRED = `
INSERT INTO occasion (base, person, subject, source, actor, recorded_at, locale, counted_as)
SELECT randomblob(16), number, randomblob(32), 44, 14, 1800000000000, 32, 9 FROM person;
INSERT INTO decided (occasion, n, item, decision, legal_basis, sha256)
SELECT o.number, d.n, d.item, 8, d.legal_basis, randomblob(32)
FROM occasion o
JOIN occasion first ON first.person = o.person AND first.number < o.number
JOIN decided d ON d.occasion = first.number
WHERE d.decision = 1`;

const BYTES = `
SELECT t.tbl_name AS name, SUM(b.pgsize) AS bytes
FROM dbstat b
JOIN sqlite_schema t ON t.name = b.name
GROUP BY t.tbl_name
ORDER BY 2 DESC`;

const folder = await mkdtemp(join(tmpdir(), 'samtykke-bytes-'));
const db = new DatabaseSync(join(folder, 'filled.sqlite'));
for (const script of [...(await readMigrations()), FORM]) db.exec(script);
fillDatabase(db, PEOPLE);
for (const script of [EMAILS, EVIDENCE, 'VACUUM']) db.exec(script);
const tables = db.prepare(BYTES).all();
for (const { name, bytes } of tables.filter((table) => Number(table.bytes) > PEOPLE))
  console.info(`${name}: ${Math.round(Number(bytes) / PEOPLE)}`);
const bytes = (): number =>
  db
    .prepare(BYTES)
    .all()
    .reduce((total, table) => total + Number(table.bytes), 0);
console.info(`A person takes ${Math.round(bytes() / PEOPLE)} bytes.`);
db.exec(EXPIRED);
for (const script of ['PRAGMA foreign_keys = ON', 'DELETE FROM person', 'VACUUM']) db.exec(script);
console.info(`Of someone who was erased, ${Math.round(bytes() / PEOPLE)} bytes stay.`);
for (const script of [TILES, 'VACUUM']) db.exec(script);
console.info(`With a log of it, ${Math.round(bytes() / PEOPLE)}.`);
db.close();
await rm(folder, { recursive: true });
