import { definitionAddress, wantedLocale } from '../address.ts';
import { importModule } from '../importing.ts';
import { ownLocale } from '../locales/texts.ts';
import type { Kit } from '../part.ts';
import type { TroubleFor } from '../trouble.ts';
import type { ElementClass, Given } from './given.ts';
import { plainTrouble } from './plain.ts';

/** The folder of this build, set by widget/tools/build.ts. */
declare const BUILD: string;

/** An element of ours before its code is here. */
type Loading = HTMLElement & { answer?: Promise<Response>; definition?: unknown; host?: string };

/** What sees to the elements of a page, whichever script was first. */
export type Loader = {
  /** Makes what is done about work for an element that has failed. */
  trouble: TroubleFor;
  /** Keeps what another script brought along. */
  learn(given: Given): void;
  /** Whether the code of the form need not be fetched. */
  isHere(): boolean;
  /** Fetches what an element needs, code, texts and definition side by side, and makes it what it is; throws where its code does not come. */
  bring(element: Element): Promise<void>;
};

export const fetchFrom = (host: string, name: string) =>
  importModule(`${host}w/${BUILD}/${name}.js`);

export const loaderFor = (host: string): Loader => {
  const trouble: TroubleFor = async (element, again) => {
    const made = plainTrouble(element, element.host ?? host, again);
    await fetchFrom(host, 'trouble').then(
      ({ enrich }) => enrich(made, element, again),
      () => {},
    );
    return made;
  };
  const kit: Kit = { host, parts: {}, trouble };
  const known: NonNullable<Given['definitionFor']>[] = [];
  const classes: Record<string, Promise<ElementClass>> = {};
  let form: Given['form'];

  const codeOf = async (part: string) => {
    const isForm = part === 'form';
    const [{ default: make }] = await Promise.all([
      isForm && form ? { default: form } : fetchFrom(host, part),
      isForm || classOf('form'),
    ]);
    return make(kit);
  };

  /** Whatever has failed is tried again by the next element. */
  const classOf = (part: string): Promise<ElementClass> => {
    classes[part] ??= codeOf(part);
    classes[part].catch(() => delete classes[part]);
    return classes[part];
  };

  const prefetch = (element: Loading, part: string): void => {
    for (const definitionFor of known) element.definition ??= definitionFor(element);
    if (element.definition) return;
    const locale = ownLocale(wantedLocale(element));
    const isCentre = part === 'preferences';
    const form = element.getAttribute('form') ?? element.dataset.form;
    if (form && !isCentre && !element.querySelector('script'))
      element.answer ??= fetch(definitionAddress(element, form, part));
    element.answer?.catch(() => {
      element.answer = undefined;
    });
    fetchFrom(host, isCentre ? `${part}-${locale}` : locale).catch(() => {});
  };

  return {
    trouble,
    learn: ({ build, definitionFor, ...given }) => {
      if (definitionFor) known.push(definitionFor);
      if (build !== BUILD) return;
      form ??= given.form;
      Object.assign(kit.parts, given.parts);
    },
    isHere: () => !!form,
    bring: async (element: Loading) => {
      const part = element.localName.slice(9);
      element.host ??= element.getAttribute('host') ?? host;
      prefetch(element, part);
      const { element: Class } = await classOf(part);
      if (!(element instanceof Class)) Class.take(element);
    },
  };
};
