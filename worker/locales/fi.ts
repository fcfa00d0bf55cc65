import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Mitä {sender} tallentaa sinusta',
      body: `Annoit meille juuri tietosi sivulla {page}. Tallennamme ne tätä varten:

{purposes}

Voit milloin tahansa kysyä, mitä tallennamme sinusta, pyytää sen oikaisemista tai poistamista ja peruuttaa suostumuksen yhtä helposti kuin annoit sen.`,
      button: 'Katso ja muuta',
      footer:
        'Saat tämän kirjeen kerran, koska laki vaatii meitä kertomaan sen (GDPR 13 art.). Lähettäjä on {sender}.',
    },
    confirmation: {
      subject: 'Vahvista osoitteesi',
      body: `Joku, toivottavasti sinä, kirjoitti tämän osoitteen lomakkeeseen sivulla {page}.

Valitsit:

{purposes}

Paina painiketta ja sitten avautuvan sivun painiketta. Tai kirjoita nämä kuusi numeroa sinne, missä ilmoittauduit. Molemmat ovat voimassa {hours} tuntia.`,
      button: 'Vahvista osoitteeni',
      footer:
        'Etkö se ollut sinä? Älä tee mitään: ilman vahvistustasi sinulle ei lähetetä mitään, ja osoite unohdetaan {days} päivän kuluttua. Kirjeen lähetti {sender}.',
    },
    entry: {
      subject: 'Valintasi',
      body: `Tässä on tie siihen, mihin olet suostunut, ja sen muuttamiseen.

Kirjoita nämä kuusi numeroa sinne, missä pyysit niitä; ne ovat voimassa 10 minuuttia. Tai paina painiketta; sen linkki on voimassa tunnin.`,
      button: 'Avaa valintani',
      footer:
        'Etkö pyytänyt tätä? Silloin joku muu kirjoitti osoitteesi, eikä mitään tapahdu, kunhan pidät numerot omana tietonasi. Kirjeen lähetti {sender}.',
    },
    'request-received': {
      subject: 'Pyyntösi nro {number}',
      body: `Olemme saaneet pyyntösi nro {number} ({kind}). Kuulet meistä ennen {due}.

{grace}`,
      button: 'Katso pyyntöni',
      footer: 'Kirjeen lähetti {sender}.',
    },
    'request-done': {
      subject: 'Pyyntösi nro {number} on toteutettu',
      body: 'Pyyntösi nro {number} ({kind}) on toteutettu.',
      button: '',
      footer: 'Kirjeen lähetti {sender}.',
    },
    'address-old': {
      subject: 'Osoitteesi on muuttumassa',
      body: `Joku, toivottavasti sinä, haluaa meidän käyttävän osoitetta {email} tämän sijaan.

Paina painiketta ja sitten avautuvan sivun painiketta. Samaa kysytään uudesta osoitteesta; vasta sitten jokin muuttuu. Linkki on voimassa 48 tuntia.`,
      button: 'Hyväksy muutos',
      footer:
        'Etkö se ollut sinä? Älä tee mitään, niin kaikki pysyy ennallaan. Kirjeen lähetti {sender}.',
    },
    'address-new': {
      subject: 'Vahvista uusi osoitteesi',
      body: `Joku, toivottavasti sinä, haluaa käyttää tätä osoitetta, kun lähettäjänä on {sender}.

Paina painiketta ja sitten avautuvan sivun painiketta. Linkki on voimassa 48 tuntia.`,
      button: 'Vahvista uusi osoitteeni',
      footer:
        'Etkö se ollut sinä? Älä tee mitään: sinulle ei lähetetä mitään, ja osoite unohdetaan. Kirjeen lähetti {sender}.',
    },
    receipt: {
      subject: 'Mitä olet muuttanut',
      body: `Tämä kirjattiin {when} ja on pöytäkirjassamme (tarkat sanat: {proof}):

{purposes}

Voit muuttaa sen uudelleen milloin tahansa.`,
      button: 'Katso ja muuta',
      footer: 'Pyysit tätä kuittia. Sen lähetti {sender}.',
    },
    'breach-notice': {
      subject: 'Tiedoillesi on tapahtunut jotain ({sender})',
      body: `{nature}

Mitä se voi merkitä sinulle:

{consequences}

Mitä teemme ja mitä voit itse tehdä:

{measures}

Kysy meiltä: {contact}`,
      button: '',
      footer:
        'Saat tämän kirjeen, koska laki vaatii meitä kertomaan sen (GDPR 34 art.). Sen lähetti {sender}.',
    },
    'sign-in': {
      subject: 'Kirjautumislinkkisi hallintapaneeliin',
      body: 'Napsauta painiketta ja vahvista kirjautuminen avautuvalla sivulla. Linkki on voimassa 15 minuuttia ja toimii vain kerran.',
      button: 'Kirjaudu sisään',
      footer:
        'Etkö pyytänyt tätä? Silloin joku muu on kirjoittanut osoitteesi, eikä mitään tapahdu, kunhan kukaan ei käytä linkkiä. Viestin lähetti {sender}.',
    },
    'source-notice': {
      subject: 'Mitä {sender} tallentaa sinusta',
      body: `Meillä on tietosi. Ne tulivat meille näin: {source}. Tallennamme ne tätä varten:

{purposes}

Voit milloin tahansa kysyä, mitä tallennamme sinusta, pyytää sen oikaisemista tai poistamista, vastustaa sitä ja peruuttaa suostumuksen yhtä helposti kuin se annettiin.`,
      button: 'Katso ja muuta',
      footer:
        'Saat tämän kirjeen kerran, koska laki vaatii meitä kertomaan sen (GDPR 14 art.). Lähettäjä on {sender}.',
    },
    'purpose-changed': {
      subject: 'Sanat, joihin suostuit, ovat muuttuneet',
      body: `Olet suostunut tähän ({sender}), ja sanat ovat muuttuneet. Nyt ne kuuluvat näin:

{purposes}

Suostumuksesi on voimassa. Jos näet asian tänään toisin, voit peruuttaa sen yhtä helposti kuin annoit sen.`,
      button: 'Katso ja muuta',
      footer: 'Saat tämän kirjeen, koska olet suostunut tähän. Lähettäjä on {sender}.',
    },
    'data-ready': {
      subject: 'Tietosi: pyyntö nro {number}',
      body: `Pyysit kopion tiedoistasi ({kind}). Kaikki sinusta tallennettu on ladattavissa: luettavana tai tulostettavana sivuna sekä JSON- tai CSV-tiedostona.

Linkki avaa omat sivusi, joten älä välitä tätä viestiä eteenpäin. Kun linkki on vanhentunut, voit pyytää siellä uuden.`,
      button: 'Lataa tietoni',
      footer: 'Viestin lähetti {sender}.',
    },
    'request-refused': {
      subject: 'Pyyntösi nro {number}',
      body: `Emme voi tehdä sitä, mitä pyysit pyynnössäsi nro {number} ({kind}). Syy:

{reason}

Voit valittaa tietosuojaviranomaiselle ja viedä asian tuomioistuimeen.`,
      button: '',
      footer: 'Kirjeen lähetti {sender}.',
    },
  },
  noUse: { title: 'Ei mitään tällä hetkellä', text: 'Emme lähetä sinulle mitään.' },
  outcome: {
    title: 'Et ole tilannut mitään',
    signedUp: 'Osoitteeseen {email} on tilattu:',
    agreed: 'Olet antanut suostumuksen:',
    informed: 'Käytämme tietojasi näihin:',
    pending: 'Odottaa, että vahvistat osoitteen {email}:',
    refused: 'Vastasit ei:',
    ended: 'Päättynyt:',
    nothing: 'Emme lähetä sinulle mitään tämän lomakkeen perusteella.',
    none: 'Osoitteeseen {email} ei ole tilattu mitään. Emme lähetä sinulle mitään.',
  },
  confirm: {
    title: 'Vielä yksi asia',
    text: 'Kirjoita 6-numeroinen koodi osoitteeseen {email} lähetetystä sähköpostista tai avaa siinä oleva linkki.',
    code: 'Kuusi numeroa',
    button: 'Vahvista',
    again: 'Lähetä uudelleen',
    sent: 'Pyysit uutta sähköpostia.',
    capped:
      'Jos sähköpostia ei tule muutamassa minuutissa, katso roskapostikansio. Lähetämme enintään 3 tunnissa ja 10 päivässä; pyydä sen jälkeen uudelleen tunnin kuluttua tai seuraavana päivänä.',
    wait: 'Voit pyytää uutta sähköpostia {when}.',
    other: 'Käytä toista osoitetta',
    wrong: 'Numerot eivät ole oikein tai ne ovat liian vanhoja.',
    press: 'Paina painiketta ja vahvista, että osoite on sinun.',
    late: 'Linkki on liian vanha. Voimme lähettää uuden.',
    done: 'Osoitteesi on vahvistettu',
    gone: 'Täällä ei ole enää mitään vahvistettavaa. Jos haluat tilata, täytä lomake uudelleen.',
  },
  corrections: {
    title: 'Osoitteesi',
    ask: 'Käytetäänkö tästä lähtien osoitetta {email}?',
    button: 'Kyllä, käytä sitä',
    half: 'Kiitos. Tee nyt sama viestissä, joka lähti osoitteeseen {email}.',
    changed: 'Tästä lähtien viestisi lähetetään osoitteeseen {email}.',
    taken: 'Osoitteella {email} on jo omat valintansa. Avaa ne sillä osoitteella.',
    late: 'Linkki on liian vanha tai se on jo käytetty. Pyydä muutosta uudelleen.',
  },
  unsubscribe: {
    title: 'Lopetetaanko nämä viestit?',
    stop: 'Lopeta ”{name}”',
    everything: 'Lopeta kaikki',
    manage: 'Katso ja muuta kaikkia valintojani',
    stopped: 'Et saa enää viestejä ”{name}”.',
    stoppedAll: 'Et saa meiltä enää viestejä.',
    gone: 'Linkki ei enää johda mihinkään.',
    erased: 'Meillä ei ole enää tietoja sinusta, joten emme lähetä sinulle mitään.',
  },
  problems: {
    missing: {
      title: 'Sivua ei löytynyt',
      text: 'Linkki voi olla vajaa, vanhentunut tai jo käytetty. Avaa koko linkki sähköpostista tai pyydä uusi sähköpostiasetuksista.',
    },
    busy: {
      title: 'Odota hetki',
      text: 'Pyyntöjä tuli liikaa tai palvelu on ruuhkautunut. Yritä uudelleen muutaman minuutin kuluttua.',
    },
    failed: {
      title: 'Pahoittelut, jokin meni vikaan',
      text: 'Mitään ei muutettu. Yritä myöhemmin uudelleen.',
    },
    refused: {
      title: 'Tämä ei onnistunut',
      text: 'Palaa takaisin, lataa sivu uudelleen ja yritä uudelleen.',
    },
    reference: 'Jos tämä toistuu, ilmoita tämä numero: {id}',
    preferences: 'Sähköpostiasetukset',
  },
  pages: { privacy: 'Tietosuojaseloste', language: 'Kieli' },
  report: {
    title: 'Mitä osoitteesta {email} on tallennettu',
    made: 'Laadittu {date}.',
    choices: 'Valintani',
    submissions: 'Mitä olen lähettänyt',
    bounced: 'Viestit tähän osoitteeseen ovat palautuneet {date} alkaen.',
    messages: 'Minulle lähetetyt viestit',
    nothing: 'Ei mitään.',
    shown: 'Mitä näytettiin (SHA-256):',
    also: 'Luettelot ja ilmoitukset',
    segment: 'Luettelossamme',
    breach: 'Ilmoitettu tietoturvaloukkauksesta',
  },
} satisfies Texts;
