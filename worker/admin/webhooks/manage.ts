// What staff do with webhooks, each act once and audited.
import type { NewSecret, NewWebhook, Webhook, WebhookBody } from '../../contract/webhooks.ts';
import { closeReader, holdingReader, openReader } from '../../events/readers.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Edit, saveEdit } from '../../platform/edits.ts';
import { isOutside } from '../../platform/outgoing.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { canSeal, openedOrNull, seal } from '../../platform/signing/sealed.ts';
import { DAY } from '../../platform/time.ts';
import { keysOf, readerOf } from './receiver.ts';
import { type Keys, keysToText, newKeys, publicKeyOf, secretOf } from './signing.ts';
import {
  addWebhook,
  changeWebhook,
  type FaringWebhook,
  readStored,
  readStoredOne,
  removeWebhook,
  rotateSecret,
} from './store.ts';

/** For so long the secret before signs too, once there is a new one. */
const OVERLAP_MS = DAY;
const MOST_WEBHOOKS = 50;

/** Names a webhook among what is edited as a whole, and in the audit log. */
export const webhookEdit = (id: string): string => `webhook/${id}`;

/** Whether there is a webhook, as a condition of an audit entry. */
export const IS_KNOWN = 'EXISTS (SELECT 1 FROM webhook WHERE id = ?7)';

const noWebhook = () => new ProblemError('not-found', { detail: 'There is no such webhook.' });

/** Its public key; null where the SECRETS_KEY that it was sealed with is gone. */
const publicKeyIn = async (
  caller: Pick<Caller, 'env' | 'now'>,
  webhook: FaringWebhook,
): Promise<string | null> => {
  const [newest] = (await openedOrNull(keysOf(caller, webhook))) ?? [];
  return newest ? publicKeyOf(newest) : null;
};

const shown = async (
  caller: Pick<Caller, 'env' | 'now'>,
  webhook: FaringWebhook,
): Promise<Webhook> => {
  const { secret: _, oldSecret: __, oldUntil, ...rest } = webhook;
  return {
    ...rest,
    publicKey: await publicKeyIn(caller, webhook),
    rotatingUntil: oldUntil !== null && oldUntil > caller.now ? oldUntil : null,
  };
};

/** Reads all webhooks, and how they fare. */
export const readWebhooks = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
): Promise<Webhook[]> =>
  Promise.all((await readStored(caller.db)).map((each) => shown(caller, each)));

/** Reads a webhook as it is stored; throws 404 where there is none. */
export const requireStored = async (
  { db }: Pick<Caller, 'db'>,
  id: string,
): Promise<FaringWebhook> => {
  const webhook = await readStoredOne(db, id);
  if (!webhook) throw noWebhook();
  return webhook;
};

/** Reads a webhook; throws 404 where there is none. */
export const requireWebhook = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
  id: string,
): Promise<Webhook> => shown(caller, await requireStored(caller, id));

/** Refuses an address that leads to no receiver outside, and details of people to who may not export them. */
const check = ({ env, rights }: Caller, { url, fields }: WebhookBody): void => {
  if (!isOutside(env, url))
    throw invalidField(
      'url',
      'invalid',
      'Enter a public address that begins with https://, without a port.',
    );
  if (fields.length > 0 && !rights.includes('export'))
    throw invalidField('fields', 'right', 'Sending details of people needs the right "export".');
};

const sealKeys = (env: Caller['env'], id: string, keys: Keys): Promise<string> => {
  if (!canSeal(env))
    throw new ProblemError('unavailable', {
      detail: 'Set the secret SECRETS_KEY first: it encrypts the secrets of webhooks.',
    });
  return seal(env, keysToText(keys), readerOf(id));
};

/** What the audit log has of a webhook: where to, but not the whole address, which may be a secret. */
const kept = ({ name, url, types, fields, active }: WebhookBody) => ({
  name,
  host: new URL(url).host,
  types,
  fields,
  active,
});

const stateOf = ({ active }: WebhookBody) => (active ? ('active' as const) : ('paused' as const));

/** Adds a webhook, which gets what happens from now on; its secret is known now and never again. */
export const makeWebhook = async (caller: Caller, body: WebhookBody): Promise<NewWebhook> => {
  const { env, db } = caller;
  check(caller, body);
  if ((await readStored(db)).length >= MOST_WEBHOOKS)
    throw new ProblemError('conflict', { detail: `There can be ${MOST_WEBHOOKS} webhooks.` });
  const [id, keys] = [crypto.randomUUID(), newKeys()];
  const secret = await sealKeys(env, id, keys);
  await db.batch([
    addWebhook(db, { ...body, id, secret, state: stateOf(body) }, caller),
    openReader(db, readerOf(id), { holds: body.active }),
    audit(caller, { act: 'webhook.make', object: webhookEdit(id), after: kept(body) }),
  ]);
  return { ...(await requireWebhook(caller, id)), secret: secretOf(keys) };
};

/** Changes a webhook, or pauses it; what was disabled is active again. Throws 412 where someone else was faster. */
export const saveWebhook = async (
  caller: Caller,
  id: string,
  body: WebhookBody,
  seen?: number,
): Promise<Edit> => {
  const { db, now } = caller;
  check(caller, body);
  const { name, url, types, fields, state } = await requireStored(caller, id);
  const before = kept({ name, url, types, fields, active: state === 'active' });
  return saveEdit(caller, { object: webhookEdit(id), seen }, [
    changeWebhook(db, id, { ...body, state: stateOf(body) }, now),
    holdingReader(db)(readerOf(id), body.active),
    audit(caller, { act: 'webhook.save', object: webhookEdit(id), before, after: kept(body) }),
  ]);
};

/** Deletes a webhook with all that waits for it. Throws 404 where there is none. */
export const deleteWebhook = async (caller: Caller, id: string): Promise<void> => {
  const { db } = caller;
  const act = { act: 'webhook.delete', object: webhookEdit(id) };
  const [audited] = await db.batch([
    auditWhere(caller, act, IS_KNOWN, id),
    closeReader(db, readerOf(id)),
    removeWebhook(db, id),
  ]);
  if (audited?.meta.changes !== 1) throw noWebhook();
};

/** Gives a webhook a new secret and key; those before sign beside them for a day. */
export const rotateWebhook = async (caller: Caller, id: string): Promise<NewSecret> => {
  const { env, db, now } = caller;
  await requireStored(caller, id);
  const keys = newKeys();
  const oldUntil = now + OVERLAP_MS;
  await db.batch([
    rotateSecret(db, id, { secret: await sealKeys(env, id, keys), oldUntil }),
    audit(caller, { act: 'webhook.rotate', object: webhookEdit(id) }),
  ]);
  return {
    secret: secretOf(keys),
    publicKey: await publicKeyOf(keys),
    rotatingUntil: oldUntil,
  };
};
