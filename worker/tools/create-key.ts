// Makes an API key: `npm run key -- --name "Our CRM" --rights people-read,forms [--days 90] [--remote]`.
// Prints the token once; the database keeps only its hash.
import { parseArgs } from 'node:util';
import { keySql, newKey } from '../admin/keys/new-key.ts';
import { d1 } from './wrangler.ts';

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    rights: { type: 'string' },
    days: { type: 'string' },
    remote: { type: 'boolean', default: false },
  },
});

if (!values.name || !values.rights) {
  console.error(
    'Usage: npm run key -- --name "Our CRM" --rights people-read,forms,lists [--days 90] [--remote]',
  );
  process.exit(2);
}

const key = await newKey(
  values.name,
  values.rights.split(','),
  values.days ? Number(values.days) : null,
);
await d1(['execute', 'samtykke', values.remote ? '--remote' : '--local', '--command', keySql(key)]);
console.log(key.token);
