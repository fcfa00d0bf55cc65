import { base64url } from 'jose';
import type { Env } from '../env.ts';
import { tryAgainIn } from '../problems/problem.ts';

/** A secret that links and codes are signed with, and the name by which a token says which. */
export type LinkKey = { id: string; secret: Uint8Array };

const LEAST_BYTES = 32;
const RETRY_S = 60;

/** The keys of a secret: `id:base64url`, separated by spaces. Shorter ones than 32 bytes are left out. */
const keysIn = (secrets: string | undefined): LinkKey[] =>
  (secrets ?? '')
    .split(/\s+/)
    .map((entry) => /^([\w-]+):([\w-]+)=*$/.exec(entry))
    .flatMap((match) =>
      match?.[1] && match[2] ? [{ id: match[1], secret: base64url.decode(match[2]) }] : [],
    )
    .filter(({ secret }) => secret.length >= LEAST_BYTES);

export const hasLinkKeys = ({ LINK_KEYS }: Env): boolean => keysIn(LINK_KEYS).length > 0;

/**
 * The keys in `LINK_KEYS`. The first signs; all of them verify, so that a new key is put in front and the
 * old one taken away once its links have expired. Throws 503 where there is none: links that were given before work
 * again once the operator has set it.
 */
export const linkKeys = (env: Env): [LinkKey, ...LinkKey[]] => {
  const [first, ...rest] = keysIn(env.LINK_KEYS);
  if (first) return [first, ...rest];
  console.error('LINK_KEYS holds no key of 32 bytes or more.');
  throw tryAgainIn(RETRY_S, 'unavailable');
};

/** The keys of mailing tools, in `UNSUBSCRIBE_KEYS`: with them a tool signs unsubscribe links and nothing else. */
export const mailingToolKeys = ({ UNSUBSCRIBE_KEYS }: Env): LinkKey[] => keysIn(UNSUBSCRIBE_KEYS);

/** The private Ed25519 keys in `LOG_KEYS`, of 32 bytes each, which sign the checkpoints of the log. */
export const logKeys = ({ LOG_KEYS }: Env): LinkKey[] =>
  keysIn(LOG_KEYS).filter(({ secret }) => secret.length === LEAST_BYTES);

/** The private Ed25519 key in `WITNESS_KEY`, which cosigns checkpoints of other logs; null where it is unset. */
export const witnessKey = ({ WITNESS_KEY }: Pick<Env, 'WITNESS_KEY'>): LinkKey | null =>
  keysIn(WITNESS_KEY).find(({ secret }) => secret.length === LEAST_BYTES) ?? null;

/** The keys in `SECRETS_KEY`, of 32 bytes each, which secrets in the database are encrypted with; the first encrypts. */
export const secretsKeys = ({ SECRETS_KEY }: Env): LinkKey[] =>
  keysIn(SECRETS_KEY).filter(({ secret }) => secret.length === LEAST_BYTES);

/** A fresh entry for any of the secrets above. */
export const newLinkKey = (id: string): string => {
  const secret = crypto.getRandomValues(new Uint8Array(LEAST_BYTES));
  return `${id}:${base64url.encode(secret)}`;
};
