import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  title: 'Preview',
  show: 'Show',
  display: 'Shown',
  displays: { page: 'in the page', popup: 'as a pop-up', tab: 'behind a side tab' },
  width: 'Window',
  narrow: 'Phone',
  wide: 'Wide',
  language: 'Language',
  scheme: 'Scheme',
  light: 'light',
  dark: 'dark',
  pageText: 'Your page stands here; the form comes over it.',
};

/** What the preview of a form says. */
export const previewWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Forhåndsvisning',
    show: 'Vis',
    display: 'Vises',
    displays: { page: 'på siden', popup: 'som pop-up', tab: 'bag en fane i siden' },
    width: 'Vindue',
    narrow: 'Telefon',
    wide: 'Bred',
    language: 'Sprog',
    scheme: 'Skema',
    light: 'lyst',
    dark: 'mørkt',
    pageText: 'Her står din side; formularen kommer hen over den.',
  },
};
