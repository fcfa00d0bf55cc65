import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Come {sender} utilizza i Suoi dati',
      body: `Ci ha comunicato i Suoi dati su {page}. Li utilizziamo per:

{purposes}

{rights}`,
      button: 'Vedere e modificare le mie scelte',
      footer:
        'Riceve questa e-mail una sola volta perché la legge ci impone di informarLa (art. 13 GDPR). È inviata da {sender}.',
    },
    'source-notice': {
      subject: 'Come {sender} utilizza i Suoi dati',
      body: `Abbiamo ricevuto i Suoi dati da questa fonte: {source}. Li utilizziamo per:

{purposes}

{rights}`,
      button: 'Vedere e modificare le mie scelte',
      footer:
        'Riceve questa e-mail una sola volta perché la legge ci impone di informarLa (art. 14 GDPR). È inviata da {sender}.',
    },
    'request-received': {
      subject: '{sender} ha ricevuto la Sua richiesta {number}',
      body: `Abbiamo ricevuto la Sua richiesta {number} ({kind}) e risponderemo entro il {due}.

{grace}`,
      button: 'Vedere le mie richieste',
      footer: 'Riceve questa e-mail perché ha presentato una richiesta. È inviata da {sender}.',
    },
    'request-done': {
      subject: '{sender} ha completato la Sua richiesta {number}',
      body: 'Abbiamo completato la Sua richiesta {number} ({kind}).',
      button: '',
      footer: 'Riceve questa e-mail perché ha presentato una richiesta. È inviata da {sender}.',
    },
    'request-refused': {
      subject: '{sender} ha risposto alla Sua richiesta {number}',
      body: `Non possiamo accogliere la Sua richiesta {number} ({kind}). Il motivo è:

{reason}

Può presentare reclamo all’autorità per la protezione dei dati e ricorrere in giudizio.`,
      button: '',
      footer: 'Riceve questa e-mail perché ha presentato una richiesta. È inviata da {sender}.',
    },
    'request-extended': {
      subject: 'La sua richiesta {number} richiede più tempo',
      body: `Ci serve più tempo per rispondere alla sua richiesta {number} ({kind}). Il motivo:

{reason}

Rispondiamo entro il {due}. Può presentare reclamo all’autorità per la protezione dei dati o rivolgersi al giudice.`,
      button: '',
      footer: 'Riceve questa e-mail perché ha presentato una richiesta. È inviata da {sender}.',
    },
    'restriction-lifted': {
      subject: 'La limitazione dei suoi dati è revocata',
      body: `L’uso dei suoi dati era limitato. Abbiamo revocato questa limitazione. Il motivo:

{reason}

Vale di nuovo ciò che valeva prima. Nelle sue preferenze può revocare un consenso, opporsi o limitare di nuovo l’uso.`,
      button: 'Le mie preferenze',
      footer: 'Questa e-mail è di {sender}.',
    },
    'data-ready': {
      subject: 'I Suoi dati presso {sender} sono pronti (richiesta {number})',
      body: `Ha chiesto una copia dei Suoi dati ({kind}). Tutto ciò che conserviamo su di Lei è pronto da scaricare: come pagina da leggere o stampare, e in JSON o CSV.

Il link apre le Sue pagine personali: non inoltri questa e-mail. Quando è scaduto, può richiederne uno nuovo lì.`,
      button: 'Scarica i miei dati',
      footer: 'Riceve questa e-mail perché ha presentato una richiesta. È inviata da {sender}.',
    },
    'breach-notice': {
      subject: 'Una violazione dei dati presso {sender} riguarda i Suoi dati',
      body: `{nature}

Che cosa può significare per Lei:

{consequences}

Che cosa stiamo facendo e che cosa può fare Lei:

{measures}

Contatto: {contact}`,
      button: '',
      footer:
        'Riceve questa e-mail perché la legge ci impone di informarLa (art. 34 GDPR). È inviata da {sender}.',
    },
    'breach-reported': {
      subject: 'È stata segnalata una possibile violazione dei dati',
      body: `Qualcuno ha segnalato una possibile violazione dei dati. Legga la segnalazione, poi apra un caso o la chiuda.

Le 72 ore per informare l’autorità (art. 33 GDPR) decorrono da quando si viene a conoscenza di una violazione.`,
      button: 'Leggi la segnalazione',
      footer: 'Questa e-mail è di {sender}.',
    },
  },
  disclosure: {
    basis: 'Base giuridica: {name}.',
    kept: 'Periodo di conservazione senza attività da parte sua: {time}.',
    keptUntil: 'Conservati finché revoca il consenso, si oppone o ne chiede la cancellazione.',
    recipients: 'Destinatari: {names}.',
    transfers: 'Trasferimenti fuori da UE e SEE: {text}',
    rights:
      'Può chiedere una copia dei suoi dati, farli rettificare o cancellare, limitarne l’uso, opporsi, trasferirli a un altro servizio e revocare un consenso in ogni momento.',
    complaint: 'Può anche presentare reclamo a: {authority}.',
    authority: 'la sua autorità per la protezione dei dati',
    automated: 'Nessuna decisione su di lei è presa unicamente con mezzi automatizzati.',
    controller: 'Titolare del trattamento: {name}.',
    dpo: 'Responsabile della protezione dei dati: {name}.',
  },
  incident: {
    title: 'Segnala una violazione dei dati',
    intro:
      'Ci dica se dei dati personali possono essere stati persi, modificati o visti da chi non doveva. Non inserisca i dati stessi.',
    what: 'Che cosa è successo o che cosa ha notato',
    happenedAt: 'Quando è successo, se lo sa (facoltativo)',
    contact: 'Come possiamo contattarla (facoltativo)',
    button: 'Invia segnalazione',
    thanks: 'Grazie. Abbiamo la sua segnalazione e la esaminiamo subito.',
    missing: 'Inserisca che cosa è successo, con almeno 10 caratteri.',
  },
  report: {
    title: 'Dati che conserviamo su {email}',
    made: 'Creato il {date}. Orari nel fuso {zone}.',
    choices: 'Le mie scelte',
    submissions: 'Moduli che ho inviato',
    bounced: 'Le e-mail inviate a questo indirizzo vengono respinte dal {date}.',
    messages: 'E-mail inviate a me',
    nothing: 'Nessuno.',
    shown: 'Ciò che è stato mostrato (SHA-256):',
    also: 'Elenchi e comunicazioni',
    segment: 'Nel nostro elenco',
    breach: 'Notificato di una violazione dei dati',
    uses: 'Per che cosa sono usati i dati',
    wording: 'Testo mostrato:',
    rights: 'I suoi diritti',
    source: 'Fonte: {name}.',
  },
} satisfies PrivacyTexts;
