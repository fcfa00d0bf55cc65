import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  title: 'Appearance',
  help: 'Select the colours that you want to set. Everything else follows the page: the form uses its fonts, text colour and background. The page’s own style sheet wins.',
  tokens: {
    accent: 'Button colour',
    error: 'Error message colour',
    border: 'Field border',
    field: 'Field background',
    dialog: 'Pop-up background',
    radius: 'Corner radius (px)',
    gap: 'Spacing (px)',
  },
  light: 'light',
  dark: 'dark',
};

/** What the form editor says about the style of a form. */
export const styleWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Udseende',
    help: 'Vælg de farver, du vil angive. Alt andet følger siden: formularen bruger dens skrifttyper, tekstfarve og baggrund. Sidens eget stylesheet går forud.',
    tokens: {
      accent: 'Knapfarve',
      error: 'Farve på fejlbeskeder',
      border: 'Felternes kant',
      field: 'Felternes baggrund',
      dialog: 'Pop-up’ens baggrund',
      radius: 'Hjørneradius (px)',
      gap: 'Afstand (px)',
    },
    light: 'lys',
    dark: 'mørk',
  },
};
