import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  title: 'Preview',
  show: 'Update preview',
  display: 'Display',
  displays: { page: 'In the page', popup: 'Pop-up', tab: 'Side tab' },
  width: 'Screen',
  narrow: 'Phone',
  wide: 'Computer',
  language: 'Language',
  scheme: 'Colours',
  light: 'Light',
  dark: 'Dark',
  pageText: 'Your page is here. The form opens over it.',
};

/** What the preview of a form says. */
export const previewWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Forhåndsvisning',
    show: 'Opdatér forhåndsvisning',
    display: 'Visning',
    displays: { page: 'På siden', popup: 'Pop-up', tab: 'Fane i siden' },
    width: 'Skærm',
    narrow: 'Telefon',
    wide: 'Computer',
    language: 'Sprog',
    scheme: 'Farver',
    light: 'Lyse',
    dark: 'Mørke',
    pageText: 'Her er din side. Formularen åbner oven på den.',
  },
};
