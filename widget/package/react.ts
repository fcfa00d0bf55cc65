// What `import { SamtykkeForm } from 'samtykke/react'` brings: the elements as components, with typed props and events.
import { createComponent } from '@lit/react';
import * as React from 'react';
import type { SamtykkeEvent, SamtykkeEvents } from '../events.ts';
import type { OpenForm } from './api.ts';
import type {
  SamtykkeFieldElement,
  SamtykkeFormElement,
  SamtykkePreferencesElement,
} from './types.ts';

type EventName = keyof SamtykkeEvents;

/** `samtykke-ready` as the prop `onSamtykkeReady`. */
type Listeners<Names extends EventName> = {
  [Name in Names as Name extends `samtykke-${infer Rest}`
    ? `onSamtykke${Capitalize<Rest>}`
    : never]?: (event: SamtykkeEvent<Name>) => void;
};

type Props<Element, Names extends EventName, Own> = Omit<React.HTMLAttributes<Element>, keyof Own> &
  Listeners<Names> &
  Own;

/** What the elements that ask fire. */
const asking = [
  'samtykke-ready',
  'samtykke-submit',
  'samtykke-recorded',
  'samtykke-error',
] as const;

type Asking = (typeof asking)[number];

/** What holds for every element. */
type Common = {
  /** The language wanted; the page's own when absent. */
  locale?: string;
  /** The address of the Worker, ending in a slash; that of `defineElements` when absent. */
  host?: string;
};

type FormAttributes = Common & {
  /** The key of the form. */
  form: string;
  /** The form itself, where the page has it already: it is then not fetched. */
  definition?: OpenForm;
  /** A dialog; in the page when absent. */
  display?: 'popup' | 'tab';
  /** What opens a dialog: `delay:8`, `scroll:50`, `exit`, separated by spaces. */
  trigger?: string;
  /** The text on a side tab; the form's title when absent. */
  label?: string;
  /** The level of the title among the page's headings; 2 when absent. */
  level?: number;
  /** Within how many days a pop-up never opens automatically again, with `storage`; 30 when absent. */
  frequency?: number;
  /** Keeps a pop-up from opening automatically, where the site knows that the visitor was asked. */
  quiet?: boolean;
  /** Lets the browser remember that a pop-up was shown, and what is typed. Nothing is stored without it. */
  storage?: boolean;
  /** What text fields start with, by field key. A purpose or choice is never prefilled. */
  prefill?: Readonly<Record<string, string>>;
};

type FieldAttributes = Common & {
  /** The key of the form whose purposes are asked. */
  form: string;
  /** The form itself, where the page has it already: it is then not fetched. */
  definition?: OpenForm;
  /** The name or id of the site's own email field, of whatever kind; `email` when absent. */
  'email-field'?: string;
  /** Under which the receipt id goes into the site's form; `samtykke-receipt` when absent. */
  name?: string;
  /** Only `send()` records: for a site that checks its form after it has prevented the submission. */
  manual?: boolean;
};

type PreferencesAttributes = Common & {
  /** The level of the title among the page's headings; 2 when absent. */
  level?: number;
  /** A JWT by which the site vouches for its signed-in visitor; used once. */
  identity?: string;
  /** The address to start with, where the site knows it. */
  email?: string;
};

export type SamtykkeFormProps = Props<
  SamtykkeFormElement,
  Asking | 'samtykke-confirmed' | 'samtykke-open' | 'samtykke-close',
  FormAttributes
>;
export type SamtykkeFieldProps = Props<SamtykkeFieldElement, Asking, FieldAttributes>;
export type SamtykkePreferencesProps = Props<
  SamtykkePreferencesElement,
  'samtykke-saved' | 'samtykke-error',
  PreferencesAttributes
>;

/** Stands for the class of an element, whose code comes later. React on a server has no elements, and renders tags. */
class Face extends (globalThis.HTMLElement ?? Object) {
  declare host: string;
  declare definition?: OpenForm;

  static {
    // What it has is set on the element as it is; all else is an attribute.
    Reflect.set(Face.prototype, 'definition', undefined);
  }
}

const listenersOf = (names: readonly EventName[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [
      name.replace(/^s|-./g, (part) => `${part === 's' ? 'onS' : part.slice(1).toUpperCase()}`),
      name,
    ]),
  );

/** An attribute as React 18 writes it too: there `true` would be a text, and so would `false`. */
const attributeOf = (name: string, value: unknown): unknown => {
  if (typeof value === 'boolean') return value ? '' : undefined;
  return name === 'prefill' && value ? JSON.stringify(value) : value;
};

const component = <Element extends Face, Props extends object>(
  displayName: string,
  tagName: string,
  events: readonly EventName[],
) => {
  const Tag = createComponent({
    react: React,
    tagName,
    elementClass: Face,
    events: listenersOf(events),
    displayName,
  });
  const Component = React.forwardRef<Element, Props>((props, ref) => {
    const attributes = Object.entries(props).map(([name, value]) => [
      name,
      attributeOf(name, value),
    ]);
    return React.createElement(Tag, { ...Object.fromEntries(attributes), ref });
  });
  Component.displayName = displayName;
  return Component;
};

/** `<samtykke-form>`; its children are shown until the form is here. */
export const SamtykkeForm = component<SamtykkeFormElement, SamtykkeFormProps>(
  'SamtykkeForm',
  'samtykke-form',
  [...asking, 'samtykke-confirmed', 'samtykke-open', 'samtykke-close'],
);

/** `<samtykke-field>`, inside a form of yours. */
export const SamtykkeField = component<SamtykkeFieldElement, SamtykkeFieldProps>(
  'SamtykkeField',
  'samtykke-field',
  asking,
);

/** `<samtykke-preferences>`. */
export const SamtykkePreferences = component<SamtykkePreferencesElement, SamtykkePreferencesProps>(
  'SamtykkePreferences',
  'samtykke-preferences',
  ['samtykke-saved', 'samtykke-error'],
);
