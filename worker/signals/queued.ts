import type { Caller } from '../platform/caller.ts';
import { readCloudflare } from './cloudflare.ts';
import { takeReceived } from './take.ts';

/** Takes what Cloudflare Email Service reports by a queue; other messages are left to whom they are for. */
export const takeQueued = async (
  caller: Caller,
  messages: readonly { body: unknown }[],
): Promise<void> => {
  const received = readCloudflare(messages);
  if (received.events > 0) await takeReceived(caller, 'cloudflare', received);
};
