import type { ReaderName } from '../../events/readers.ts';
import type { Caller } from '../../platform/caller.ts';
import { publicUrl } from '../../platform/public-url.ts';
import { open } from '../../platform/signing/sealed.ts';
import type { Receiver } from './attempt.ts';
import { type Keys, keysFromText } from './signing.ts';
import type { StoredWebhook } from './store.ts';

/** What names the reader of a webhook, and what its secrets are sealed for. */
export const readerOf = (webhook: string): ReaderName => `webhook/${webhook}`;

/** Opens the keys that sign for a webhook by now, the newest first. */
export const keysOf = async (
  { env, now }: Pick<Caller, 'env' | 'now'>,
  { id, secret, oldSecret, oldUntil }: StoredWebhook,
): Promise<Keys[]> => {
  const isRotating = oldSecret !== null && (oldUntil ?? 0) > now;
  return Promise.all(
    (isRotating ? [secret, oldSecret] : [secret]).map(async (sealed) =>
      keysFromText(await open(env, sealed, readerOf(id))),
    ),
  );
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
