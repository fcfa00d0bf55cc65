import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Zo gebruikt {sender} uw gegevens',
      body: `U hebt ons uw gegevens gegeven op {page}. We gebruiken ze voor:

{purposes}

{rights}`,
      button: 'Mijn keuzes bekijken en wijzigen',
      footer:
        'U ontvangt deze e-mail eenmalig omdat we u wettelijk moeten informeren (art. 13 AVG). Deze e-mail is van {sender}.',
    },
    'source-notice': {
      subject: 'Zo gebruikt {sender} uw gegevens',
      body: `We hebben uw gegevens gekregen van deze bron: {source}. We gebruiken ze voor:

{purposes}

{rights}`,
      button: 'Mijn keuzes bekijken en wijzigen',
      footer:
        'U ontvangt deze e-mail eenmalig omdat we u wettelijk moeten informeren (art. 14 AVG). Deze e-mail is van {sender}.',
    },
    'request-received': {
      subject: '{sender} heeft uw verzoek {number} ontvangen',
      body: `We hebben uw verzoek {number} ({kind}) ontvangen en antwoorden uiterlijk {due}.

{grace}`,
      button: 'Mijn verzoeken bekijken',
      footer:
        'U ontvangt deze e-mail omdat u een verzoek hebt ingediend. Deze e-mail is van {sender}.',
    },
    'request-done': {
      subject: '{sender} heeft uw verzoek {number} afgehandeld',
      body: 'We hebben uw verzoek {number} ({kind}) uitgevoerd.',
      button: '',
      footer:
        'U ontvangt deze e-mail omdat u een verzoek hebt ingediend. Deze e-mail is van {sender}.',
    },
    'request-refused': {
      subject: '{sender} heeft geantwoord op uw verzoek {number}',
      body: `We kunnen uw verzoek {number} ({kind}) niet inwilligen. De reden is:

{reason}

U kunt een klacht indienen bij uw gegevensbeschermingsautoriteit en naar de rechter gaan.`,
      button: '',
      footer:
        'U ontvangt deze e-mail omdat u een verzoek hebt ingediend. Deze e-mail is van {sender}.',
    },
    'request-extended': {
      subject: 'Uw verzoek {number} duurt langer',
      body: `We hebben meer tijd nodig om uw verzoek {number} ({kind}) te beantwoorden. De reden:

{reason}

We antwoorden uiterlijk {due}. U kunt een klacht indienen bij uw privacytoezichthouder of naar de rechter gaan.`,
      button: '',
      footer:
        'U ontvangt deze e-mail omdat u een verzoek hebt ingediend. Deze e-mail is van {sender}.',
    },
    'restriction-lifted': {
      subject: 'De beperking van uw gegevens is opgeheven',
      body: `Het gebruik van uw gegevens was beperkt. We hebben die beperking opgeheven. De reden:

{reason}

Wat vóór de beperking gold, geldt weer. In uw voorkeuren kunt u een toestemming intrekken, bezwaar maken of het gebruik opnieuw beperken.`,
      button: 'Mijn voorkeuren',
      footer: 'Deze e-mail is van {sender}.',
    },
    'data-ready': {
      subject: 'Uw gegevens van {sender} staan klaar (verzoek {number})',
      body: `U hebt een kopie van uw gegevens opgevraagd ({kind}). Alles wat we over u bewaren staat klaar om te downloaden: als pagina om te lezen of af te drukken, en als JSON of CSV.

De link opent uw eigen pagina’s, dus stuur deze e-mail niet door. Als de link is verlopen, kunt u daar een nieuwe aanvragen.`,
      button: 'Mijn gegevens downloaden',
      footer:
        'U ontvangt deze e-mail omdat u een verzoek hebt ingediend. Deze e-mail is van {sender}.',
    },
    'breach-notice': {
      subject: 'Een datalek bij {sender} betreft uw gegevens',
      body: `{nature}

Wat dit voor u kan betekenen:

{consequences}

Wat wij doen en wat u zelf kunt doen:

{measures}

Contact: {contact}`,
      button: '',
      footer:
        'U ontvangt deze e-mail omdat we u wettelijk moeten informeren (art. 34 AVG). Deze e-mail is van {sender}.',
    },
    'breach-reported': {
      subject: 'Er is een mogelijk datalek gemeld',
      body: `Iemand heeft een mogelijk datalek gemeld. Lees de melding en open een dossier of sluit de melding.

De 72 uur om de toezichthouder te informeren (art. 33 AVG) lopen vanaf het moment dat u van een datalek weet.`,
      button: 'Melding lezen',
      footer: 'Deze e-mail is van {sender}.',
    },
  },
  disclosure: {
    basis: 'Grondslag: {name}.',
    kept: 'Bewaard tot er {time} voorbij zijn zonder activiteit van u.',
    keptUntil: 'Bewaard tot u uw toestemming intrekt, bezwaar maakt of om verwijdering vraagt.',
    recipients: 'Ontvangers: {names}.',
    transfers: 'Doorgifte buiten de EU en EER: {text}',
    rights:
      'U kunt een kopie van uw gegevens vragen, ze laten corrigeren of verwijderen, het gebruik beperken, bezwaar maken, ze meenemen naar een andere dienst en een toestemming altijd intrekken.',
    complaint: 'U kunt ook een klacht indienen bij {authority}.',
    authority: 'uw privacytoezichthouder',
    automated:
      'Er worden geen besluiten over u genomen die alleen op automatische verwerking berusten.',
    controller: 'Verwerkingsverantwoordelijke: {name}.',
    dpo: 'Functionaris voor gegevensbescherming: {name}.',
  },
  incident: {
    title: 'Een datalek melden',
    intro:
      'Vertel ons als persoonsgegevens verloren, gewijzigd of door onbevoegden gezien kunnen zijn. Vul de gegevens zelf niet in.',
    what: 'Wat er is gebeurd of wat u opviel',
    happenedAt: 'Wanneer het gebeurde, als u dat weet (optioneel)',
    contact: 'Hoe we u kunnen bereiken (optioneel)',
    button: 'Melding versturen',
    thanks: 'Dank u. We hebben uw melding en bekijken die meteen.',
    missing: 'Vul in wat er is gebeurd, in minstens 10 tekens.',
  },
  report: {
    title: 'Gegevens die we over {email} bewaren',
    made: 'Gemaakt op {date}. Tijden in de tijdzone {zone}.',
    choices: 'Mijn keuzes',
    submissions: 'Formulieren die ik heb verstuurd',
    bounced: 'E-mails naar dit adres komen sinds {date} terug.',
    messages: 'E-mails aan mij',
    nothing: 'Geen.',
    shown: 'Wat is getoond (SHA-256):',
    also: 'Lijsten en meldingen',
    segment: 'Op onze lijst',
    breach: 'Geïnformeerd over een datalek',
    uses: 'Waarvoor de gegevens worden gebruikt',
    wording: 'Getoonde tekst:',
    rights: 'Uw rechten',
    source: 'Bron: {name}.',
  },
} satisfies PrivacyTexts;
