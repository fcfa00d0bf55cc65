import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Kontrollera ett samtyckesbevis',
    intro:
      'Se om en bevisfil är äkta: vad samtycket gällde, med vilka ord, och att inget har ändrats sedan dess.',
    private: 'Dina filer stannar i den här webbläsaren. Inget skickas någonstans.',
    drop: 'Släpp filer här',
    choose: 'Välj filer',
    script: 'Sidan kontrollerar filer med JavaScript. Offline gör det här kommandot samma sak:',
    compare: 'Jämför med det du vet',
    address: 'E-postadress',
    addressHelp: 'Visar om posterna gäller den här adressen. Den skickas inte heller.',
    keys: 'Publika nycklar',
    keysHelp: 'Loggens eller vittnens, en per rad, som du har fått dem från annat håll än filen.',
    again: 'Kontrollera igen',
    checking: 'Kontrollerar…',
    holds: 'Allt stämmer',
    fails: 'Något stämmer inte',
    partly: 'Det som kan kontrolleras stämmer',
    listHolds: 'Det som stämmer',
    listFails: 'Det som inte stämmer',
    listUnknown: 'Det som inte går att veta',
    records: 'Det här står i filen',
    when: 'När',
    what: 'Vad',
    decision: 'Beslut',
    record: 'Post',
    together: 'Jämförda med varandra',
    logKey: 'Nycklar som filen anger',
    download: 'Ladda ner det som saknas',
    tooLarge: 'Filen är för stor för att vara en bevisfil.',
  },
  decisions: {
    given: 'Samtyckt',
    pending: 'Väntar på bekräftelse',
    informed: 'Informerad',
    refused: 'Inte samtyckt',
    withdrawn: 'Återkallat',
    objected: 'Invändning gjord',
    restricted: 'Användning begränsad',
    expired: 'Utgånget',
  },
  found: {
    file: {
      holds: 'Filen går att läsa.',
      fails: 'Det är ingen bevisfil, eller så är den skadad.',
    },
    whole: {
      holds: 'Loggen har signerat hela filen: inget har lagts till, utelämnats eller ändrats.',
      fails: 'Filen är inte som loggen signerade den.',
      unknown: 'Filen som helhet är inte signerad: något kan ha utelämnats.',
    },
    content: {
      holds: 'Det registrerade har den hash som registrerades med det.',
      fails: 'Det registrerade har ändrats.',
    },
    sealed: {
      unknown: 'Det är inte förseglat i loggen ännu. Ladda ner filen igen om några minuter.',
    },
    included: { holds: 'Det finns i loggen.', fails: 'Det finns inte i loggen som filen anger.' },
    signed: {
      holds: 'Loggen har signerat det.',
      fails: 'Loggen har inte signerat det.',
      unknown: 'Om loggen har signerat går inte att veta utan loggens publika nyckel.',
    },
    key: {
      holds: 'Det är signerat med en nyckel som du har angett.',
      fails: 'Det är inte signerat med någon av nycklarna som du har angett.',
      unknown: 'Vems nyckeln är går inte att se av filen: jämför den med en kopia från annat håll.',
    },
    statement: {
      holds: 'Det som visades finns ordagrant i filen.',
      fails: 'Det som visades saknas eller har ändrats.',
    },
    look: {
      holds: 'Så som det såg ut visar det samma ord.',
      fails: 'Så som det såg ut visar det andra ord.',
    },
    clicks: {
      holds: 'Det som skickades och bekräftades i formulär stämmer med posterna.',
      fails: 'Det som skickades och bekräftades i formulär stämmer inte med posterna.',
    },
    receipt: {
      holds: 'Samtyckeskvittot (ISO/IEC TS 27560) säger samma sak som posterna.',
      fails: 'Samtyckeskvittot säger inte samma sak som posterna.',
    },
    address: {
      holds: 'Det gäller e-postadressen som du har angett.',
      fails: 'Det gäller inte e-postadressen som du har angett.',
      unknown: 'Personen har raderats: vem posten gällde går inte längre att veta.',
      absent: 'Vem posterna gäller har inte kontrollerats: ingen e-postadress är angiven.',
    },
    witness: {
      holds: 'Vittnet {by} såg loggen med {size} poster {at}, och den hade bara vuxit.',
      fails: 'Signaturen från vittnet {by} stämmer inte.',
      absent:
        'Inget vittne har signerat loggen med {size} poster: om alla får se samma logg går inte att veta.',
    },
    time: {
      holds: '{by} har bekräftat att loggen hade dessa {size} poster {at}.',
      fails: 'En tidsstämpel stämmer inte.',
      absent:
        'Ingen har bekräftat när loggen hade {size} poster: tidpunkten är bara loggens eget ord.',
    },
    authority: {
      holds: 'Certifikatet för {by} är ett som du har angett, eller utfärdat under det.',
      fails: 'Certifikatet för {by} är varken ett som du har angett eller utfärdat under det.',
      unknown: 'Om {by} är att lita på går inte att se av filen: lägg till utfärdarens certifikat.',
    },
    consistent: {
      holds: 'Loggen med {later} poster börjar med loggen med {size}: den har bara vuxit.',
      fails: 'Loggen med {later} poster börjar inte med den med {size}: den har ändrats.',
      unknown:
        'Om loggen med {later} poster börjar med den med {size} kräver en fil till, som loggen ger. Lägg till den.',
      absent: 'Filerna kommer från olika loggar och kan inte jämföras.',
    },
  },
} satisfies VerifyTexts;
