import type { Caller } from '../platform/caller.ts';
import { forEach } from '../platform/each.ts';
import { type Outgoing, outgoingOf } from '../platform/outgoing.ts';
import { readSetting } from '../settings/store.ts';
import { askAuthority } from './ask-authority.ts';
import { askWitnesses } from './ask-witnesses.ts';
import { sendCopies } from './send-copies.ts';
import { hasSigned, readLog } from './store.ts';

/**
 * Shows the log's newest checkpoint to those who are set to see it: witnesses, who cosign it, an authority, which
 * says when, and receivers, who keep it. What one of them does not answer keeps nothing from the others.
 */
export const showLog = async (
  asking: Pick<Caller, 'env' | 'db' | 'now'>,
  send: Outgoing = outgoingOf(asking.env),
): Promise<void> => {
  const { witnesses, timestamps, receivers } = await readSetting(asking.db, 'log');
  if (witnesses.length === 0 && timestamps === '' && receivers.length === 0) return;
  const log = await readLog(asking.db);
  if (!hasSigned(log) || log.haltedAt !== null) return;
  const steps: [string, () => Promise<void>][] = [];
  if (witnesses.length > 0)
    steps.push(['witnesses', () => askWitnesses(asking, log, witnesses, send)]);
  if (timestamps !== '')
    steps.push(['timestamps', () => askAuthority(asking, log, timestamps, send)]);
  if (receivers.length > 0)
    steps.push(['receivers', () => sendCopies(asking, log, receivers, send)]);
  await forEach(
    'log',
    steps,
    ([name]) => name,
    ([, step]) => step(),
  );
};
