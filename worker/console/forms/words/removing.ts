import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  delete: 'Delete',
  title: 'Delete “{name}”?',
  draft: 'It was never published. Its draft will be deleted.',
  unused:
    'Nobody has submitted it. The form, its versions and its statistics will be deleted, and pages that embed it will show a message instead.',
  used: {
    one: 'One person has submitted it, so it is part of the evidence and cannot be deleted. Close it instead, so that nobody can submit it.',
    other:
      'It has {n} submissions, so it is part of the evidence and cannot be deleted. Close it instead, so that nobody can submit it.',
  },
  discard: 'Discard unpublished changes',
  discardHelp: 'The draft will be deleted. Version {n} stays live as it is.',
  overtaken: 'Nothing was deleted: someone else has saved the form since you opened this page.',
  copyName: '{name} (copy)',
};

/** What the screen says that deletes a form. */
export const removingWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    delete: 'Slet',
    title: 'Slet “{name}”?',
    draft: 'Den er aldrig udgivet. Kladden bliver slettet.',
    unused:
      'Ingen har udfyldt den. Formularen, dens versioner og dens statistik bliver slettet, og sider, der viser den, viser en besked i stedet.',
    used: {
      one: 'Den er udfyldt én gang, så den er en del af dokumentationen og kan ikke slettes. Luk den i stedet, så ingen kan udfylde den.',
      other:
        'Den har {n} besvarelser, så den er en del af dokumentationen og kan ikke slettes. Luk den i stedet, så ingen kan udfylde den.',
    },
    discard: 'Kassér ændringer, der ikke er udgivet',
    discardHelp: 'Kladden bliver slettet. Version {n} forbliver udgivet, som den er.',
    overtaken: 'Intet blev slettet: en anden har gemt formularen, siden du åbnede siden.',
    copyName: '{name} (kopi)',
  },
};
