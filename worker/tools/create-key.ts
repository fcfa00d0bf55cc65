// Makes an API key: `npm run key -- --name "Our CRM" --rights people-read,forms [--days 90] [--remote]
// [--env staging]`. Prints the token once; the database keeps only its hash.
import { parseArgs } from 'node:util';
import { keySql, newKey } from '../access/new-key.ts';
import { BINDING } from '../platform/database.ts';
import { d1, whereOf } from './wrangler.ts';

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    rights: { type: 'string' },
    days: { type: 'string' },
    remote: { type: 'boolean', default: false },
    env: { type: 'string', default: '' },
  },
});

if (!values.name || !values.rights) {
  console.error(
    'Usage: npm run key -- --name "Our CRM" --rights people-read,forms,lists [--days 90] [--remote] [--env staging]',
  );
  process.exit(2);
}

const key = await newKey(
  values.name,
  values.rights.split(','),
  values.days ? Number(values.days) : null,
);
await d1(['execute', BINDING, ...whereOf(values), '--command', keySql(key)]);
console.log(key.token);
