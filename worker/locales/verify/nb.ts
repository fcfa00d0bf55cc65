import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Kontroller et samtykkebevis',
    intro:
      'Se om en bevisfil er ekte: hva det ble samtykket til, med hvilke ord, og at ingenting er endret siden.',
    private: 'Filene dine blir i denne nettleseren. Ingenting sendes noe sted.',
    drop: 'Slipp filer her',
    choose: 'Velg filer',
    script: 'Siden kontrollerer filer med JavaScript. Uten nett gjør denne kommandoen det samme:',
    compare: 'Sammenlign med det du vet',
    address: 'E-postadresse',
    addressHelp: 'Viser om oppføringene gjelder denne adressen. Den sendes heller ikke.',
    keys: 'Offentlige nøkler',
    keysHelp:
      'Loggens eller vitners, én per linje, slik du har fått dem fra et annet sted enn filen.',
    again: 'Kontroller på nytt',
    checking: 'Kontrollerer…',
    holds: 'Alt stemmer',
    fails: 'Noe stemmer ikke',
    partly: 'Det som kan kontrolleres, stemmer',
    listHolds: 'Det som stemmer',
    listFails: 'Det som ikke stemmer',
    listUnknown: 'Det man ikke kan vite',
    records: 'Dette står i filen',
    when: 'Når',
    what: 'Hva',
    decision: 'Beslutning',
    record: 'Oppføring',
    together: 'Sammenlignet med hverandre',
    logKey: 'Nøkler som filen oppgir',
    download: 'Last ned det som mangler',
    tooLarge: 'Filen er for stor til å være en bevisfil.',
  },
  decisions: {
    given: 'Samtykket',
    pending: 'Venter på bekreftelse',
    informed: 'Informert',
    refused: 'Ikke samtykket',
    withdrawn: 'Trukket tilbake',
    objected: 'Protestert',
    restricted: 'Bruk begrenset',
    expired: 'Utløpt',
  },
  found: {
    file: {
      holds: 'Filen kan leses.',
      fails: 'Dette er ikke en bevisfil, eller den er skadet.',
    },
    whole: {
      holds: 'Loggen har signert hele filen: ingenting er lagt til, utelatt eller endret siden.',
      fails: 'Filen er ikke slik loggen signerte den.',
      unknown: 'Filen som helhet er ikke signert: noe kan være utelatt.',
    },
    content: {
      holds: 'Det registrerte har hashen som ble registrert sammen med det.',
      fails: 'Det registrerte er endret.',
    },
    sealed: {
      unknown: 'Det er ikke forseglet i loggen ennå. Last ned filen igjen om noen minutter.',
    },
    included: { holds: 'Det står i loggen.', fails: 'Det står ikke i loggen som filen oppgir.' },
    signed: {
      holds: 'Loggen har signert for det.',
      fails: 'Loggen har ikke signert for det.',
      unknown: 'Om loggen har signert, kan man ikke vite uten loggens offentlige nøkkel.',
    },
    key: {
      holds: 'Det er signert med en nøkkel du har oppgitt.',
      fails: 'Det er ikke signert med noen av nøklene du har oppgitt.',
      unknown:
        'Hvem nøkkelen tilhører, kan man ikke se av filen: sammenlign den med en kopi fra et annet sted.',
    },
    statement: {
      holds: 'Det som ble vist, står ordrett i filen.',
      fails: 'Det som ble vist, mangler eller er endret.',
    },
    look: {
      holds: 'Slik det så ut, viser det de samme ordene.',
      fails: 'Slik det så ut, viser det andre ord.',
    },
    clicks: {
      holds: 'Det som ble sendt og bekreftet i skjemaer, stemmer med oppføringene.',
      fails: 'Det som ble sendt og bekreftet i skjemaer, stemmer ikke med oppføringene.',
    },
    receipt: {
      holds: 'Samtykkekvitteringen (ISO/IEC TS 27560) sier det samme som oppføringene.',
      fails: 'Samtykkekvitteringen sier ikke det samme som oppføringene.',
    },
    address: {
      holds: 'Det gjelder e-postadressen du har oppgitt.',
      fails: 'Det gjelder ikke e-postadressen du har oppgitt.',
      unknown: 'Personen er slettet: hvem oppføringen gjaldt, kan man ikke lenger vite.',
      absent: 'Hvem oppføringene gjelder, er ikke kontrollert: ingen e-postadresse er oppgitt.',
    },
    witness: {
      holds: 'Vitnet {by} så loggen med {size} oppføringer {at}, og den hadde bare vokst.',
      fails: 'Signaturen fra vitnet {by} stemmer ikke.',
      absent:
        'Ingen vitner har signert loggen med {size} oppføringer: om alle får se den samme loggen, kan man ikke vite.',
    },
    time: {
      holds: '{by} har bekreftet at loggen hadde disse {size} oppføringene {at}.',
      fails: 'Et tidsstempel stemmer ikke.',
      absent:
        'Ingen har bekreftet når loggen hadde {size} oppføringer: tidspunktet er bare loggens eget ord.',
    },
    authority: {
      holds: 'Sertifikatet til {by} er et du har oppgitt, eller utstedt under det.',
      fails: 'Sertifikatet til {by} er verken et du har oppgitt, eller utstedt under det.',
      unknown:
        'Om {by} er til å stole på, kan man ikke se av filen: legg til sertifikatet til utstederen.',
    },
    consistent: {
      holds: 'Loggen med {later} oppføringer begynner med loggen med {size}: den har bare vokst.',
      fails: 'Loggen med {later} oppføringer begynner ikke med den med {size}: den er endret.',
      unknown:
        'Om loggen med {later} oppføringer begynner med den med {size}, krever én fil til, som loggen gir. Legg den til.',
      absent: 'Filene er fra ulike logger og kan ikke sammenlignes.',
    },
  },
} satisfies VerifyTexts;
