// `node test/bench/bytes.ts`: says how many bytes a person takes, table by table. Each has signed up once, for a
// purpose and three subscription types, and was sent the privacy notice.
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
const sum = tables.reduce((all, { bytes }) => all + Number(bytes), 0);
console.info(`A person takes ${Math.round(sum / PEOPLE)} bytes.`);
db.close();
await rm(folder, { recursive: true });
