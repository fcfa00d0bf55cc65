// Writes the whole database into a file: `npm run backup -- [--remote] [--env staging] [--output FILE]`. Nothing else
// can read it: it holds all that is known of people.
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { BINDING } from '../platform/database.ts';
import { d1, whereOf } from './wrangler.ts';

const { values } = parseArgs({
  options: {
    remote: { type: 'boolean', default: false },
    env: { type: 'string', default: '' },
    output: { type: 'string' },
    config: { type: 'string' },
  },
});

const now = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
const output = values.output ?? `backups/samtykke-${now}.sql`;
await mkdir(dirname(output), { recursive: true });
// Made before wrangler fills it, so that at no moment anyone else may read it. An earlier backup is never overwritten.
await (await open(output, 'wx', 0o600)).close();
await d1(['export', BINDING, ...whereOf(values), '--output', output]);
console.log(output);
