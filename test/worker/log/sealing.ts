import { env } from 'cloudflare:test';
import canonicalize from 'canonicalize';
import { LogState } from '../../../worker/contract/log.ts';
import { sealRecords } from '../../../worker/log/seal.ts';
import type { Env } from '../../../worker/platform/env.ts';
import { newLinkKey } from '../../../worker/platform/signing/keys.ts';
import { readCheckpoint } from '../../../worker/proof/checkpoint.ts';
import { isSignedBy, readNote, readVkey } from '../../../worker/proof/note.ts';
import { leafHash } from '../../../worker/proof/tree.ts';
import { call } from '../builders.ts';

/** An installation whose log is signed. */
export const signing: Env = { ...env, LOG_KEYS: newLinkKey('first') };

export const seal = (by: Env = signing, now = Date.now(), db = env.DB) =>
  sealRecords({ env: by, db, now });

/** Seals to the end, however many slices it takes. */
export const sealAll = async (): Promise<void> => {
  let before = -1;
  for (let size = 0; size !== before; size = (await state()).size) {
    before = size;
    await seal();
  }
};

export const state = async (): Promise<LogState> =>
  LogState.parse(await (await call('/v1/log')).json());

/** The newest checkpoint, as someone outside reads and checks it. */
export const checkpoint = async (log = 1) => {
  const text = await (await call(`/log/${log}/checkpoint`)).text();
  const note = readNote(text);
  const read = note && readCheckpoint(note.text);
  if (!note || !read) throw new Error('It is no checkpoint.');
  const { keys } = await state();
  const verifiers = await Promise.all(keys.map(({ vkey }) => readVkey(vkey)));
  const signed = await Promise.all(
    verifiers.map((verifier) => verifier !== null && isSignedBy(note, verifier)),
  );
  return { ...read, text, isSigned: signed.some(Boolean) };
};

/** The leaves that the ledger has, by the words of its own export. */
export const leavesOf = (contents: readonly unknown[]) =>
  Promise.all(contents.map((content) => leafHash(new TextEncoder().encode(canonicalize(content)))));
