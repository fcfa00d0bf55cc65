import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  title: 'Looks',
  help: 'Tick what is to have a colour of its own. All else fits itself to the page: its fonts, text and background are the form’s too. What the page’s own style sheet sets goes before.',
  tokens: {
    accent: 'Buttons and ticks',
    error: 'Messages',
    border: 'Borders of fields',
    field: 'Background of fields',
    dialog: 'Background of pop-up',
    radius: 'Roundness of corners (rem)',
    gap: 'Room between fields (rem)',
  },
  light: 'light',
  dark: 'dark',
};

/** What the form editor says about the style of a form. */
export const styleWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Udseende',
    help: 'Sæt flueben ved det, der skal have sin egen farve. Alt andet retter sig efter siden: dens skrift, tekst og baggrund er også formularens. Det, sidens eget stylesheet sætter, går forud.',
    tokens: {
      accent: 'Knapper og flueben',
      error: 'Beskeder',
      border: 'Felternes kanter',
      field: 'Felternes baggrund',
      dialog: 'Pop-up’ens baggrund',
      radius: 'Afrunding af hjørner (rem)',
      gap: 'Luft mellem felterne (rem)',
    },
    light: 'lyst',
    dark: 'mørkt',
  },
};
