import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginSending } from '../../../worker/connectors/store.ts';
import { ConnectorKey } from '../../../worker/contract/connections.ts';
import { standIns } from '../../connectors/all.ts';
import { aForm, anEmail, signUp } from '../builders.ts';
import { clear, connect, kept, runAt } from './connecting.ts';

let tool = standIns.listmonk.serve(Date.now);
let form = '';
let connection = '';
let list = '';

const run = () => runAt(tool.send, Date.now());

/** Lets the next run begin at once. */
const hurry = () => env.DB.prepare('UPDATE connection SET retry_at = 0').run();

/** Signs some people up whom only a comparison sees to, as those who were here before a start. */
const before = async (many: number): Promise<string[]> => {
  const emails = Array.from({ length: many }, anEmail);
  for (const email of emails) await signUp(form, email);
  await beginSending(env.DB, connection).run();
  return emails;
};

describe.each(ConnectorKey.options)('%s', (connector) => {
  const { serve, settings } = standIns[connector];

  beforeEach(async () => {
    await clear();
    tool = serve(Date.now);
    const [first = ''] = tool.targets;
    list = first;
    form = await aForm();
    const mapping = [{ item: 'subscription:newsletter', target: list }];
    connection = await connect(connector, settings, mapping);
  });

  afterEach(() => expect(tool.broken).toEqual([]));

  test('a comparison that failures interrupt passes over nobody', async () => {
    const emails = await before(4);
    for (let asked = 3; asked < 30 && !(await kept(connection)).reconciled; asked += 4) {
      tool.faults.push(...Array<'none'>(asked).fill('none'), 'down');
      await run();
      tool.faults.length = 0;
      await hurry();
    }
    await run();
    expect((await kept(connection)).reconciled?.endedAt).not.toBeNull();
    expect(emails.map((email) => tool.state(email, list))).toEqual(emails.map(() => 'on'));
  });
});
