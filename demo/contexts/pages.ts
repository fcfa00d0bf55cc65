import { form, type Group } from './case.ts';

/** A script that says what is wrong where a style of the controls is none of those that are right. */
const checkStyle = (property: string, right: RegExp): string => `<script>
window.check = (form) => [...form.shadowRoot.querySelectorAll('.field input, label, button')]
  .map((part) => getComputedStyle(part)[${JSON.stringify(property)}])
  .filter((value) => !${right}.test(value))
  .map((value) => ${JSON.stringify(property)} + ' is ' + value);
</script>`;

const arabicForm = '<samtykke-form form="newsletter" locale="ar"></samtykke-form>';
const englishForm = '<samtykke-form form="newsletter" locale="en"></samtykke-form>';

export const pages: Group = {
  title: 'Pages with ways of their own',
  contexts: [
    {
      key: 'small-root',
      name: 'on a page whose root is set to 62.5 %',
      head: '<style>html { font-size: 62.5% } body { font: 16px sans-serif }</style>',
      body: `${form}<script>
window.check = (form) => [...form.shadowRoot.querySelectorAll('[type=checkbox]')]
  .filter((box) => box.checkVisibility() && box.getBoundingClientRect().width !== 24)
  .map((box) => 'a box is ' + box.getBoundingClientRect().width + ' px wide');
</script>`,
    },
    {
      key: 'english-in-arabic',
      name: 'in English on an Arabic page',
      root: 'lang="ar" dir="rtl"',
      body: `${englishForm}${checkStyle('direction', /^ltr$/)}`,
    },
    {
      key: 'arabic-in-english',
      name: 'in Arabic on an English page',
      body: `${arabicForm}${checkStyle('direction', /^rtl$/)}`,
    },
    {
      key: 'light-card',
      name: 'on a light card of a dark page',
      head: '<style>:root { color-scheme: dark } body { background: #111; color: #eee } .card { background: #fff; color: #222; padding: 1em }</style>',
      body: `<div class="card">${form}</div>${checkStyle('colorScheme', /^light$/)}`,
    },
    {
      key: 'wide-letters',
      name: 'on a page in spaced capitals',
      head: '<style>body { letter-spacing: 0.1em; text-transform: uppercase; word-spacing: 0.2em }</style>',
      body: `${form}${checkStyle('textTransform', /^none$/)}`,
    },
    {
      key: 'shortcuts',
      name: 'on a page that takes letters for shortcuts',
      body: `${form}<script>
const heard = [];
for (const type of ['keydown', 'keypress', 'keyup'])
  addEventListener(type, (event) => {
    heard.push('the page took ' + event.key);
    event.preventDefault();
  });
window.act = () => {
  const [field] = document.querySelector('samtykke-form').shadowRoot.querySelectorAll('[type=email]');
  for (const type of ['keydown', 'keypress', 'keyup'])
    field.dispatchEvent(new KeyboardEvent(type, { key: 'g', bubbles: true, composed: true, cancelable: true }));
};
window.check = () => heard;
</script>`,
    },
    {
      key: 'reset',
      name: 'on a page that resets every style',
      head: '<style>* { all: unset } *, ::before, ::after { margin: 0; padding: 0; border: 0; box-sizing: content-box }</style>',
      body: form,
    },
    {
      key: 'base',
      name: 'on a page with another base and target',
      head: '<base href="https://elsewhere.example/" target="_blank">',
      body: form,
    },
    {
      key: 'own-form',
      name: 'within a form of the page',
      body: `<form onsubmit="document.title = 'sent'; return false"><input name="q">${form}</form><script>
window.check = () => document.title === 'sent' ? ['the form of the page was sent'] : [];
</script>`,
    },
  ],
};
