import type { OwnLocale, Texts } from '../locales/texts.ts';

/** What is said where something of ours does not come. */
export type TroubleWords = Pick<Texts, 'retry'> & { unavailable: string; alone: string };

/** In every language, for nothing else may come either. */
export const troubleWords: Readonly<Record<OwnLocale, TroubleWords>> = {
  en: {
    unavailable: "This part of the page can't be shown right now.",
    retry: 'Try again',
    alone: 'Open it on its own page',
  },
  da: {
    unavailable: 'Denne del af siden kan ikke vises lige nu.',
    retry: 'Prøv igen',
    alone: 'Åbn den på en side for sig',
  },
  de: {
    unavailable: 'Dieser Teil der Seite kann gerade nicht angezeigt werden.',
    retry: 'Erneut versuchen',
    alone: 'Auf einer eigenen Seite öffnen',
  },
  sv: {
    unavailable: 'Den här delen av sidan kan inte visas just nu.',
    retry: 'Försök igen',
    alone: 'Öppna den på en egen sida',
  },
  nb: {
    unavailable: 'Denne delen av siden kan ikke vises akkurat nå.',
    retry: 'Prøv igjen',
    alone: 'Åpne den på en egen side',
  },
  nl: {
    unavailable: 'Dit deel van de pagina kan nu niet worden getoond.',
    retry: 'Opnieuw proberen',
    alone: 'Openen op een aparte pagina',
  },
  fi: {
    unavailable: 'Tätä sivun osaa ei voida näyttää juuri nyt.',
    retry: 'Yritä uudelleen',
    alone: 'Avaa omalla sivulla',
  },
  fr: {
    unavailable: 'Cette partie de la page ne peut pas être affichée pour le moment.',
    retry: 'Réessayer',
    alone: 'Ouvrir sur une page à part',
  },
  es: {
    unavailable: 'Esta parte de la página no se puede mostrar en este momento.',
    retry: 'Reintentar',
    alone: 'Abrir en una página aparte',
  },
  it: {
    unavailable: 'Questa parte della pagina non può essere mostrata in questo momento.',
    retry: 'Riprova',
    alone: 'Apri in una pagina a parte',
  },
  pl: {
    unavailable: 'Tej części strony nie można teraz wyświetlić.',
    retry: 'Spróbuj ponownie',
    alone: 'Otwórz na osobnej stronie',
  },
  ar: {
    unavailable: 'لا يمكن عرض هذا الجزء من الصفحة الآن.',
    retry: 'حاول مرة أخرى',
    alone: 'فتح في صفحة مستقلة',
  },
};
