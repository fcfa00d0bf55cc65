// What an email says that somebody's data is used for: only what holds, never what they said no to.
import type { Person } from '../contract/people.ts';
import type { Item } from './letter.ts';

/** The purposes that a person agreed to, is still to confirm, or was told of. */
export const usedFor = ({ standings }: Person): ReadonlySet<string> =>
  new Set(
    standings.flatMap(({ purpose, decision }) =>
      purpose && (decision === 'given' || decision === 'pending') ? [purpose] : [],
    ),
  );

const words = {
  ar: ['لا شيء حاليًا', 'لن نرسل إليك أي شيء.'],
  da: ['Ikke noget i øjeblikket', 'Vi sender dig ikke noget.'],
  de: ['Derzeit nichts', 'Wir senden Ihnen nichts zu.'],
  en: ['Nothing at the moment', 'We will not send you anything.'],
  es: ['Nada por el momento', 'No le enviaremos nada.'],
  fi: ['Ei mitään tällä hetkellä', 'Emme lähetä sinulle mitään.'],
  fr: ['Rien pour le moment', 'Nous ne vous enverrons rien.'],
  it: ['Nulla al momento', 'Non le invieremo nulla.'],
  nb: ['Ingenting for øyeblikket', 'Vi sender deg ingenting.'],
  nl: ['Op dit moment niets', 'Wij sturen u niets.'],
  pl: ['Obecnie żaden', 'Nie będziemy niczego wysyłać.'],
  sv: ['Ingenting just nu', 'Vi skickar inget till dig.'],
} as const;

/** Says that data is used for nothing, where a notice must go out all the same. */
export const nothingUsed = (locale: keyof typeof words): Item => {
  const [title, text] = words[locale];
  return { title, text };
};
