import type { LogState } from '../contract/log.ts';
import type { Database } from '../platform/database.ts';
import { readKeys, readLog } from './store.ts';

/** The scheme under which a log is served; this machine has no certificate of its own. */
const addressOf = (origin: string): string =>
  `${/^(localhost|127\.0\.0\.1)(:|\/)/.test(origin) ? 'http' : 'https'}://${origin}`;

/** Reads how the log stands that records are sealed into; null before there is any. */
export const readState = async (db: Database): Promise<LogState | null> => {
  const [log, keys] = await Promise.all([readLog(db), readKeys(db)]);
  if (!log) return null;
  const { origin, size, signedAt, haltedAt, haltedBy } = log;
  return { origin, address: addressOf(origin), size, signedAt, haltedAt, haltedBy, keys };
};
