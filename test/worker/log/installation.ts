import { createExecutionContext, env } from 'cloudflare:test';
import { app } from '../../../worker/app.ts';
import type { LogSetting } from '../../../worker/contract/log.ts';
import { logSigners, witnessSigner } from '../../../worker/log/keys.ts';
import { originOf } from '../../../worker/log/origin.ts';
import { sealRecords } from '../../../worker/log/seal.ts';
import { showLog } from '../../../worker/log/show.ts';
import type { Env } from '../../../worker/platform/env.ts';
import type { Outgoing } from '../../../worker/platform/outgoing.ts';
import { newLinkKey } from '../../../worker/platform/signing/keys.ts';
import { vkeyOf } from '../../../worker/proof/note.ts';
import { writeSetting } from '../../../worker/settings/store.ts';

/** An installation of its own, with its database, its address and its keys. */
export const anInstallation = async (db: D1Database, url: string) => {
  const own: Env = {
    ...env,
    DB: db,
    PUBLIC_URL: url,
    LOG_KEYS: newLinkKey('log'),
    WITNESS_KEY: newLinkKey('witness'),
    FILES: undefined,
  };
  const [signer] = await logSigners(own, originOf(url, 1));
  const witness = await witnessSigner(own);
  if (!signer || !witness) throw new Error('It has no keys.');
  const answer: Outgoing = async (address, init) =>
    app.fetch(new Request(address, init), own, createExecutionContext());
  return {
    env: own,
    vkey: vkeyOf(signer.verifier),
    witness: vkeyOf(witness.verifier),
    url: `${url}/witness`,
    answer,
    set: async (setting: LogSetting) => {
      await writeSetting(db, 'log', setting).run();
    },
    seal: () => sealRecords({ env: own, db, now: Date.now() }),
    ask: (send: Outgoing, now = Date.now()) => showLog({ env: own, db, now }, send),
    read: async (path: string): Promise<string> => (await answer(`${url}${path}`, {})).text(),
  };
};

export type Installation = Awaited<ReturnType<typeof anInstallation>>;
