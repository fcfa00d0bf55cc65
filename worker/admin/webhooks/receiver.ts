import type { ReaderName } from '../../events/readers.ts';
import type { Caller } from '../../platform/caller.ts';
import { publicUrl } from '../../platform/public-url.ts';
import { open, openedOrNull } from '../../platform/signing/sealed.ts';
import type { Receiver } from './attempt.ts';
import { type Keys, keysFromText } from './signing.ts';
import type { StoredWebhook } from './store.ts';

/** What names the reader of a webhook, and what its secrets are sealed for. */
export const readerOf = (webhook: string): ReaderName => `webhook/${webhook}`;

/**
 * Opens the keys that sign for a webhook by now, the newest first; throws `Unopenable` where the key of that is gone.
 * Where the key of the older one is gone it signs no longer, for that is why there is a newer one.
 */
export const keysOf = async (
  { env, now }: Pick<Caller, 'env' | 'now'>,
  { id, secret, oldSecret, oldUntil }: StoredWebhook,
): Promise<Keys[]> => {
  const about = readerOf(id);
  const isRotating = oldSecret !== null && (oldUntil ?? 0) > now;
  const newest = await open(env, secret, about);
  const older = isRotating ? await openedOrNull(open(env, oldSecret, about)) : null;
  return (older === null ? [newest] : [newest, older]).map(keysFromText);
};

/** Makes the receiver of a webhook: where to, by which keys, and in whose name. */
export const receiverOf = async (
  caller: Pick<Caller, 'env' | 'now'>,
  webhook: StoredWebhook,
): Promise<Receiver> => ({
  url: webhook.url,
  keys: await keysOf(caller, webhook),
  source: publicUrl(caller.env) ?? 'urn:samtykke',
});
