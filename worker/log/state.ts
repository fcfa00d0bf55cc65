import type { LogState } from '../contract/log.ts';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { addressOf } from '../proof/checkpoint.ts';
import { vkeyOf } from '../proof/note.ts';
import { readSetting } from '../settings/store.ts';
import { witnessSigner } from './keys.ts';
import { readLastCosigned, readLastTimestamp } from './seen.ts';
import { readKeys, readLog } from './store.ts';

/** Reads how the log stands that records are sealed into; null before there is any. */
export const readState = async (env: Env, db: Database): Promise<LogState | null> => {
  const [log, keys, setting, signer] = await Promise.all([
    readLog(db),
    readKeys(db),
    readSetting(db, 'log'),
    witnessSigner(env),
  ]);
  if (!log) return null;
  const { number, origin, size, signedAt, haltedAt, haltedBy } = log;
  const vkeys = setting.witnesses.map(({ vkey }) => vkey);
  const [witnesses, timestamp] = await Promise.all([
    readLastCosigned(db, number, vkeys),
    readLastTimestamp(db, number),
  ]);
  return {
    origin,
    address: addressOf(origin),
    size,
    signedAt,
    haltedAt,
    haltedBy,
    keys,
    witnesses,
    timestamp,
    witness: signer && vkeyOf(signer.verifier),
  };
};
