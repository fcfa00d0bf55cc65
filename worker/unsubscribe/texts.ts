import { type OwnLocale, ownLocale } from '../../widget/locales/texts.ts';

/** What the page behind an unsubscribe link says. `{name}` is the subscription type. */
export type UnsubscribeTexts = {
  title: string;
  stop: string;
  everything: string;
  manage: string;
  stopped: string;
  stoppedAll: string;
  gone: string;
};

const texts: Record<OwnLocale, UnsubscribeTexts> = {
  en: {
    title: 'Stop these letters?',
    stop: 'Stop “{name}”',
    everything: 'Stop everything',
    manage: 'See and change all my choices',
    stopped: 'You will not get “{name}” any more.',
    stoppedAll: 'You will not get any of our letters any more.',
    gone: 'This link leads nowhere any more.',
  },
  da: {
    title: 'Vil du stoppe disse breve?',
    stop: 'Stop “{name}”',
    everything: 'Stop alt',
    manage: 'Se og ret alle mine valg',
    stopped: 'Du får ikke længere “{name}”.',
    stoppedAll: 'Du får ikke længere nogen af vores breve.',
    gone: 'Linket fører ikke længere nogen steder hen.',
  },
  de: {
    title: 'Diese Briefe beenden?',
    stop: '„{name}“ beenden',
    everything: 'Alles beenden',
    manage: 'Alle meine Einstellungen ansehen und ändern',
    stopped: 'Sie erhalten „{name}“ nicht mehr.',
    stoppedAll: 'Sie erhalten keine Briefe mehr von uns.',
    gone: 'Dieser Link führt nirgendwo mehr hin.',
  },
  sv: {
    title: 'Vill du stoppa de här breven?',
    stop: 'Stoppa ”{name}”',
    everything: 'Stoppa allt',
    manage: 'Se och ändra alla mina val',
    stopped: 'Du får inte längre ”{name}”.',
    stoppedAll: 'Du får inte längre några brev från oss.',
    gone: 'Länken leder inte längre någonstans.',
  },
  nb: {
    title: 'Vil du stoppe disse brevene?',
    stop: 'Stopp «{name}»',
    everything: 'Stopp alt',
    manage: 'Se og endre alle valgene mine',
    stopped: 'Du får ikke lenger «{name}».',
    stoppedAll: 'Du får ikke lenger noen av brevene våre.',
    gone: 'Lenken fører ikke lenger noe sted.',
  },
  nl: {
    title: 'Deze brieven stoppen?',
    stop: '‘{name}’ stoppen',
    everything: 'Alles stoppen',
    manage: 'Al mijn keuzes bekijken en wijzigen',
    stopped: 'U ontvangt ‘{name}’ niet meer.',
    stoppedAll: 'U ontvangt geen brieven meer van ons.',
    gone: 'Deze link leidt nergens meer heen.',
  },
  fi: {
    title: 'Lopetetaanko nämä viestit?',
    stop: 'Lopeta ”{name}”',
    everything: 'Lopeta kaikki',
    manage: 'Katso ja muuta kaikkia valintojani',
    stopped: 'Et saa enää viestejä ”{name}”.',
    stoppedAll: 'Et saa meiltä enää viestejä.',
    gone: 'Linkki ei enää johda mihinkään.',
  },
  fr: {
    title: 'Arrêter ces messages ?',
    stop: 'Arrêter « {name} »',
    everything: 'Tout arrêter',
    manage: 'Voir et modifier tous mes choix',
    stopped: 'Vous ne recevrez plus « {name} ».',
    stoppedAll: 'Vous ne recevrez plus aucun de nos messages.',
    gone: 'Ce lien ne mène plus nulle part.',
  },
  es: {
    title: '¿Dejar de recibir estos mensajes?',
    stop: 'Dejar «{name}»',
    everything: 'Dejarlo todo',
    manage: 'Ver y cambiar todas mis elecciones',
    stopped: 'Ya no recibirá «{name}».',
    stoppedAll: 'Ya no recibirá ninguno de nuestros mensajes.',
    gone: 'Este enlace ya no lleva a ninguna parte.',
  },
  it: {
    title: 'Fermare questi messaggi?',
    stop: 'Ferma «{name}»',
    everything: 'Ferma tutto',
    manage: 'Vedere e modificare tutte le mie scelte',
    stopped: 'Non riceverà più «{name}».',
    stoppedAll: 'Non riceverà più nessuno dei nostri messaggi.',
    gone: 'Questo link non porta più da nessuna parte.',
  },
  pl: {
    title: 'Zatrzymać te listy?',
    stop: 'Zatrzymaj „{name}”',
    everything: 'Zatrzymaj wszystko',
    manage: 'Zobacz i zmień wszystkie moje wybory',
    stopped: 'Nie będziesz już otrzymywać „{name}”.',
    stoppedAll: 'Nie będziesz już otrzymywać żadnych naszych listów.',
    gone: 'Ten link już nigdzie nie prowadzi.',
  },
  ar: {
    title: 'هل تريد إيقاف هذه الرسائل؟',
    stop: 'أوقف «{name}»',
    everything: 'أوقف كل شيء',
    manage: 'عرض كل اختياراتي وتعديلها',
    stopped: 'لن تصلك «{name}» بعد الآن.',
    stoppedAll: 'لن تصلك أي من رسائلنا بعد الآن.',
    gone: 'لم يعد هذا الرابط يقود إلى أي مكان.',
  },
};

export const unsubscribeTexts = (locale: string): UnsubscribeTexts => texts[ownLocale(locale)];
