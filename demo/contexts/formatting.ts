import { form, type Group } from './case.ts';

const words = 'Some words. '.repeat(60);

/** Places in a page that ask an element for its own width instead of giving it one, by the element that stands there. */
export const places = {
  'flex-row': ['a flex row', (element) => `<div style="display:flex">${element}</div>`],
  'flex-row-beside-text': [
    'a flex row beside a long text',
    (element) => `<div style="display:flex"><p>${words}</p>${element}</div>`,
  ],
  'centred-column': [
    'a flex column that is centred',
    (element) =>
      `<div style="display:flex;flex-direction:column;align-items:center">${element}</div>`,
  ],
  'place-items': [
    'the middle of a grid',
    (element) => `<div style="display:grid;place-items:center">${element}</div>`,
  ],
  'grid-auto': [
    'an automatic column of a grid',
    (element) =>
      `<div style="display:grid;grid-template-columns:auto 1fr">${element}<p>Beside</p></div>`,
  ],
  'table-cell': ['a table cell', (element) => `<table><tr><td>${element}</td></tr></table>`],
  float: ['a float', (element) => `<div style="float:left">${element}</div>`],
  'inline-block': [
    'an inline block',
    (element) => `<div style="display:inline-block">${element}</div>`,
  ],
  absolute: [
    'a box that is placed absolutely',
    (element) => `<div style="position:absolute">${element}</div>`,
  ],
  'fit-content': [
    'a box as wide as its content',
    (element) => `<div style="width:fit-content">${element}</div>`,
  ],
  columns: [
    'a text of several columns',
    (element) => `<div style="columns:20em auto"><p>${words}</p>${element}</div>`,
  ],
  block: ['a plain block', (element) => `<div>${element}</div>`],
} as const satisfies Record<string, readonly [string, (element: string) => string]>;

export const formatting: Group = {
  title: 'Places that give it no width',
  contexts: Object.entries(places).map(([key, [name, place]]) => ({
    key,
    name: `in ${name}`,
    body: place(form),
  })),
};
