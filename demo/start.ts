// `npm start`: everything on this machine, from the build to the demo. State stays in .wrangler/.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { keySql, newKey } from '../worker/access/new-key.ts';
import { Right } from '../worker/contract/rights.ts';
import { newLinkKey } from '../worker/platform/signing/keys.ts';
import { d1, runWorker } from '../worker/tools/wrangler.ts';
import { byApi } from './by-api.ts';
import { seed } from './company/seed.ts';
import { readForms } from './forms.ts';
import { giveHistory } from './living.ts';
import { serveDemo } from './serve.ts';

const state = '.wrangler/state';
/** Who may sign in to the demo's console; the email lands in the mailbox. */
const admin = 'admin@orchard.example';
const tokenFile = '.wrangler/demo-key';
const linkKeyFile = '.wrangler/demo-link-key';
const logKeyFile = '.wrangler/demo-log-key';
const hashKeyFile = '.wrangler/demo-hash-key';
const secretsKeyFile = '.wrangler/demo-secrets-key';

/** The demo's key is made on this machine, at the first start, and kept out of git. */
const demoToken = async (): Promise<string> => {
  const known = await readFile(tokenFile, 'utf8').catch(() => undefined);
  const key = await newKey('demo', Right.options, null, known?.trim());
  await mkdir('.wrangler', { recursive: true });
  await writeFile(tokenFile, key.token, { mode: 0o600 });
  await d1(['execute', 'samtykke', '--local', '--persist-to', state, '--command', keySql(key)]);
  return key.token;
};

/** A secret that is made at the first start, like the key. */
const demoSecret = async (file: string, fresh: string): Promise<string> => {
  const known = await readFile(file, 'utf8').catch(() => undefined);
  const secret = known?.trim() || fresh;
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
};

console.log('Preparing the database …');
await d1(['migrations', 'apply', 'samtykke', '--local', '--persist-to', state]);
const token = await demoToken();
const vars = {
  ENVIRONMENT: 'development',
  ADMIN_EMAIL: admin,
  LINK_KEYS: await demoSecret(linkKeyFile, newLinkKey('demo')),
  LOG_KEYS: await demoSecret(logKeyFile, newLinkKey('demo')),
  SECRETS_KEY: await demoSecret(secretsKeyFile, newLinkKey('demo')),
  HASH_KEY: await demoSecret(hashKeyFile, randomBytes(32).toString('hex')),
};
console.log('Giving the demo 90 days of history, once …');
await giveHistory(state, { ...vars, PUBLIC_URL: 'http://localhost:8787' }, 'http://localhost:8788');
const worker = await runWorker({ port: 8787, whenTaken: 'another', state, vars });
const demo = await serveDemo(8788, worker.address);
await seed(byApi(worker.address, demo.address, token), await readForms());

console.log(`
Samtykke is running.

  Open first   ${demo.address}/            a stranger's website with a sign-up in its footer
               ${demo.address}/proof.html  sign up there, and see at once what was recorded
  Console      ${worker.address}/console     sign in as ${admin}; the email arrives in the mailbox
  Hosted form  ${worker.address}/f/newsletter
  Mailbox      ${worker.address}/dev/mailbox     the mail that would have gone out
  API          ${worker.address}/v1/forms/newsletter
  API key      ${token}

  Who signed up?  curl -H "Authorization: Bearer ${token}" "${worker.address}/v1/people?email=you@example.com"

Ctrl-C ends it. State stays in .wrangler/ until "npm run reset".`);

/** Cloudflare runs the schedule each minute; on this machine the demo calls it. */
const schedule = setInterval(() => {
  fetch(`${worker.address}/cdn-cgi/local/scheduled`).catch(() => undefined);
}, 60_000);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    clearInterval(schedule);
    await Promise.all([demo.stop(), worker.stop()]);
    process.exit(0);
  });
