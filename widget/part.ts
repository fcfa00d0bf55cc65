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
  /** What is said while something does not come, and when it is tried again. */
  trouble: TroubleFor;
};

/** The argument of the function that widget/tools/wrap.ts makes of the form's code. */
declare const KIT: Kit;

const made = new Map<string, Promise<unknown>>();

const make = async (host: string, name: string) => {
  const part = KIT.parts[name] ?? (await importModule(`${host}w/${BUILD}/${name}.js`)).default;
  return part(KIT);
};

/** The address of the Worker that the script came from, ending in a slash. */
export const scriptHost = (): string => KIT.host;

/** Makes what says that an element cannot be shown, and tries it again. */
export const troubleOf: TroubleFor = (element, again) => KIT.trouble(element, again);

/** Fetches a part, or texts, of this build from a Worker's address with its slash; once for a page. */
export const fetchPart = <Part>(host: string, name: string): Promise<Part> => {
  const address = host + name;
  const known = made.get(address) ?? make(host, name);
  made.set(address, known);
  known.catch(() => made.delete(address));
  return known as Promise<Part>;
};
