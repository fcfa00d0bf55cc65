import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { writeViewsFirst } from '../worker/tools/views-first.ts';

/** An export as D1 writes it: a row a line, and behind them indexes, triggers and views. */
const exported = `PRAGMA defer_foreign_keys=TRUE;
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT
) STRICT;
INSERT INTO "note" ("id","text") VALUES(1,replace('it''s\\nCREATE VIEW x\\r\\n','\\n',char(10)));
INSERT INTO "note" ("id","text") VALUES(2,'a\rCREATE TRIGGER b');
DELETE FROM sqlite_sequence;
INSERT INTO "sqlite_sequence" ("name","seq") VALUES('note',7);
CREATE INDEX note_by_text ON note (text);
CREATE TRIGGER saying_is_noting INSTEAD OF INSERT ON said
BEGIN
  INSERT INTO note (text) VALUES (NEW.text);
END;
CREATE VIEW said AS
SELECT text FROM note;`;

test('an export is put in an order in which it can be read back, every byte of its rows the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samtykke-'));
  const [from, to] = [join(folder, 'from.sql'), join(folder, 'to.sql')];
  await writeFile(from, exported);
  await writeViewsFirst(from, to);
  const ordered = await readFile(to, 'utf8');
  const { mode } = await stat(to);
  await rm(folder, { recursive: true });
  expect(mode & 0o777).toBe(0o600);
  expect(() => new DatabaseSync(':memory:').exec(exported)).toThrow('no such table');
  const database = new DatabaseSync(':memory:');
  database.exec(ordered);
  database.exec("INSERT INTO said (text) VALUES ('new')");
  expect(database.prepare('SELECT id, text FROM note').all()).toEqual([
    { id: 1, text: "it's\nCREATE VIEW x\\r\n" },
    { id: 2, text: 'a\rCREATE TRIGGER b' },
    { id: 8, text: 'new' },
  ]);
  database.close();
});
