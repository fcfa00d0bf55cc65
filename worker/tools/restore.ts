// Fills an empty database from a backup: `npm run restore -- FILE [--remote] [--env staging]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { stopJobsSql } from '../admin/jobs/restored.ts';
import { endSessionsSql } from '../admin/users/restored.ts';
import { holdEmailsSql } from '../outbox/restored.ts';
import { makeWordsSql } from '../people/restored.ts';
import { BINDING } from '../platform/database.ts';
import { writeViewsFirst } from './views-first.ts';
import { d1, query, whereOf } from './wrangler.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    remote: { type: 'boolean', default: false },
    env: { type: 'string', default: '' },
    config: { type: 'string' },
  },
});

const [file] = positionals;
if (!file) {
  console.error('Usage: npm run restore -- FILE [--remote] [--env staging]');
  process.exit(2);
}

const where = whereOf(values);

const TABLES = `
SELECT COUNT(*) AS tables
FROM sqlite_schema
WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'`;

const Counted = z.tuple([z.object({ tables: z.number() })]);

const [{ tables }] = Counted.parse(await query(where, TABLES));
if (tables > 0) {
  console.error(
    values.remote
      ? 'The database is not empty. Make another one (npx wrangler d1 create samtykke-2 --jurisdiction=eu), put its id into wrangler.toml, and restore into that: so the old one stays as it is until you are sure.'
      : 'The database is not empty: npm run reset clears it.',
  );
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'samtykke-'));
try {
  const ordered = join(folder, 'backup.sql');
  await writeViewsFirst(file, ordered);
  await d1(['execute', BINDING, ...where, '--yes', '--file', ordered]);
} finally {
  await rm(folder, { recursive: true });
}
await d1(['execute', BINDING, ...where, '--yes', '--command', makeWordsSql().join(';')]);
// A backup of an older version is brought to this one.
await d1(['migrations', 'apply', BINDING, ...where]);
const settle = [holdEmailsSql(), stopJobsSql(), ...endSessionsSql()].join(';');
await d1(['execute', BINDING, ...where, '--yes', '--command', settle]);

console.log(`Restored ${file}.

- Emails that waited are listed as failed ("restored") under Email: nothing is sent twice. Try them again once you have looked.
- Jobs that ran have stopped, and everyone signs in again.
- Where FILES (R2) is bound, the schedule erases again, within minutes, whom you erased since the backup; and the log stops ("behind") until you have said why. Where it is not, erase them again by hand.
- API keys and users that you removed since are back: remove them again.`);
