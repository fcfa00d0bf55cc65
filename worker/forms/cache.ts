import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { isFresh } from '../platform/remembered.ts';
import { MINUTE, SECOND } from '../platform/time.ts';
import { type FormVersion, type ReadForm, readForm, readVersion } from './store.ts';

/** A form as this isolate knows it. */
export type KnownForm = ReadForm;

/** Settings are taken as they are for so long; after that they are read again behind the answer. */
const FRESH_MS = 10 * SECOND;
/** Past this age the answer waits for them. */
const STALE_MS = MINUTE;
/** Versions never change, so only memory bounds how many are kept. */
const MOST = 500;

const forms = new Map<string, KnownForm & { readAt: number }>();
const versions = new Map<string, FormVersion>();

const remember = <Value>(known: Map<string, Value>, key: string, value: Value): Value => {
  known.delete(key);
  known.set(key, value);
  const oldest = known.keys().next().value;
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  return value;
};

const read = async (db: Database, key: string): Promise<KnownForm | null> => {
  const form = await readForm(db, key);
  if (!form) forms.delete(key);
  return form && remember(forms, key, { ...form, readAt: Date.now() });
};

/**
 * A form from this isolate's memory, so that the submission path reads nothing before it writes.
 * What must be exact (active, expiry, number of submissions) is checked again in the write itself.
 */
export const knownForm = async (
  { db, later }: Pick<Caller, 'db' | 'later'>,
  key: string,
): Promise<KnownForm | null> => {
  const known = forms.get(key);
  if (!known || !isFresh(known.readAt, STALE_MS)) return read(db, key);
  if (!isFresh(known.readAt, FRESH_MS)) {
    known.readAt = Date.now();
    later(() => read(db, key));
  }
  return known;
};

/** A version that a visitor has seen: the current one, or an older one that is remembered for good. */
export const knownVersion = async (
  db: Database,
  form: KnownForm,
  number: number,
): Promise<FormVersion | null> => {
  if (number === form.current.version) return form.current;
  const key = `${form.settings.key}@${number}`;
  const known = versions.get(key) ?? (await readVersion(db, form.settings.key, number));
  return known && remember(versions, key, known);
};

/** After publishing, so that at least this isolate shows the new version at once. */
export const forget = (key: string): boolean => forms.delete(key);
