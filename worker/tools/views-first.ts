import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Splits a text at line feeds alone: a carriage return may stand in a row. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/**
 * Yields the lines of an export of D1 with its views before its triggers: D1 writes them behind, and then refuses
 * triggers on views that are not there yet. Rows are a line each, for D1 writes no line feed in a text as one.
 */
async function* viewsFirst(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const behind: { triggers: string[]; views: string[] } = { triggers: [], views: [] };
  let into: string[] | null = null;
  for await (const line of linesOf(chunks)) {
    if (line.startsWith('CREATE TRIGGER ')) into = behind.triggers;
    else if (into && line.startsWith('CREATE VIEW ')) into = behind.views;
    if (into) into.push(`${line}\n`);
    else yield `${line}\n`;
  }
  yield* behind.views;
  yield* behind.triggers;
}

/** Writes an export of D1 so that D1 takes it back; nobody else can read the file. */
export const writeViewsFirst = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from, 'utf8'), viewsFirst, createWriteStream(to, { mode: 0o600 }));

/** Counts the tables, indexes, triggers and views that an export of D1 makes. */
export const countCreated = async (file: string): Promise<number> => {
  let created = 0;
  for await (const line of linesOf(createReadStream(file, 'utf8')))
    if (line.startsWith('CREATE ')) created += 1;
  return created;
};
