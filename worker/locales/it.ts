import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Ciò che {sender} conserva su di lei',
      body: `Ci ha appena dato i suoi dati su {page}. Li conserviamo per questo:

{purposes}

Può chiederci in ogni momento che cosa conserviamo su di lei, farlo correggere o cancellare, e ritirare un consenso con la stessa facilità con cui l’ha dato.`,
      button: 'Vedere e modificare',
      footer:
        'Riceve questo messaggio una sola volta, perché la legge ci chiede di dirglielo (GDPR art. 13). È di {sender}.',
    },
    confirmation: {
      subject: 'Confermi il suo indirizzo',
      body: `Qualcuno, speriamo lei, ha scritto questo indirizzo in un modulo su {page}.

Ha scelto:

{purposes}

Prema il pulsante e poi quello della pagina che si apre. Oppure scriva queste sei cifre dove si è iscritto. Entrambi valgono {hours} ore.`,
      button: 'Confermare il mio indirizzo',
      footer:
        'Non è stato lei? Non faccia nulla: senza la sua conferma non le viene inviato nulla, e l’indirizzo viene dimenticato dopo {days} giorni. Questo messaggio è di {sender}.',
    },
    entry: {
      subject: 'Le sue preferenze',
      body: `Ecco la via verso ciò che ha accettato, e per modificarlo.

Scriva queste sei cifre dove le ha chieste; valgono 10 minuti. Oppure prema il pulsante; il suo link vale un’ora.`,
      button: 'Aprire le mie preferenze',
      footer:
        'Non l’ha chiesto lei? Allora qualcun altro ha scritto il suo indirizzo, e non succede nulla finché tiene le cifre per sé. Questo messaggio è di {sender}.',
    },
    'request-received': {
      subject: 'La sua richiesta n. {number}',
      body: `Abbiamo la sua richiesta n. {number} ({kind}). Avrà nostre notizie prima del {due}.

{grace}`,
      button: 'Vedere le mie richieste',
      footer: 'Questo messaggio è di {sender}.',
    },
    'request-done': {
      subject: 'La sua richiesta n. {number} è stata eseguita',
      body: 'La sua richiesta n. {number} ({kind}) è stata eseguita.',
      button: '',
      footer: 'Questo messaggio è di {sender}.',
    },
    'address-old': {
      subject: 'Il suo indirizzo sta per cambiare',
      body: `Qualcuno, speriamo lei, vuole che usiamo {email} al posto di questo indirizzo.

Prema il pulsante e poi quello della pagina che si apre. Lo stesso viene chiesto al nuovo indirizzo; solo allora cambia qualcosa. Il link vale 48 ore.`,
      button: 'Accettare la modifica',
      footer:
        'Non è stato lei? Non faccia nulla, e tutto resta com’è. Questo messaggio è di {sender}.',
    },
    'address-new': {
      subject: 'Confermi il suo nuovo indirizzo',
      body: `Qualcuno, speriamo lei, vuole usare questo indirizzo presso {sender}.

Prema il pulsante e poi quello della pagina che si apre. Il link vale 48 ore.`,
      button: 'Confermare il mio nuovo indirizzo',
      footer:
        'Non è stato lei? Non faccia nulla: non le viene inviato nulla, e l’indirizzo viene dimenticato. Questo messaggio è di {sender}.',
    },
    receipt: {
      subject: 'Ciò che ha modificato',
      body: `Questo è stato registrato il {when} e sta nel nostro registro (le parole esatte: {proof}):

{purposes}

Può modificarlo di nuovo in ogni momento.`,
      button: 'Vedere e modificare',
      footer: 'Ha chiesto questa ricevuta. È di {sender}.',
    },
    'breach-notice': {
      subject: 'È successo qualcosa ai suoi dati presso {sender}',
      body: `{nature}

Che cosa può significare per lei:

{consequences}

Che cosa facciamo, e che cosa può fare lei:

{measures}

Ci chieda: {contact}`,
      button: '',
      footer:
        'Riceve questo messaggio perché la legge ci chiede di dirglielo (GDPR art. 34). È di {sender}.',
    },
    'sign-in': {
      subject: 'Il suo link di accesso alla console',
      body: 'Faccia clic sul pulsante e confermi nella pagina che si apre. Il link è valido per 15 minuti e si può usare una sola volta.',
      button: 'Accedi',
      footer:
        'Non l’ha chiesto lei? Allora qualcun altro ha inserito il suo indirizzo, e non succede nulla finché nessuno usa il link. Questo messaggio è di {sender}.',
    },
    'source-notice': {
      subject: 'Ciò che {sender} conserva su di lei',
      body: `Abbiamo i suoi dati. Ci sono arrivati così: {source}. Li conserviamo per questo:

{purposes}

Può chiedere in ogni momento che cosa conserviamo su di lei, farlo correggere o cancellare, opporsi, e ritirare un consenso con la stessa facilità con cui è stato dato.`,
      button: 'Vedere e modificare',
      footer:
        'Riceve questo messaggio una sola volta, perché la legge ci chiede di dirglielo (GDPR art. 14). È di {sender}.',
    },
    'purpose-changed': {
      subject: 'Le parole che ha accettato sono cambiate',
      body: `Ha detto sì a questo presso {sender}, e le parole sono cambiate. Ora dicono così:

{purposes}

Il suo sì resta valido. Se oggi la vede diversamente, può ritirarlo con la stessa facilità con cui l’ha dato.`,
      button: 'Vedere e modificare',
      footer: 'Riceve questo messaggio perché ha detto sì a questo. È di {sender}.',
    },
    'data-ready': {
      subject: 'I suoi dati: richiesta n. {number}',
      body: `Ha chiesto una copia dei suoi dati ({kind}). Tutto ciò che conserviamo su di lei è pronto da scaricare: come pagina da leggere o stampare, e in formato JSON o CSV.

Il link apre le sue pagine personali: non inoltri questa e-mail. Quando sarà scaduto, potrà richiederne uno nuovo.`,
      button: 'Scarica i miei dati',
      footer: 'Questa e-mail è di {sender}.',
    },
    'request-refused': {
      subject: 'La sua richiesta n. {number}',
      body: `Non possiamo fare ciò che ha chiesto nella sua richiesta n. {number} ({kind}). Il motivo:

{reason}

Può reclamare presso l’autorità per la protezione dei dati e rivolgersi al giudice.`,
      button: '',
      footer: 'Questo messaggio è di {sender}.',
    },
  },
  noUse: { title: 'Nulla al momento', text: 'Non le invieremo nulla.' },
  outcome: {
    title: 'Non è iscritto',
    signedUp: '{email} è iscritto a:',
    agreed: 'Ha accettato:',
    informed: 'Usiamo i suoi dati per:',
    pending: 'In attesa che confermi {email}:',
    refused: 'Ha detto no a:',
    ended: 'È terminato:',
    nothing: 'Non le invieremo nulla a seguito di questo modulo.',
    none: '{email} non è iscritto a nulla. Non le invieremo nulla.',
  },
  confirm: {
    title: 'Ancora una cosa',
    text: 'Inserisca il codice di 6 cifre della nostra e-mail a {email} oppure apra il link che contiene.',
    code: 'Sei cifre',
    button: 'Conferma',
    again: 'Invia di nuovo',
    sent: 'Ha chiesto un’altra e-mail.',
    capped:
      'Se entro qualche minuto non arriva nessuna e-mail, guardi nella posta indesiderata. Ne inviamo al massimo 3 all’ora e 10 al giorno; poi la richieda di nuovo tra un’ora o il giorno dopo.',
    wait: 'Potrà chiedere un’altra e-mail {when}.',
    other: 'Usare un altro indirizzo',
    wrong: 'Le cifre non sono giuste o sono troppo vecchie.',
    press: 'Prema il pulsante per confermare che questo indirizzo è suo.',
    late: 'Questo link è troppo vecchio. Possiamo inviarne uno nuovo.',
    done: 'Il suo indirizzo è confermato',
    gone: 'Qui non c’è più nulla da confermare. Per iscriversi, compili di nuovo il modulo.',
  },
  corrections: {
    title: 'Il suo indirizzo',
    ask: 'Usare {email} d’ora in poi?',
    button: 'Sì, usalo',
    half: 'Grazie. Ora faccia lo stesso nel messaggio inviato a {email}.',
    changed: 'D’ora in poi i suoi messaggi vanno a {email}.',
    taken: '{email} ha già le proprie scelte. Le apra con quell’indirizzo.',
    late: 'Questo link è troppo vecchio o già usato. Chieda la modifica ancora una volta.',
  },
  unsubscribe: {
    title: 'Fermare questi messaggi?',
    stop: 'Ferma «{name}»',
    everything: 'Ferma tutto',
    manage: 'Vedere e modificare tutte le mie scelte',
    stopped: 'Non riceverà più «{name}».',
    stoppedAll: 'Non riceverà più nessuno dei nostri messaggi.',
    gone: 'Questo link non porta più da nessuna parte.',
    erased: 'Non conserviamo più nulla su di lei, quindi non le invieremo nulla.',
  },
  problems: {
    missing: {
      title: 'Pagina non trovata',
      text: 'Il link potrebbe essere incompleto, scaduto o già usato. Apra il link completo contenuto nell’e-mail oppure ne richieda uno nuovo dalle preferenze e-mail.',
    },
    busy: {
      title: 'Attenda un momento',
      text: 'Sono arrivate troppe richieste oppure il servizio è occupato. Riprovi tra qualche minuto.',
    },
    failed: {
      title: 'Spiacenti, si è verificato un errore',
      text: 'Non è stato modificato nulla. Riprovi più tardi.',
    },
    refused: {
      title: 'Operazione non riuscita',
      text: 'Torni indietro, ricarichi la pagina e riprovi.',
    },
    reference: 'Se succede di nuovo, comunichi questo numero: {id}',
    preferences: 'Preferenze e-mail',
  },
  pages: { privacy: 'Informativa sulla privacy', language: 'Lingua' },
  report: {
    title: 'Ciò che è conservato di {email}',
    made: 'Redatto il {date}.',
    choices: 'Le mie scelte',
    submissions: 'Ciò che ho inviato',
    bounced: 'Le e-mail inviate a questo indirizzo vengono respinte dal {date}.',
    messages: 'Messaggi inviati a me',
    nothing: 'Niente.',
    shown: 'Ciò che è stato mostrato (SHA-256):',
    also: 'Elenchi e comunicazioni',
    segment: 'Nel nostro elenco',
    breach: 'Notificato di una violazione dei dati',
  },
} satisfies Texts;
