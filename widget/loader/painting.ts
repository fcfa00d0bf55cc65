// The first view of a form while its code is on its way: what form/asking.ts renders, of what most forms have.
// In few bytes, for they come before anything can be seen; form.js then renders all of it in its place.
import type { Field, OpenForm, PurposeAsked } from '../../worker/contract/form.ts';
import { keepKeys, schemeOf } from '../fitting.ts';
import type { Texts } from '../locales/texts.ts';
import type { Guest } from '../trouble.ts';

/** What a form is painted with. */
export type Paint = {
  /** The style sheet of the element. */
  css: string;
  texts: Texts;
  dir: string;
};

type Content = Node | string | false | undefined;

/**
 * Makes an element, node by node: a page's Trusted Types let nothing be made of HTML. Texts are as apart as Lit
 * has them, for letters stand closer within one.
 */
const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | boolean | null | undefined>,
  ...contents: Content[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  for (const [name, value] of Object.entries(attributes))
    if (value) element.setAttribute(name, `${value}`);
  element.append(...contents.flatMap((content) => content || []));
  return element;
};

const box = (name: string, ...label: Content[]): Node =>
  make(
    'label',
    { class: 'box' },
    make('input', { type: 'checkbox', name, value: 'yes' }),
    make('span', {}, ...label),
  );

/** A field, empty: what it starts with comes with its code, unless the visitor has typed by then. */
const field = (
  { key, kind, label, help, width, required, placeholder, autocomplete }: Field,
  { optional }: Texts,
): Content => {
  const name = `fields.${key}`;
  const helpId = help && `${name}-help`;
  const input = make('input', {
    part: 'input',
    id: name,
    name,
    type: kind === 'integer' ? 'number' : kind,
    required,
    placeholder,
    autocomplete,
    'aria-describedby': helpId,
  });
  if (kind === 'hidden') return input;
  return make(
    'div',
    { class: `field ${width ?? ''}`, part: 'field' },
    make(
      'label',
      { for: name, part: 'label' },
      label,
      ' ',
      !required && make('small', {}, '(', optional, ')'),
    ),
    help && make('p', { class: 'help', id: helpId }, help),
    input,
  );
};

const purpose = (
  { key, asks, title, text, description, privacyTitle, privacyUrl, subscriptions }: PurposeAsked,
  { more, tab, receive }: Texts,
): Node => {
  const isMany = subscriptions.length > 1;
  return make(
    'div',
    { class: 'purpose', part: 'purpose', role: 'group', 'aria-label': title },
    asks ? box(`purposes.${key}`, text) : make('p', {}, text),
    make(
      'div',
      { class: 'about' },
      make('details', {}, make('summary', {}, more), make('p', {}, description)),
      make(
        'a',
        { href: privacyUrl, target: '_blank' },
        privacyTitle,
        make('span', { class: 'quietly' }, ' (', tab, ')'),
      ),
    ),
    !!subscriptions[0] &&
      make(
        'fieldset',
        { class: 'subscriptions', part: 'subscriptions' },
        isMany && make('legend', {}, receive),
        ...subscriptions.flatMap(({ key, name, description }): Content[] => {
          const about = [name, ' ', make('small', {}, description)];
          return isMany ? [box(`subscriptions.${key}`, ...about)] : about;
        }),
      ),
  );
};

/** A button that holds what is sent before there is code to check it, and then has that done. */
const sender = (element: HTMLElement, label: string, { sending }: Texts): Node => {
  const button = make('button', { part: 'button', type: 'submit' }, label);
  // Also for the Enter key in a field, which presses it.
  button.onclick = (event) => {
    event.preventDefault();
    if (button.ariaDisabled) return;
    button.ariaDisabled = 'true';
    button.textContent = sending;
    const press = () => element.shadowRoot?.querySelector<HTMLElement>('[type=submit]')?.click();
    element.addEventListener('samtykke-ready', () => setTimeout(press), { once: true });
  };
  return button;
};

/** Shows a form in the shadow root of its element, to be filled in before there is code for it. */
export const paint = (element: Guest, view: OpenForm, { css, texts, dir }: Paint): void => {
  const { title, intro, sections, submit, locale, style = '' } = view;
  const level = element.getAttribute('level');
  const form = make(
    'form',
    { part: 'form', novalidate: true },
    title && make('h2', { part: 'title', 'aria-level': level }, title),
    intro && make('p', {}, intro),
    ...sections.map(({ title, intro, fields, purposes }) =>
      make(
        'div',
        { class: 'section' },
        title && make('h3', { 'aria-level': level && `${+level + 1}` }, title),
        intro && make('p', {}, intro),
        ...fields.map((each) => field(each, texts)),
        ...purposes.map((each) => purpose(each, texts)),
      ),
    ),
    make('p', { class: 'buttons' }, sender(element, submit, texts)),
  );
  const box = make('div', { class: 'samtykke' }, form);
  box.onanimationend = () => {
    box.style.colorScheme = schemeOf(box);
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(box);
  keepKeys(element);
  element.painted = form;
  element.lang = locale;
  element.dir = dir;
  element.style.cssText += style;
};
