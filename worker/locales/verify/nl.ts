import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Een toestemmingsbewijs controleren',
    intro:
      'Controleer of een bewijsbestand echt is: waarvoor toestemming is gegeven, in welke woorden, en dat er sindsdien niets is veranderd.',
    private: 'Uw bestanden blijven in deze browser. Er wordt niets verzonden.',
    drop: 'Zet hier bestanden neer',
    choose: 'Bestanden kiezen',
    script:
      'Deze pagina controleert bestanden met JavaScript. Offline doet deze opdracht hetzelfde:',
    compare: 'Vergelijken met wat u weet',
    address: 'E-mailadres',
    addressHelp: 'Laat zien of het om dit adres gaat. Ook dit wordt niet verzonden.',
    keys: 'Openbare sleutels',
    keysHelp:
      'Van het logboek of van getuigen, één per regel, zoals u ze van elders dan uit het bestand hebt.',
    again: 'Opnieuw controleren',
    checking: 'Bezig met controleren…',
    holds: 'Alles klopt',
    fails: 'Er klopt iets niet',
    partly: 'Wat te controleren is, klopt',
    listHolds: 'Wat klopt',
    listFails: 'Wat niet klopt',
    listUnknown: 'Wat niet te weten is',
    records: 'Wat er in het bestand staat',
    when: 'Wanneer',
    what: 'Waarvoor',
    decision: 'Beslissing',
    record: 'Registratie',
    together: 'Met elkaar vergeleken',
    logKey: 'Sleutels die het bestand noemt',
    download: 'Ontbrekend bestand downloaden',
    tooLarge: 'Dit bestand is te groot voor een bewijsbestand.',
  },
  decisions: {
    given: 'Toestemming gegeven',
    pending: 'Wacht op bevestiging',
    informed: 'Geïnformeerd',
    refused: 'Geen toestemming gegeven',
    withdrawn: 'Ingetrokken',
    objected: 'Bezwaar gemaakt',
    restricted: 'Gebruik beperkt',
    expired: 'Verlopen',
  },
  found: {
    file: {
      holds: 'Het bestand is leesbaar.',
      fails: 'Dit is geen bewijsbestand, of het is beschadigd.',
    },
    whole: {
      holds:
        'Het logboek heeft het hele bestand ondertekend: er is niets toegevoegd, weggelaten of veranderd.',
      fails: 'Het bestand is niet zoals het logboek het heeft ondertekend.',
      unknown: 'Het bestand als geheel is niet ondertekend: er kan iets zijn weggelaten.',
    },
    content: {
      holds: 'De registratie heeft de hash die ermee is vastgelegd.',
      fails: 'De registratie is veranderd.',
    },
    sealed: {
      unknown:
        'De registratie is nog niet verzegeld in het logboek. Download het bestand over een paar minuten opnieuw.',
    },
    included: {
      holds: 'De registratie staat in het logboek.',
      fails: 'De registratie staat niet in het genoemde logboek.',
    },
    signed: {
      holds: 'Het logboek heeft ervoor getekend.',
      fails: 'Het logboek heeft er niet voor getekend.',
      unknown: 'Of het logboek heeft getekend, is zonder zijn openbare sleutel niet te weten.',
    },
    key: {
      holds: 'Ondertekend met een sleutel die u hebt opgegeven.',
      fails: 'Met geen van de door u opgegeven sleutels ondertekend.',
      unknown:
        'Van wie de sleutel is, blijkt niet uit het bestand: vergelijk hem met een kopie van elders.',
    },
    statement: {
      holds: 'Wat is getoond, staat woordelijk in het bestand.',
      fails: 'Wat is getoond, ontbreekt of is veranderd.',
    },
    look: {
      holds: 'Zoals het eruitzag, toont het dezelfde woorden.',
      fails: 'Zoals het eruitzag, toont het andere woorden.',
    },
    clicks: {
      holds: 'Wat in formulieren is verzonden en bevestigd, komt overeen met de registraties.',
      fails: 'Wat in formulieren is verzonden en bevestigd, komt niet overeen met de registraties.',
    },
    receipt: {
      holds: 'Het toestemmingsbewijs (ISO/IEC TS 27560) zegt hetzelfde als de registraties.',
      fails: 'Het toestemmingsbewijs zegt niet hetzelfde als de registraties.',
    },
    address: {
      holds: 'Het gaat om het opgegeven e-mailadres.',
      fails: 'Het gaat niet om het opgegeven e-mailadres.',
      unknown: 'De persoon is gewist: om wie het ging, is niet meer te weten.',
      absent: 'Om wie het gaat, is niet gecontroleerd: er is geen e-mailadres opgegeven.',
    },
    witness: {
      holds:
        'Getuige {by} zag het logboek met {size} registraties op {at}; het was alleen gegroeid.',
      fails: 'De handtekening van getuige {by} klopt niet.',
      absent:
        'Geen getuige heeft het logboek met {size} registraties ondertekend: of iedereen hetzelfde logboek te zien krijgt, is niet te weten.',
    },
    time: {
      holds: '{by} heeft bevestigd dat het logboek op {at} deze {size} registraties had.',
      fails: 'Een tijdstempel klopt niet.',
      absent:
        'Niemand heeft bevestigd wanneer het logboek {size} registraties had: alleen het logboek zelf noemt de tijd.',
    },
    authority: {
      holds: 'Het certificaat van {by} is door u opgegeven, of daaronder uitgegeven.',
      fails: 'Het certificaat van {by} is niet door u opgegeven en ook niet daaronder uitgegeven.',
      unknown:
        'Of {by} te vertrouwen is, blijkt niet uit het bestand: voeg het certificaat van de uitgever toe.',
    },
    consistent: {
      holds:
        'Het logboek met {later} registraties begint met dat met {size}: het is alleen gegroeid.',
      fails:
        'Het logboek met {later} registraties begint niet met dat met {size}: het is veranderd.',
      unknown:
        'Of het logboek met {later} registraties begint met dat met {size}, vraagt nog één bestand, dat het logboek geeft. Voeg het toe.',
      absent: 'De bestanden komen uit verschillende logboeken en zijn niet te vergelijken.',
    },
  },
} satisfies VerifyTexts;
