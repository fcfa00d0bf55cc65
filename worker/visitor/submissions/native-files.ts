import type { KnownForm } from '../../forms/cache.ts';
import { readForm } from '../../platform/api/form-body.ts';
import { callerOf } from '../../platform/caller.ts';
import type { AppContext } from '../../platform/env.ts';
import { takeFile } from './files.ts';

/** What a page without JavaScript posts with files: the same as without, each file by the id that it was kept under. */
export type WithFiles = {
  text: string;
  /** The same for every try of a form: what its files are, in place of their ids. */
  fingerprint: string;
};

/** Keeps the files of a native form that asks for some. Throws 422 for one that its field does not take. */
export const readWithFiles = async (c: AppContext, form: KnownForm): Promise<WithFiles> => {
  const data = await readForm(() => c.req.formData());
  const [text, fingerprint] = [new URLSearchParams(), new URLSearchParams()];
  const wanted = [String(data.get('locale') ?? '')];
  for (const [name, value] of data) {
    if (typeof value === 'string') {
      text.append(name, value);
      fingerprint.append(name, value);
    } else if (value.size > 0) {
      const field = name.slice(name.indexOf('.') + 1);
      text.append(name, await takeFile(callerOf(c), form, { field, wanted, file: value }));
      fingerprint.append(name, `${value.name} ${value.size}`);
    }
  }
  return { text: String(text), fingerprint: String(fingerprint) };
};
