import type { OwnLocale, Texts } from './locales/texts.ts';
import type { Words } from './preferences/words/words.ts';

/** The files of a build that elements fetch, by name. */
type Parts = {
  kinds: typeof import('./form/kinds.ts');
  paging: typeof import('./form/paging.ts');
  confirm: typeof import('./form/confirm.ts');
  turnstile: typeof import('./form/turnstile.ts');
  dialog: typeof import('./display/dialog.ts');
} & Record<OwnLocale, { default: Texts }> &
  Record<`preferences-${OwnLocale}`, { default: Words }>;

/** The folder of this build below `host`, set by widget/tools/build.ts. */
declare const BUILD: string;

/** Fetches a file of this build from the Worker at `host`, an address that ends in a slash. */
export const fetchPart = <Name extends keyof Parts>(
  host: string,
  name: Name,
): Promise<Parts[Name]> => import(`${host}w/${BUILD}/${name}.js`);
