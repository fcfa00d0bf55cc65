import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Tarkista suostumuksen todiste',
    intro:
      'Tarkista, onko todistetiedosto aito: mihin suostuttiin, millä sanoin, ja ettei mitään ole sen jälkeen muutettu.',
    private: 'Tiedostosi pysyvät tässä selaimessa. Mitään ei lähetetä minnekään.',
    drop: 'Pudota tiedostot tähän',
    choose: 'Valitse tiedostot',
    script: 'Sivu tarkistaa tiedostot JavaScriptillä. Ilman verkkoa saman tekee tämä komento:',
    compare: 'Vertaa siihen, minkä tiedät',
    address: 'Sähköpostiosoite',
    addressHelp: 'Näyttää, koskevatko merkinnät tätä osoitetta. Sitäkään ei lähetetä.',
    keys: 'Julkiset avaimet',
    keysHelp: 'Lokin tai todistajien, yksi rivillä, muualta kuin tiedostosta saatuina.',
    again: 'Tarkista uudelleen',
    checking: 'Tarkistetaan…',
    holds: 'Kaikki pitää paikkansa',
    fails: 'Jokin ei pidä paikkaansa',
    partly: 'Se, mikä voidaan tarkistaa, pitää paikkansa',
    listHolds: 'Mikä pitää paikkansa',
    listFails: 'Mikä ei pidä paikkaansa',
    listUnknown: 'Mitä ei voi tietää',
    records: 'Mitä tiedostossa sanotaan',
    when: 'Milloin',
    what: 'Mistä',
    decision: 'Päätös',
    record: 'Merkintä',
    together: 'Toisiinsa verrattuina',
    logKey: 'Tiedoston ilmoittamat avaimet',
    download: 'Lataa puuttuva tiedosto',
    tooLarge: 'Tiedosto on liian suuri todistetiedostoksi.',
  },
  decisions: {
    given: 'Suostuttu',
    pending: 'Odottaa vahvistusta',
    informed: 'Ilmoitettu',
    refused: 'Ei suostuttu',
    withdrawn: 'Peruutettu',
    objected: 'Vastustettu',
    restricted: 'Käyttöä rajoitettu',
    expired: 'Vanhentunut',
  },
  found: {
    file: {
      holds: 'Tiedosto voidaan lukea.',
      fails: 'Tämä ei ole todistetiedosto, tai se on vaurioitunut.',
    },
    whole: {
      holds:
        'Loki on allekirjoittanut koko tiedoston: mitään ei ole lisätty, jätetty pois tai muutettu.',
      fails: 'Tiedosto ei ole sellainen, jonka loki allekirjoitti.',
      unknown: 'Tiedostoa kokonaisuutena ei ole allekirjoitettu: jotain voi puuttua.',
    },
    content: {
      holds: 'Merkinnällä on sen kanssa tallennettu tiiviste.',
      fails: 'Merkintää on muutettu.',
    },
    sealed: {
      unknown:
        'Merkintää ei ole vielä sinetöity lokiin. Lataa tiedosto uudelleen muutaman minuutin päästä.',
    },
    included: {
      holds: 'Merkintä on lokissa.',
      fails: 'Merkintä ei ole tiedoston ilmoittamassa lokissa.',
    },
    signed: {
      holds: 'Loki on allekirjoittanut sen.',
      fails: 'Loki ei ole allekirjoittanut sitä.',
      unknown: 'Ilman lokin julkista avainta ei voi tietää, onko loki allekirjoittanut.',
    },
    key: {
      holds: 'Allekirjoitettu antamallasi avaimella.',
      fails: 'Ei allekirjoitettu millään antamistasi avaimista.',
      unknown: 'Kenen avain on, ei selviä tiedostosta: vertaa sitä muualta saatuun kopioon.',
    },
    statement: {
      holds: 'Se, mitä näytettiin, on tiedostossa sanasta sanaan.',
      fails: 'Se, mitä näytettiin, puuttuu tai sitä on muutettu.',
    },
    look: {
      holds: 'Näkymässä on samat sanat.',
      fails: 'Näkymässä on eri sanat.',
    },
    clicks: {
      holds: 'Se, mitä lomakkeilla lähetettiin ja vahvistettiin, vastaa merkintöjä.',
      fails: 'Se, mitä lomakkeilla lähetettiin ja vahvistettiin, ei vastaa merkintöjä.',
    },
    receipt: {
      holds: 'Suostumuskuitti (ISO/IEC TS 27560) vastaa merkintöjä.',
      fails: 'Suostumuskuitti ei vastaa merkintöjä.',
    },
    address: {
      holds: 'Merkintä koskee antamaasi sähköpostiosoitetta.',
      fails: 'Merkintä ei koske antamaasi sähköpostiosoitetta.',
      unknown: 'Henkilön tiedot on poistettu: ei voi enää tietää, ketä merkintä koski.',
      absent: 'Ketä merkinnät koskevat, jäi tarkistamatta: sähköpostiosoitetta ei annettu.',
    },
    witness: {
      holds:
        'Todistaja {by} näki lokin, jossa oli {size} merkintää, {at}, ja se oli vain kasvanut.',
      fails: 'Todistajan {by} allekirjoitus ei täsmää.',
      absent:
        'Kukaan todistaja ei ole allekirjoittanut lokia, jossa on {size} merkintää: ei voi tietää, näkevätkö kaikki saman lokin.',
    },
    time: {
      holds: '{by} on vahvistanut, että lokissa oli nämä {size} merkintää {at}.',
      fails: 'Aikaleima ei täsmää.',
      absent:
        'Kukaan ei ole vahvistanut, milloin lokissa oli {size} merkintää: aika on vain lokin oma sana.',
    },
    authority: {
      holds: 'Varmenne ({by}) on antamasi tai myönnetty sellaisen alla.',
      fails: 'Varmenne ({by}) ei ole antamasi eikä myönnetty sellaisen alla.',
      unknown: 'Onko {by} luotettava, ei selviä tiedostosta: lisää myöntäjän varmenne.',
    },
    consistent: {
      holds:
        'Loki, jossa on {later} merkintää, alkaa lokista, jossa on {size}: se on vain kasvanut.',
      fails: 'Loki, jossa on {later} merkintää, ei ala lokista, jossa on {size}: sitä on muutettu.',
      unknown:
        'Alkaako loki, jossa on {later} merkintää, lokista, jossa on {size}, selviää vielä yhdestä lokin antamasta tiedostosta. Lisää se.',
      absent: 'Tiedostot ovat eri lokeista, eikä niitä voi verrata.',
    },
  },
} satisfies VerifyTexts;
