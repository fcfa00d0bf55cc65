import { type OwnLocale, ownLocale } from '../../widget/locales/texts.ts';

/** The words around a change of address. `{email}` is an address. */
export type AddressTexts = {
  title: string;
  /** Which address it is to be. */
  ask: string;
  button: string;
  /** One mailbox has agreed. */
  half: string;
  changed: string;
  /** The new address has choices of its own. */
  taken: string;
  late: string;
};

const texts: Record<OwnLocale, AddressTexts> = {
  en: {
    title: 'Your address',
    ask: 'Use {email} from now on?',
    button: 'Yes, use it',
    half: 'Thank you. Now do the same in the letter to {email}.',
    changed: 'From now on your letters go to {email}.',
    taken: '{email} has choices of its own already. Open those with that address.',
    late: 'This link is too old, or was used. Ask for the change once more.',
  },
  da: {
    title: 'Din adresse',
    ask: 'Skal vi bruge {email} fra nu af?',
    button: 'Ja, brug den',
    half: 'Tak. Gør nu det samme i brevet til {email}.',
    changed: 'Fra nu af sendes dine breve til {email}.',
    taken: '{email} har allerede sine egne valg. Åbn dem med den adresse.',
    late: 'Linket er for gammelt eller er brugt. Bed om ændringen igen.',
  },
  de: {
    title: 'Ihre Adresse',
    ask: 'Sollen wir ab jetzt {email} verwenden?',
    button: 'Ja, verwenden',
    half: 'Danke. Tun Sie nun dasselbe in dem Brief an {email}.',
    changed: 'Ab jetzt gehen Ihre Briefe an {email}.',
    taken: '{email} hat bereits eigene Einstellungen. Öffnen Sie diese mit jener Adresse.',
    late: 'Dieser Link ist zu alt oder wurde schon benutzt. Bitten Sie noch einmal um die Änderung.',
  },
  sv: {
    title: 'Din adress',
    ask: 'Ska vi använda {email} från och med nu?',
    button: 'Ja, använd den',
    half: 'Tack. Gör nu samma sak i brevet till {email}.',
    changed: 'Från och med nu skickas dina brev till {email}.',
    taken: '{email} har redan egna val. Öppna dem med den adressen.',
    late: 'Länken är för gammal eller har använts. Be om ändringen en gång till.',
  },
  nb: {
    title: 'Din adresse',
    ask: 'Skal vi bruke {email} fra nå av?',
    button: 'Ja, bruk den',
    half: 'Takk. Gjør nå det samme i brevet til {email}.',
    changed: 'Fra nå av sendes brevene dine til {email}.',
    taken: '{email} har allerede egne valg. Åpne dem med den adressen.',
    late: 'Lenken er for gammel eller er brukt. Be om endringen en gang til.',
  },
  nl: {
    title: 'Uw adres',
    ask: 'Zullen we voortaan {email} gebruiken?',
    button: 'Ja, gebruik het',
    half: 'Dank u. Doe nu hetzelfde in de brief aan {email}.',
    changed: 'Voortaan gaan uw brieven naar {email}.',
    taken: '{email} heeft al eigen keuzes. Open die met dat adres.',
    late: 'Deze link is te oud of al gebruikt. Vraag de wijziging nog een keer aan.',
  },
  fi: {
    title: 'Osoitteesi',
    ask: 'Käytetäänkö tästä lähtien osoitetta {email}?',
    button: 'Kyllä, käytä sitä',
    half: 'Kiitos. Tee nyt sama viestissä, joka lähti osoitteeseen {email}.',
    changed: 'Tästä lähtien viestisi lähetetään osoitteeseen {email}.',
    taken: 'Osoitteella {email} on jo omat valintansa. Avaa ne sillä osoitteella.',
    late: 'Linkki on liian vanha tai se on jo käytetty. Pyydä muutosta uudelleen.',
  },
  fr: {
    title: 'Votre adresse',
    ask: 'Utiliser désormais {email} ?',
    button: 'Oui, l’utiliser',
    half: 'Merci. Faites maintenant de même dans le message envoyé à {email}.',
    changed: 'Désormais, vos messages vont à {email}.',
    taken: '{email} a déjà ses propres choix. Ouvrez-les avec cette adresse.',
    late: 'Ce lien est trop ancien ou a déjà servi. Demandez le changement encore une fois.',
  },
  es: {
    title: 'Su dirección',
    ask: '¿Usar {email} a partir de ahora?',
    button: 'Sí, usarla',
    half: 'Gracias. Haga ahora lo mismo en el mensaje enviado a {email}.',
    changed: 'A partir de ahora sus mensajes van a {email}.',
    taken: '{email} ya tiene sus propias preferencias. Ábralas con esa dirección.',
    late: 'Este enlace es demasiado antiguo o ya se usó. Pida el cambio otra vez.',
  },
  it: {
    title: 'Il suo indirizzo',
    ask: 'Usare {email} d’ora in poi?',
    button: 'Sì, usalo',
    half: 'Grazie. Ora faccia lo stesso nel messaggio inviato a {email}.',
    changed: 'D’ora in poi i suoi messaggi vanno a {email}.',
    taken: '{email} ha già le proprie scelte. Le apra con quell’indirizzo.',
    late: 'Questo link è troppo vecchio o già usato. Chieda la modifica ancora una volta.',
  },
  pl: {
    title: 'Twój adres',
    ask: 'Czy od teraz używać {email}?',
    button: 'Tak, używaj go',
    half: 'Dziękujemy. Teraz zrób to samo w liście na adres {email}.',
    changed: 'Od teraz listy będą wysyłane na {email}.',
    taken: '{email} ma już własne ustawienia. Otwórz je tym adresem.',
    late: 'Ten link jest za stary albo był już użyty. Poproś o zmianę jeszcze raz.',
  },
  ar: {
    title: 'عنوانك',
    ask: 'هل نستخدم {email} من الآن فصاعدًا؟',
    button: 'نعم، استخدموه',
    half: 'شكرًا. افعل الآن الشيء نفسه في الرسالة المرسلة إلى {email}.',
    changed: 'من الآن فصاعدًا تُرسل رسائلك إلى {email}.',
    taken: 'للعنوان {email} اختياراته الخاصة. افتحها بذلك العنوان.',
    late: 'هذا الرابط قديم أو استُخدم من قبل. اطلب التغيير مرة أخرى.',
  },
};

/** The words around a change of address in the locale that fits best. */
export const addressTexts = (locale: string): AddressTexts => texts[ownLocale(locale)];
