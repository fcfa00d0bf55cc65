import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Kontrollér et samtykkebevis',
    intro:
      'Se, om en bevisfil er ægte: hvad der blev givet samtykke til, med hvilke ord, og at intet er ændret siden.',
    private: 'Dine filer bliver i denne browser. Intet sendes nogen steder hen.',
    drop: 'Slip filer her',
    choose: 'Vælg filer',
    script: 'Siden kontrollerer filer med JavaScript. Offline gør denne kommando det samme:',
    compare: 'Sammenlign med det, du ved',
    address: 'E-mailadresse',
    addressHelp: 'Viser, om posterne handler om denne adresse. Den sendes heller ikke.',
    keys: 'Offentlige nøgler',
    keysHelp:
      'Loggens eller vidners, én pr. linje, som du har fået dem et andet sted fra end filen.',
    again: 'Kontrollér igen',
    checking: 'Kontrollerer…',
    holds: 'Alt stemmer',
    fails: 'Noget stemmer ikke',
    partly: 'Det, der kan kontrolleres, stemmer',
    listHolds: 'Det, der stemmer',
    listFails: 'Det, der ikke stemmer',
    listUnknown: 'Det, man ikke kan vide',
    records: 'Det står der i filen',
    when: 'Hvornår',
    what: 'Hvad',
    decision: 'Beslutning',
    record: 'Post',
    together: 'Sammenlignet med hinanden',
    logKey: 'Nøgler, som filen nævner',
    download: 'Hent det, der mangler',
    tooLarge: 'Filen er for stor til at være en bevisfil.',
  },
  decisions: {
    given: 'Samtykket',
    pending: 'Afventer bekræftelse',
    informed: 'Informeret',
    refused: 'Ikke samtykket',
    withdrawn: 'Trukket tilbage',
    objected: 'Gjort indsigelse',
    restricted: 'Brug begrænset',
    expired: 'Udløbet',
  },
  found: {
    file: {
      holds: 'Filen kan læses.',
      fails: 'Det er ikke en bevisfil, eller også er den beskadiget.',
    },
    whole: {
      holds: 'Loggen har underskrevet hele filen: intet er tilføjet, udeladt eller ændret siden.',
      fails: 'Filen er ikke, som loggen underskrev den.',
      unknown: 'Filen som helhed er ikke underskrevet: noget kan være udeladt.',
    },
    content: {
      holds: 'Det registrerede har den hash, der blev registreret med det.',
      fails: 'Det registrerede er ændret.',
    },
    sealed: {
      unknown: 'Det er ikke forseglet i loggen endnu. Hent filen igen om et par minutter.',
    },
    included: { holds: 'Det står i loggen.', fails: 'Det står ikke i den log, filen nævner.' },
    signed: {
      holds: 'Loggen har skrevet under på det.',
      fails: 'Loggen har ikke skrevet under på det.',
      unknown: 'Om loggen har skrevet under, kan man ikke vide uden loggens offentlige nøgle.',
    },
    key: {
      holds: 'Det er underskrevet med en nøgle, du har angivet.',
      fails: 'Det er ikke underskrevet med nogen af de nøgler, du har angivet.',
      unknown:
        'Hvis nøgle det er, kan man ikke se af filen: sammenlign den med en kopi et andet sted fra.',
    },
    statement: {
      holds: 'Det, der blev vist, står ordret i filen.',
      fails: 'Det, der blev vist, mangler eller er ændret.',
    },
    look: {
      holds: 'Sådan som det så ud, viser det de samme ord.',
      fails: 'Sådan som det så ud, viser det andre ord end dem, der blev vist.',
    },
    clicks: {
      holds: 'Det, der blev sendt og bekræftet i formularer, er det, posterne fortæller.',
      fails: 'Det, der blev sendt og bekræftet i formularer, er ikke det, posterne fortæller.',
    },
    receipt: {
      holds: 'Samtykkekvitteringen (ISO/IEC TS 27560) siger det samme som posterne.',
      fails: 'Samtykkekvitteringen siger ikke det samme som posterne.',
    },
    address: {
      holds: 'Det handler om den e-mailadresse, du har angivet.',
      fails: 'Det handler ikke om den e-mailadresse, du har angivet.',
      unknown: 'Personen er slettet: hvem posten handlede om, kan man ikke længere vide.',
      absent:
        'Hvem posterne handler om, er ikke kontrolleret: der er ikke angivet en e-mailadresse.',
    },
    witness: {
      holds: 'Vidnet {by} så loggen med {size} poster den {at}, og den var kun vokset.',
      fails: 'Underskriften fra vidnet {by} passer ikke.',
      absent:
        'Intet vidne har underskrevet loggen med {size} poster: om alle får vist den samme log, kan man ikke vide.',
    },
    time: {
      holds: '{by} har bekræftet, at loggen havde disse {size} poster den {at}.',
      fails: 'Et tidsstempel passer ikke.',
      absent:
        'Ingen har bekræftet, hvornår loggen havde {size} poster: tidspunktet er kun loggens eget ord.',
    },
    authority: {
      holds: 'Certifikatet fra {by} er et, du har angivet, eller er udstedt under det.',
      fails: 'Certifikatet fra {by} er hverken et, du har angivet, eller udstedt under det.',
      unknown: 'Om man kan stole på {by}, kan man ikke se af filen: tilføj udstederens certifikat.',
    },
    consistent: {
      holds: 'Loggen med {later} poster begynder med loggen med {size}: den er kun vokset.',
      fails: 'Loggen med {later} poster begynder ikke med den med {size}: den er ændret.',
      unknown:
        'Om loggen med {later} poster begynder med den med {size}, kræver én fil mere, som loggen giver. Tilføj den til disse.',
      absent: 'Filerne er fra forskellige logge og kan ikke sammenlignes.',
    },
  },
} satisfies VerifyTexts;
