import privacy from './privacy/fi.ts';
import type { Texts } from './texts.ts';
import verify from './verify/fi.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Vahvista sähköpostiosoitteesi, {sender}: {code}',
      body: `Tämä osoite annettiin lomakkeella sivulla {page}. Vahvista, että se on sinun.

Valitsit:

{purposes}

Napsauta painiketta ja vahvista avautuvalla sivulla tai anna 6-numeroinen koodi siellä, missä teit tilauksen. Voimassa: {hours}.`,
      button: 'Vahvista sähköpostiosoitteeni',
      footer:
        'Jos se et ollut sinä, jätä viesti huomiotta: ilman vahvistustasi emme lähetä mitään ja poistamme osoitteen (määräaika: {days}). Lähettäjä on {sender}.',
    },
    entry: {
      subject: '{code} on koodisi, {sender}',
      body: `Pyysit päästä sähköpostiasetuksiisi.

Anna 6-numeroinen koodi 10 minuutin kuluessa siellä, missä pyysit sitä, tai napsauta painiketta. Linkki on voimassa 1 tunnin.`,
      button: 'Avaa asetukseni',
      footer:
        'Jos et pyytänyt tätä, jätä viesti huomiotta. Älä jaa koodia: ilman sitä kukaan ei voi nähdä tai muuttaa valintojasi. Lähettäjä on {sender}.',
    },
    'address-old': {
      subject: 'Vahvista sähköpostiosoitteesi vaihto, {sender}',
      body: `Meitä pyydettiin käyttämään osoitetta {email} tämän osoitteen sijaan. Vahvista, että haluat tätä.

Napsauta painiketta ja vahvista avautuvalla sivulla. Kysymme myös uudesta osoitteesta, emmekä muuta mitään ennen kuin olet vahvistanut molemmissa viesteissä. Linkki on voimassa 48 tuntia.`,
      button: 'Vahvista vaihto',
      footer:
        'Jos se et ollut sinä, jätä viesti huomiotta, niin mikään ei muutu. Lähettäjä on {sender}.',
    },
    'address-new': {
      subject: 'Vahvista uusi sähköpostiosoitteesi, {sender}',
      body: `Meitä pyydettiin käyttämään jatkossa tätä osoitetta. Vahvista, että se on sinun.

Napsauta painiketta ja vahvista avautuvalla sivulla. Linkki on voimassa 48 tuntia.`,
      button: 'Vahvista uusi osoitteeni',
      footer:
        'Jos se et ollut sinä, jätä viesti huomiotta: emme lähetä mitään ja poistamme osoitteen. Lähettäjä on {sender}.',
    },
    receipt: {
      subject: 'Kuitti valinnoistasi, {sender}',
      body: `Tallensit valintasi {when}. Kirjasimme seuraavat tiedot (tarkka sanamuoto: {proof}):

{purposes}

Voit muuttaa valintojasi milloin tahansa.`,
      button: 'Katso ja muuta valintojani',
      footer: 'Saat tämän viestin, koska pyysit kuittia. Lähettäjä on {sender}.',
    },
    'log-checkpoint': {
      subject: 'Suostumuslokin tarkistuspiste: {size} merkintää',
      body: `Tämän suostumusloki {origin} on allekirjoittanut: merkintöjen määrän ja tiivisteen niistä kaikista. Siinä ei ole henkilötietoja.

Säilytä tämä viesti. Jos lokia muutetaan myöhemmin, tämä teksti paljastaa sen: tallenna alla oleva teksti tiedostoksi ja tarkista se yhdessä todistetiedoston kanssa.`,
      button: 'Tarkista todiste',
      footer: 'Saat tämän viestin, koska tähän osoitteeseen lähetetään tarkistuspisteet: {sender}.',
    },
    'webhook-disabled': {
      subject: 'Webhook ”{name}” on poistettu käytöstä',
      body: `Webhookiin ”{name}” ei enää lähetetä mitään: vastaanottaja on vastannut virheillä kolmen päivän ajan tai ilmoittanut poistuneensa.

Tapahtumia säilytetään 30 päivää. Korjaa vastaanottaja ja ota webhook sitten uudelleen käyttöön: se jatkaa siitä, mihin jäi.`,
      button: 'Avaa webhook',
      footer: 'Saat tämän sähköpostin, koska voit muuttaa lähettäjän {sender} asetuksia.',
    },
    'log-halted': {
      subject: 'Suostumusloki on pysähtynyt',
      body: `Suostumuslokiin ei ole sinetöity mitään tästä alkaen: {since}. Rekisteri ei ole enää se, joka allekirjoitettiin. Niin käy varmuuskopion palautuksen jälkeen tai kun joku on muuttanut itse tietokantaa.

Lue, mitä löytyi, selvitä syy ja aloita sitten uusi loki. Ilmoittautumiset, asetukset ja sähköpostit toimivat kuten ennen.`,
      button: 'Avaa loki',
      footer: 'Saat tämän viestin, koska voit muuttaa lähettäjän {sender} asetuksia.',
    },
    invitation: {
      subject: 'Pääsysi suostumuskonsoliin, {sender}',
      body: `Voit nyt kirjautua suostumuskonsoliin, jota {sender} ylläpitää.

Napsauta painiketta ja anna tämä sähköpostiosoite. Lähetämme sinulle sitten kirjautumislinkin.`,
      button: 'Siirry kirjautumiseen',
      footer:
        'Saat tämän viestin, koska ylläpitäjä lisäsi sinut käyttäjäksi. Lähettäjä on {sender}.',
    },
    'sign-in': {
      subject: 'Kirjautumislinkkisi, {sender}',
      body: 'Pyysit kirjautua suostumuskonsoliin. Napsauta painiketta ja vahvista avautuvalla sivulla. Linkki toimii kerran ja on voimassa 15 minuuttia.',
      button: 'Kirjaudu',
      footer:
        'Jos et pyytänyt tätä, jätä viesti huomiotta. Älä lähetä sitä eteenpäin: ilman linkkiä kukaan ei voi kirjautua nimissäsi. Lähettäjä on {sender}.',
    },
    'purpose-changed': {
      subject: '{sender} on muuttanut hyväksymääsi tekstiä',
      body: `Annoit suostumuksesi tähän, ja olemme muuttaneet tekstiä. Nyt se kuuluu näin:

{purposes}

Suostumuksesi on edelleen voimassa. Jos et enää ole samaa mieltä, voit perua sen yhtä helposti kuin annoit sen.`,
      button: 'Katso ja muuta valintojani',
      footer: 'Saat tämän viestin, koska annoit suostumuksesi. Lähettäjä on {sender}.',
    },
  },
  noUse: { title: 'Ei mitään tällä hetkellä', text: 'Emme lähetä sinulle mitään.' },
  refused: {
    needs: 'Hyväksy ensin se, mihin tämä kuuluu.',
    robot:
      'Tämä lomake tarkistaa, ettet ole robotti, ja siihen tarvitaan JavaScriptiä. Ota JavaScript käyttöön ja lataa sivu uudelleen, tai ota meihin yhteyttä muulla tavalla.',
  },
  outcome: {
    title: 'Et ole tilannut mitään',
    signedUp: 'Osoitteeseen {email} on tilattu:',
    agreed: 'Olet antanut suostumuksen:',
    informed: 'Käytämme tietojasi näihin:',
    pending: 'Odottaa, että vahvistat osoitteen {email}:',
    refused: 'Et valinnut:',
    ended: 'Päättynyt:',
    nothing: 'Emme lähetä sinulle mitään tämän lomakkeen perusteella.',
    none: 'Osoitteeseen {email} ei ole tilattu mitään. Emme lähetä sinulle mitään.',
  },
  confirm: {
    title: 'Vahvista sähköpostiosoitteesi',
    text: 'Anna 6-numeroinen koodi osoitteeseen {email} lähetetystä viestistä tai avaa siinä oleva linkki.',
    code: '6-numeroinen koodi',
    button: 'Vahvista',
    again: 'Lähetä uusi viesti',
    sent: 'Pyysit uutta sähköpostia.',
    capped:
      'Jos sähköpostia ei tule muutamassa minuutissa, katso roskapostikansio. Lähetämme enintään 3 tunnissa ja 10 päivässä; pyydä sen jälkeen uudelleen tunnin kuluttua tai seuraavana päivänä.',
    wait: 'Voit pyytää uutta sähköpostia {when}.',
    other: 'Käytä toista osoitetta',
    wrong: 'Koodi on väärä tai vanhentunut.',
    press: 'Napsauta painiketta vahvistaaksesi, että osoite on sinun.',
    late: 'Linkki on vanhentunut. Voimme lähettää uuden.',
    done: 'Sähköpostiosoitteesi on vahvistettu',
    gone: 'Täällä ei ole enää mitään vahvistettavaa. Jos haluat tilata, täytä lomake uudelleen.',
  },
  files: {
    large: 'Valitse enintään {n} Mt:n tiedosto.',
    type: 'Valitse jokin näistä tiedostotyypeistä: {types}.',
  },
  corrections: {
    title: 'Sähköpostiosoitteen vaihto',
    ask: 'Käytetäänkö jatkossa osoitetta {email}?',
    button: 'Vahvista',
    half: 'Kiitos. Vahvista nyt myös viestissä, jonka lähetimme osoitteeseen {email}.',
    changed: 'Tästä lähtien lähetämme viestisi osoitteeseen {email}.',
    taken: 'Osoitteella {email} on jo omat sähköpostiasetuksensa. Avaa ne sillä osoitteella.',
    late: 'Linkki on vanhentunut tai jo käytetty. Pyydä vaihtoa uudelleen.',
  },
  unsubscribe: {
    title: 'Peru tilaus',
    stop: 'Peru ”{name}”',
    everything: 'Peru kaikki tilaukset',
    manage: 'Katso ja muuta kaikkia valintojani',
    stopped: 'Tilaus ”{name}” on peruttu.',
    stoppedAll: 'Kaikki tilauksesi on peruttu.',
    gone: 'Linkki ei enää toimi.',
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
      title: 'Pyyntöä ei hyväksytty',
      text: 'Palaa takaisin, lataa sivu uudelleen ja yritä uudelleen.',
    },
    reference: 'Jos tämä toistuu, ilmoita tämä numero: {id}',
    preferences: 'Sähköpostiasetukset',
  },
  pages: { privacy: 'Tietosuojaseloste', language: 'Kieli' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
