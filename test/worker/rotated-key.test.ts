import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { changeConnection, targetsOf } from '../../worker/admin/connections/connections.ts';
import { rotateWebhook } from '../../worker/admin/webhooks/manage.ts';
import { keysOf } from '../../worker/admin/webhooks/receiver.ts';
import { tryWebhook } from '../../worker/admin/webhooks/replay.ts';
import { secretOf } from '../../worker/admin/webhooks/signing.ts';
import { readStoredOne } from '../../worker/admin/webhooks/store.ts';
import { takeEvent } from '../../worker/connectors/events.ts';
import { openSettings } from '../../worker/connectors/open.ts';
import { NewSecret } from '../../worker/contract/webhooks.ts';
import { newLinkKey } from '../../worker/platform/signing/keys.ts';
import { runSchedule, tasks } from '../../worker/schedule.ts';
import { act, aWebhook, forgetWebhooks } from './admin/webhooks/receiving.ts';
import { theSystem } from './builders.ts';
import { connect, kept } from './connectors/connecting.ts';
import { byTrips } from './trips.ts';

const HOUR = 3_600_000;

const fresh = newLinkKey('fresh');
const rotating = { ...env, SECRETS_KEY: `${fresh} ${env.SECRETS_KEY}` };
const after = { ...env, SECRETS_KEY: fresh };

const secretsTask = tasks.filter(({ name }) => name === 'secrets');

/** The secrets that sign for a webhook where these keys are set. */
const secretsWith = async (on: typeof env, id: string): Promise<string[]> => {
  const stored = await readStoredOne(env.DB, id);
  if (!stored) throw new Error('There is no such webhook.');
  return (await keysOf({ env: on, now: Date.now() }, stored)).map(secretOf);
};

beforeEach(async () => {
  await forgetWebhooks();
  await env.DB.prepare('DELETE FROM connection').run();
});

describe('after a new SECRETS_KEY was put in front', () => {
  test('every secret is encrypted with it within an hour, so that the old one can go', async () => {
    const { id, secret } = await aWebhook();
    const rotated = NewSecret.parse(await (await act(id, 'secret')).json());
    const connection = await connect('listmonk', { token: 'a-token' }, []);
    const before = await kept(connection);
    await expect(secretsWith(after, id)).rejects.toThrow();

    // Before, the task rested: it had nothing to do.
    await runSchedule(theSystem(), secretsTask);
    expect(await kept(connection)).toEqual(before);
    await runSchedule(theSystem(rotating, Date.now() + HOUR + 1), secretsTask);

    expect(await secretsWith(after, id)).toEqual([rotated.secret, secret]);
    expect(await openSettings(after, await kept(connection))).toEqual({ token: 'a-token' });
    const resealed = await kept(connection);
    await runSchedule(theSystem(rotating, Date.now() + 2 * HOUR), secretsTask);
    expect(await kept(connection)).toEqual(resealed);
  });

  test('while there is one key, nothing is asked of the database for it', async () => {
    await aWebhook();
    let asked = 0;
    const db = byTrips(env.DB, (go) => {
      asked += 1;
      return go();
    });
    const [task] = secretsTask;
    await task?.run({ ...theSystem(), db });
    expect(asked).toBe(0);
  });
});

test('a webhook whose key is gone says so when it is tried, and gets a new secret', async () => {
  const { id } = await aWebhook();
  const caller = theSystem(after);
  await expect(tryWebhook(caller, id)).rejects.toMatchObject({ kind: 'conflict' });
  await rotateWebhook(caller, id);
  expect(await tryWebhook(caller, id)).toMatchObject({ type: 'webhook.test' });
});

test('what a tool reports while its key is gone is sent again by it', async () => {
  const id = await connect('mailchimp', { key: 'k-us1', secret: 's' }, []);
  const event = { headers: new Headers(), body: '' };
  expect(await takeEvent(theSystem(after), id, event)).toBe('later');
});

test('credentials whose key is gone are entered again', async () => {
  const settings = { url: 'https://lists.example.com', user: 'us', token: 'lost' };
  const id = await connect('listmonk', settings, []);
  const caller = theSystem(after);
  await expect(targetsOf(caller, await kept(id))).rejects.toMatchObject({
    facts: { errors: [{ code: 'unopenable' }] },
  });
  const body = { name: 'Ours', mapping: [], limit: 10, takesIn: null };
  await expect(
    changeConnection(caller, await kept(id), { ...body, settings: { url: settings.url } }),
  ).rejects.toMatchObject({ facts: { errors: [{ code: 'invalid' }] } });
  await changeConnection(caller, await kept(id), {
    ...body,
    settings: { ...settings, token: 'new' },
  });
  expect(await openSettings(after, await kept(id))).toMatchObject({ token: 'new' });
});
