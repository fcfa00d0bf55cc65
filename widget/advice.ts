// Tells the marketer what is wrong with a tag; fetched only where something is.
import type { OpenForm } from '../worker/contract/form.ts';
import type { Problem } from '../worker/contract/problem.ts';
import { addStyles, css, type WidgetElement } from './element.ts';
import { isMarketer } from './marketer.ts';

const styles = css`
  .advice {
    margin-block-end: 1em;
    padding: 0.75em 1em;
    border: 2px dashed;
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
    white-space: pre-line;
  }
`;

/** The element, as far as its tag says what it is to be. */
type Tagged = WidgetElement & {
  formKey?: string | null;
  display?: string | null;
  definition?: OpenForm;
  prefill?: unknown;
};

/** The attributes of each element: those of its doc comment, from which custom-elements.json is made. */
const attributesOf: Record<string, string> = {
  'samtykke-form':
    'form locale host display trigger label level prefill quiet storage frequency data-layer',
  'samtykke-field': 'form email-field name manual locale host data-layer',
  'samtykke-preferences': 'locale host level identity email data-layer',
};

/** How many letters are to be changed, added or taken out to make one word the other; at most as many as it has. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, another] of [...other].entries())
      next.push(
        Math.min(
          (row[column] ?? 0) + (letter === another ? 0 : 1),
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
};

const bare = (name: string): string => name.replace(/^data-|[-_]/g, '');

/** The attribute that one of another name was meant to be, if it is one misspelt. */
const meant = (name: string, known: readonly string[]): string | undefined =>
  known.includes(name) || /^(id|class|style|slot|lang|dir|title|prefill-|aria-|on)/.test(name)
    ? undefined
    : known.find((each) => distance(bare(name), bare(each)) <= 2);

const misspelt = (element: Tagged): string[] => {
  const known = attributesOf[element.localName]?.split(' ') ?? [];
  // Where the consent part puts its `form` away.
  const own = element.localName === 'samtykke-field' ? 'data-form' : '';
  return element.getAttributeNames().flatMap((name) => {
    if (name === own) return [];
    const right = meant(name, known);
    return right ? `Write ${right}="…" instead of ${name}="…".` : [];
  });
};

const ofDisplay = ({ display }: Tagged): string[] =>
  display && !/^(popup|tab)$/.test(display)
    ? [`Write display="popup" or display="tab" instead of display="${display}".`]
    : [];

const ofTrigger = (element: Tagged): string[] =>
  (element.getAttribute('trigger') ?? '')
    .split(' ')
    .filter((each) => each && !/^(exit|(delay|scroll):\d+(\.\d+)?)$/.test(each))
    .map(
      (each) =>
        `Write trigger="delay:8", "scroll:50" or "exit", or several with spaces between, instead of "${each}".`,
    );

/** What an attribute may be, where not anything may; and how it is written. */
const values: readonly [name: string, value: RegExp, written: string][] = [
  ['host', /^https?:\/\/.+\/$/, 'host="https://…/", with https and a slash at its end,'],
  ['locale', /^[a-z]{2,3}([-_].+)?$/i, 'locale="da" or the like'],
  ['level', /^[1-6]$/, 'level="2" or another from 1 to 6'],
  ['frequency', /^\d+(\.\d+)?$/, 'frequency="30", a number of days,'],
  ['email', /^$|\S@\S/, 'email="anna@example.com"'],
  ...['quiet', 'storage', 'manual'].map((name): [string, RegExp, string] => [
    name,
    /^(?!false$)/,
    `nothing where ${name} is not wanted`,
  ]),
];

const ofValues = (element: Tagged): string[] =>
  values.flatMap(([name, value, written]) => {
    const given = element.getAttribute(name);
    return given === null || value.test(given)
      ? []
      : [`Write ${written} instead of ${name}="${given}".`];
  });

const ofPrefill = (element: Tagged): string[] => {
  const given = element.getAttribute('prefill');
  const { definition } = element;
  const fields = definition?.sections.flatMap((section) => section.fields) ?? [];
  const offered = element.getAttributeNames().flatMap((name) => name.split(/^prefill-/)[1] ?? []);
  const keys = fields.map(({ key }) => key);
  return [
    ...(given && typeof element.prefill !== 'object'
      ? [`Write prefill='{"email":"anna@example.com"}' or the like instead of prefill='${given}'.`]
      : []),
    ...(definition ? offered.filter((key) => !keys.includes(key)) : []).map(
      (key) => `This form has no field "${key}" to prefill, only: ${keys.join(', ')}.`,
    ),
  ];
};

const ofForm = (element: Tagged): string[] =>
  !element.formKey && element.localName !== 'samtykke-preferences'
    ? [`Say which form to show: <${element.localName} form="the-key-of-the-form">.`]
    : [];

const ofEmailField = (element: Tagged): string[] => {
  const form = element.closest('form');
  if (element.localName !== 'samtykke-field') return [];
  if (!form) return ['Put <samtykke-field> inside the <form> that it belongs to.'];
  const wanted = element.getAttribute('email-field') ?? 'email';
  // A property that a control of its name may hide, asked of the class.
  const elements: HTMLFormControlsCollection = Reflect.get(
    HTMLFormElement.prototype,
    'elements',
    form,
  );
  const names = [...elements].flatMap((each) => each.getAttribute('name') || each.id || []);
  return names.includes(wanted) || form.querySelector(`[name="${CSS.escape(wanted)}"]`)
    ? []
    : [
        `No field of this form is named "${wanted}". Write email-field="…" with the name of the one for the email address: ${names.join(', ')}.`,
      ];
};

const adviceFor = (element: Tagged, problem?: Problem): string[] => [
  ...[problem?.detail ?? problem?.title ?? []].flat(),
  ...misspelt(element),
  ...ofForm(element),
  ...ofDisplay(element),
  ...ofTrigger(element),
  ...ofValues(element),
  ...ofPrefill(element),
  ...ofEmailField(element),
];

/** Says what to write in the tag: on the page to the marketer, and in the console to anyone who looks there. */
export const advise = (element: Tagged, problem?: Problem): void => {
  const advice = adviceFor(element, problem);
  const root = element.renderRoot;
  root.querySelector('.advice')?.remove();
  if (!advice[0]) return;
  console.warn('Samtykke:', advice.join(' '), element);
  if (!isMarketer() || !(root instanceof ShadowRoot)) return;
  const note = document.createElement('p');
  note.className = 'advice';
  note.lang = 'en';
  note.dir = 'ltr';
  note.setAttribute('role', 'note');
  note.textContent = [
    'Only you see this (Samtykke, on localhost or with ?samtykke-debug):',
    ...advice,
  ].join('\n');
  addStyles(root, styles);
  root.prepend(note);
};
