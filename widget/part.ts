import { importModule } from './importing.ts';
import type { TroubleFor } from './trouble.ts';

/** The folder of this build below `host`, set by widget/tools/build.ts. */
declare const BUILD: string;

/** Parts of the widget, and texts, by name: each made out of what the form's code shares with it. */
export type Parts = Record<string, (kit: Kit) => unknown>;

/**
 * What all parts of the widget share, however many scripts a page has: the code of the form, once, and the
 * parts that came with it. A part of another build finds the build named, and brings its own.
 */
export type Kit = {
  /** The address of the script's Worker, ending in a slash. */
  host: string;
  /** What came along with the code of the form. */
  parts: Parts;
  /** The style sheet of the form, for its code that comes without. */
  css?: string;
  /** What is said while something does not come, and when it is tried again. */
  trouble: TroubleFor;
  /** The build that the code of the form is of. */
  build?: string;
};

/** The argument of the function that widget/tools/wrap.ts makes of the form's code. */
declare const KIT: Kit;

/** What was fetched, by its address; undefined for what has not come, and is asked for at another address next time. */
const made = new Map<string, Promise<unknown> | undefined>();

const make = async (host: string, name: string, query: string) => {
  const part =
    KIT.parts[name] ?? (await importModule(`${host}w/${BUILD}/${name}.js${query}`)).default;
  return part(KIT);
};

/** Fetches the form's code of another build, whose part a page of this one was given after a deploy. */
export const kitOf = async (build: string): Promise<Kit> => {
  const { default: fill } = await importModule(`${KIT.host}w/${build}/form.js`);
  const kit = fill({ ...KIT, parts: {} });
  // One more deploy since, and the part is too old for it.
  if (kit.build !== build) throw new Error(build);
  return kit;
};

/** The address of the Worker that the script came from, ending in a slash. */
export const scriptHost = (): string => KIT.host;

/** Makes what says that an element cannot be shown, and tries it again. */
export const troubleOf: TroubleFor = (element, again) => KIT.trouble(element, again);

/** Fetches a part, or texts, of this build from a Worker's address with its slash; once for a page. */
export const fetchPart = <Part>(host: string, name: string): Promise<Part> => {
  const address = host + name;
  const known = made.get(address) ?? make(host, name, made.has(address) ? `?${Date.now()}` : '');
  made.set(address, known);
  known.catch(() => made.set(address, undefined));
  return known as Promise<Part>;
};
