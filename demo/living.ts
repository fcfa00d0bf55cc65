import { rm, writeFile } from 'node:fs/promises';
import { BINDING } from '../worker/platform/database.ts';
import { runWorker } from '../worker/tools/wrangler.ts';
import { readForms } from './forms.ts';

/** Its name is ignored by git, as those of tests are. */
const config = 'wrangler.samtykke-history.toml';

const text = `
name = "samtykke-history"
main = "demo/company/worker.ts"
compatibility_date = "2026-08-15"
compatibility_flags = ["nodejs_compat"]
send_metrics = false

[[d1_databases]]
binding = "${BINDING}"
database_name = "samtykke"
database_id = "00000000-0000-0000-0000-000000000000"
`;

/**
 * Lets the demo's company have had 90 days, if nobody is in its database yet; see demo/company. No other Worker
 * may run on the database meanwhile.
 */
export const giveHistory = async (
  state: string,
  vars: Record<string, string>,
  demo: string,
): Promise<void> => {
  await writeFile(config, text);
  try {
    const worker = await runWorker({ port: 0, state, config, vars });
    const answer = await fetch(worker.address, {
      method: 'POST',
      body: JSON.stringify({ demo, forms: await readForms() }),
    });
    const said = await answer.text();
    await worker.stop();
    if (!answer.ok) throw new Error(`The demo got no history: ${said}\n${worker.log()}`);
  } finally {
    await rm(config, { force: true });
  }
};
