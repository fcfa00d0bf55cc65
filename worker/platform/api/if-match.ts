import { type Edit, readEdit, tagOf } from '../edits.ts';
import type { AppContext } from '../env.ts';

/** What no version is. */
const NONE = -1;

/**
 * Reads which version a change was made from (If-Match, RFC 9110 §13.1.1); undefined without the header, or with
 * `*`: it is then carried out whatever has been saved since. A tag that Cloudflare weakened, since it compressed
 * the answer, names the same version.
 */
export const seenIn = (c: Pick<AppContext, 'req'>): number | undefined => {
  const given = c.req.header('If-Match')?.trim();
  if (given === undefined || given === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(given)?.[1];
  return version === undefined ? NONE : Number(version);
};

/** Says which version an answer shows, for the If-Match of the change that follows. */
export const setTag = (c: Pick<AppContext, 'header'>, edit: Pick<Edit, 'version'>): void => {
  c.header('ETag', tagOf(edit));
};

/** Reads a thing at once with its version, and says that in the ETag of the answer. */
export const readTagged = async <Thing>(
  c: AppContext,
  object: string,
  read: () => Promise<Thing>,
): Promise<Thing> => {
  const [edit, thing] = await Promise.all([readEdit(c.get('db'), object), read()]);
  setTag(c, edit);
  return thing;
};
