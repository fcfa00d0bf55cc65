import { env } from 'cloudflare:test';
import { beforeAll, expect, test } from 'vitest';
import { recordsFrom } from '../../../worker/ledger/store.ts';
import { rootOf } from '../../../worker/proof/tree.ts';
import { aForm, anEmail, signUp } from '../builders.ts';
import { over } from '../proof/grown.ts';
import { byTrips } from '../trips.ts';
import { checkpoint, leavesOf, seal, signing, state } from './sealing.ts';

let form: string;

beforeAll(async () => {
  form = await aForm();
});

const aSignUp = () => signUp(form, anEmail());

/** Says whether the log is over every record of the ledger, each once, and goes on. */
const isWhole = async () => {
  const records = await recordsFrom(env.DB, 0, 10_000);
  const leaves = await leavesOf(records.map(({ content }) => content));
  const { size, root } = await checkpoint();
  const { haltedBy } = await state();
  return (
    [haltedBy, size, root].toString() ===
    [null, leaves.length, await rootOf(over(leaves), leaves.length)].toString()
  );
};

const others: [string, () => Promise<unknown>][] = [
  ['seals the same', () => seal()],
  [
    'seals more',
    async () => {
      await aSignUp();
      await seal();
    },
  ],
  [
    'seals the same, and more',
    async () => {
      await seal();
      await aSignUp();
      await seal();
    },
  ],
];

test.each(others)(
  'a run beside which another %s signs one log, whenever that is',
  async (_, other) => {
    for (let moment = 1; ; moment++) {
      await aSignUp();
      let trips = 0;
      const trip = async () => {
        trips += 1;
        if (trips === moment) await other();
      };
      const DB = byTrips(env.DB, async (go) => {
        await trip();
        return go();
      });
      const get: R2Bucket['get'] = async (key: string) => {
        await trip();
        return (await env.FILES?.get(key)) ?? null;
      };
      const FILES =
        env.FILES &&
        new Proxy(env.FILES, {
          get: (files, name) => (name === 'get' ? get : Reflect.get(files, name).bind(files)),
        });
      await seal({ ...signing, FILES, DB }, Date.now(), DB);
      await aSignUp();
      await seal();
      expect(await isWhole(), `${moment}`).toBe(true);
      if (trips < moment) return;
    }
  },
);
