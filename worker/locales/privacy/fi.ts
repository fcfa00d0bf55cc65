import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Näin {sender} käyttää tietojasi',
      body: `Annoit meille tietosi sivulla {page}. Käytämme niitä näihin:

{purposes}

{rights}`,
      button: 'Katso ja muuta valintojani',
      footer:
        'Saat tämän viestin kerran, koska lain mukaan meidän on kerrottava asiasta (GDPR:n 13 artikla). Lähettäjä on {sender}.',
    },
    'source-notice': {
      subject: 'Näin {sender} käyttää tietojasi',
      body: `Saimme tietosi tästä lähteestä: {source}. Käytämme niitä näihin:

{purposes}

{rights}`,
      button: 'Katso ja muuta valintojani',
      footer:
        'Saat tämän viestin kerran, koska lain mukaan meidän on kerrottava asiasta (GDPR:n 14 artikla). Lähettäjä on {sender}.',
    },
    'request-received': {
      subject: '{sender} on vastaanottanut pyyntösi {number}',
      body: `Olemme vastaanottaneet pyyntösi {number} ({kind}) ja vastaamme viimeistään {due}.

{grace}`,
      button: 'Katso pyyntöni',
      footer: 'Saat tämän viestin, koska teit pyynnön. Lähettäjä on {sender}.',
    },
    'request-done': {
      subject: '{sender} on käsitellyt pyyntösi {number}',
      body: 'Olemme toteuttaneet pyyntösi {number} ({kind}).',
      button: '',
      footer: 'Saat tämän viestin, koska teit pyynnön. Lähettäjä on {sender}.',
    },
    'request-refused': {
      subject: '{sender} on vastannut pyyntöösi {number}',
      body: `Emme voi toteuttaa pyyntöäsi {number} ({kind}). Syy on:

{reason}

Voit valittaa tietosuojaviranomaiselle ja viedä asian tuomioistuimeen.`,
      button: '',
      footer: 'Saat tämän viestin, koska teit pyynnön. Lähettäjä on {sender}.',
    },
    'request-extended': {
      subject: 'Pyyntösi {number} vie enemmän aikaa',
      body: `Tarvitsemme lisää aikaa vastataksemme pyyntöösi {number} ({kind}). Syy:

{reason}

Vastaamme viimeistään {due}. Voit valittaa tietosuojaviranomaiselle tai viedä asian tuomioistuimeen.`,
      button: '',
      footer: 'Saat tämän viestin, koska teit pyynnön. Lähettäjä on {sender}.',
    },
    'restriction-lifted': {
      subject: 'Tietojesi käytön rajoitus on päättynyt',
      body: `Tietojesi käyttöä oli rajoitettu. Olemme poistaneet rajoituksen. Syy:

{reason}

Ennen rajoitusta voimassa ollut on taas voimassa. Asetuksissasi voit peruuttaa suostumuksen, vastustaa käyttöä tai rajoittaa sitä uudelleen.`,
      button: 'Omat asetukset',
      footer: 'Tämä sähköposti on lähettäjältä {sender}.',
    },
    'data-ready': {
      subject: 'Tietosi ovat ladattavissa, {sender} (pyyntö {number})',
      body: `Pyysit kopion tiedoistasi ({kind}). Kaikki sinusta tallentamamme on nyt ladattavissa: luettavana tai tulostettavana sivuna sekä JSON- tai CSV-tiedostona.

Linkki avaa omat sivusi, joten älä lähetä tätä viestiä eteenpäin. Kun linkki on vanhentunut, voit pyytää siellä uuden.`,
      button: 'Lataa tietoni',
      footer: 'Saat tämän viestin, koska teit pyynnön. Lähettäjä on {sender}.',
    },
    'breach-notice': {
      subject: 'Tietosi ovat osallisina tietoturvaloukkauksessa, {sender}',
      body: `{nature}

Mitä tämä voi merkitä sinulle:

{consequences}

Mitä me teemme ja mitä voit tehdä itse:

{measures}

Yhteystiedot: {contact}`,
      button: '',
      footer:
        'Saat tämän viestin, koska lain mukaan meidän on kerrottava asiasta (GDPR:n 34 artikla). Lähettäjä on {sender}.',
    },
    'breach-reported': {
      subject: 'Mahdollisesta tietoturvaloukkauksesta on ilmoitettu',
      body: `Joku on ilmoittanut mahdollisesta tietoturvaloukkauksesta. Lue ilmoitus ja avaa sitten tapaus tai sulje ilmoitus.

72 tunnin määräaika viranomaiselle ilmoittamiseen (GDPR 33 artikla) alkaa, kun loukkaus tulee tietoonne.`,
      button: 'Lue ilmoitus',
      footer: 'Tämä sähköposti on lähettäjältä {sender}.',
    },
  },
  disclosure: {
    basis: 'Oikeusperuste: {name}.',
    kept: 'Säilytysaika ilman toimintaa sinulta: {time}.',
    keptUntil: 'Säilytetään, kunnes peruutat suostumuksesi, vastustat käyttöä tai pyydät poistoa.',
    recipients: 'Vastaanottajat: {names}.',
    transfers: 'Siirrot EU:n ja ETA:n ulkopuolelle: {text}',
    rights:
      'Voit pyytää kopion tiedoistasi, niiden oikaisua tai poistoa, rajoittaa niiden käyttöä tai vastustaa sitä, siirtää ne toiseen palveluun ja peruuttaa suostumuksen milloin tahansa.',
    complaint: 'Voit myös valittaa. Valituksen ottaa vastaan: {authority}.',
    authority: 'tietosuojavaltuutettu',
    automated: 'Sinusta ei tehdä päätöksiä pelkästään automaattisesti.',
    controller: 'Rekisterinpitäjä: {name}.',
    dpo: 'Tietosuojavastaava: {name}.',
  },
  incident: {
    title: 'Ilmoita tietoturvaloukkauksesta',
    intro:
      'Kerro, jos henkilötietoja on voinut kadota, muuttua tai joutua sivullisen nähtäväksi. Älä kirjoita itse henkilötietoja.',
    what: 'Mitä tapahtui tai mitä huomasit',
    happenedAt: 'Milloin se tapahtui, jos tiedät (valinnainen)',
    contact: 'Miten tavoitamme sinut (valinnainen)',
    button: 'Lähetä ilmoitus',
    thanks: 'Kiitos. Saimme ilmoituksesi ja selvitämme asian heti.',
    missing: 'Kirjoita vähintään 10 merkillä, mitä tapahtui.',
  },
  report: {
    title: 'Osoitteeseen {email} liittyvät tiedot',
    made: 'Laadittu {date}. Ajat aikavyöhykkeellä {zone}.',
    choices: 'Valintani',
    submissions: 'Lähettämäni lomakkeet',
    bounced: 'Viestit tähän osoitteeseen ovat palautuneet {date} alkaen.',
    messages: 'Minulle lähetetyt viestit',
    nothing: 'Ei tietoja.',
    shown: 'Mitä näytettiin (SHA-256):',
    also: 'Luettelot ja ilmoitukset',
    segment: 'Luettelossamme',
    breach: 'Ilmoitettu tietoturvaloukkauksesta',
    uses: 'Mihin tietoja käytetään',
    wording: 'Näytetty teksti:',
    rights: 'Oikeutesi',
    source: 'Lähde: {name}.',
  },
} satisfies PrivacyTexts;
