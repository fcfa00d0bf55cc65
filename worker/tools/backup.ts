// Writes the whole database into a file: `npm run backup -- [--remote] [--env staging] [--output FILE]`. Nothing else
// can read it: it holds all that is known of people.
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { BINDING } from '../platform/database.ts';
import { wholeSql } from '../platform/whole.ts';
import { countCreated } from './views-first.ts';
import { d1, query, whereOf } from './wrangler.ts';

const { values } = parseArgs({
  options: {
    remote: { type: 'boolean', default: false },
    env: { type: 'string', default: '' },
    output: { type: 'string' },
    config: { type: 'string' },
  },
});

const where = whereOf(values);

const Named = z.array(z.object({ name: z.string() }));

const now = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
const output = values.output ?? `backups/samtykke-${now}.sql`;
await mkdir(dirname(output), { recursive: true });
// Made before wrangler fills it, so that at no moment anyone else may read it. An earlier backup is never overwritten.
await (await open(output, 'wx', 0o600)).close();
// D1 refuses to export a database with an index of words as a whole, and may then answer nothing else for a while
// (https://github.com/cloudflare/workers-sdk/issues/9519). A restore makes the index again.
const whole = Named.parse(await query(where, wholeSql()));
const tables = whole.flatMap(({ name }) => ['--table', name]);
await d1(['export', BINDING, ...where, ...tables, '--output', output]);
const created = whole.filter(({ name }) => name !== 'sqlite_sequence').length;
if ((await countCreated(output)) !== created)
  throw new Error(`${output} is no backup: it lacks tables, indexes, triggers or views.`);
console.log(output);
