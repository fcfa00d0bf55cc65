import privacy from './privacy/it.ts';
import type { Texts } from './texts.ts';
import verify from './verify/it.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Confermi il Suo indirizzo e-mail per {sender}: {code}',
      body: `Questo indirizzo è stato inserito in un modulo su {page}. Confermi che è il Suo.

Ha scelto:

{purposes}

Faccia clic sul pulsante e confermi nella pagina che si apre, oppure inserisca il codice di 6 cifre dove si è iscritto. Validità: {hours}.`,
      button: 'Conferma il mio indirizzo e-mail',
      footer:
        'Se non è stato Lei, ignori questa e-mail: senza la Sua conferma non Le inviamo nulla ed eliminiamo l’indirizzo dopo {days}. È inviata da {sender}.',
    },
    entry: {
      subject: '{code} è il Suo codice per {sender}',
      body: `Ha chiesto di aprire le Sue preferenze e-mail.

Inserisca questo codice di 6 cifre dove l’ha richiesto entro 10 minuti, oppure faccia clic sul pulsante. Il link è valido per 1 ora.`,
      button: 'Apri le mie preferenze',
      footer:
        'Se non l’ha richiesto, ignori questa e-mail. Non condivida il codice: senza di esso nessuno può vedere o modificare le Sue scelte. È inviata da {sender}.',
    },
    'address-old': {
      subject: 'Confermi il cambio del Suo indirizzo e-mail presso {sender}',
      body: `Ci è stato chiesto di utilizzare {email} al posto di questo indirizzo. Confermi che lo desidera.

Faccia clic sul pulsante e confermi nella pagina che si apre. Lo chiediamo anche al nuovo indirizzo e non modifichiamo nulla finché non ha confermato in entrambe le e-mail. Il link è valido per 48 ore.`,
      button: 'Conferma il cambio',
      footer:
        'Se non è stato Lei, ignori questa e-mail e non cambierà nulla. È inviata da {sender}.',
    },
    'address-new': {
      subject: 'Confermi il Suo nuovo indirizzo e-mail per {sender}',
      body: `Ci è stato chiesto di utilizzare d’ora in poi questo indirizzo. Confermi che è il Suo.

Faccia clic sul pulsante e confermi nella pagina che si apre. Il link è valido per 48 ore.`,
      button: 'Conferma il mio nuovo indirizzo',
      footer:
        'Se non è stato Lei, ignori questa e-mail: non Le inviamo nulla ed eliminiamo l’indirizzo. È inviata da {sender}.',
    },
    receipt: {
      subject: 'Ricevuta delle Sue scelte presso {sender}',
      body: `Ha salvato le Sue scelte il {when}. Ecco che cosa abbiamo registrato (testo esatto: {proof}):

{purposes}

Può modificare le Sue scelte in qualsiasi momento.`,
      button: 'Vedere e modificare le mie scelte',
      footer: 'Riceve questa e-mail perché ha chiesto una ricevuta. È inviata da {sender}.',
    },
    'log-checkpoint': {
      subject: 'Checkpoint del registro dei consensi: {size} voci',
      body: `Questo è ciò che il registro dei consensi {origin} ha firmato: il numero delle sue voci e un hash di tutte. Non contiene dati personali.

Conservi questa email. Se il registro viene modificato in seguito, questo testo lo dimostra: salvi il testo qui sotto come file e lo verifichi insieme a un file di prova.`,
      button: 'Verifica una prova',
      footer: 'Riceve questa email perché questo indirizzo riceve i checkpoint di {sender}.',
    },
    'webhook-disabled': {
      subject: 'Il webhook «{name}» è stato disattivato',
      body: `Al webhook «{name}» non viene più inviato nulla: il destinatario ha risposto con errori per tre giorni o ha comunicato di non esistere più.

Gli eventi sono conservati per 30 giorni. Correggere il destinatario e riattivare il webhook: riprenderà da dove si era fermato.`,
      button: 'Apri il webhook',
      footer: 'Riceve questa e-mail perché può modificare le impostazioni di {sender}.',
    },
    'log-halted': {
      subject: 'Il registro dei consensi si è fermato',
      body: `Dal {since} nel registro dei consensi non viene sigillato nulla: il libro non è più quello che è stato firmato. Succede dopo il ripristino di un backup, o se qualcuno ha modificato il database stesso.

Legga che cosa è stato trovato, ne cerchi la causa e inizi poi un altro registro. Iscrizioni, preferenze ed email continuano come prima.`,
      button: 'Apri il registro',
      footer: 'Riceve questa email perché può modificare le impostazioni di {sender}.',
    },
    invitation: {
      subject: 'Il Suo accesso alla console dei consensi di {sender}',
      body: `Ora può accedere alla console dei consensi di {sender}.

Faccia clic sul pulsante e inserisca questo indirizzo e-mail. Le invieremo un link di accesso.`,
      button: 'Vai all’accesso',
      footer:
        'Riceve questa e-mail perché un amministratore L’ha aggiunta come utente. È inviata da {sender}.',
    },
    'sign-in': {
      subject: 'Il Suo link di accesso per {sender}',
      body: 'Ha chiesto di accedere alla console dei consensi. Faccia clic sul pulsante e confermi nella pagina che si apre. Il link funziona una sola volta, entro 15 minuti.',
      button: 'Accedi',
      footer:
        'Se non l’ha richiesto, ignori questa e-mail. Non la inoltri: senza il link nessuno può accedere a Suo nome. È inviata da {sender}.',
    },
    'purpose-changed': {
      subject: '{sender} ha modificato il testo che ha accettato',
      body: `Ha dato il Suo consenso a quanto segue e abbiamo modificato il testo. Ora è il seguente:

{purposes}

Il Suo consenso resta valido. Se non è più d’accordo, può revocarlo con la stessa facilità con cui l’ha dato.`,
      button: 'Vedere e modificare le mie scelte',
      footer: 'Riceve questa e-mail perché ha dato il Suo consenso. È inviata da {sender}.',
    },
  },
  noUse: { title: 'Nulla al momento', text: 'Non le invieremo nulla.' },
  refused: {
    needs: 'Accetti prima ciò da cui questo dipende.',
    robot:
      'Questo modulo verifica che Lei non sia un robot e per farlo richiede JavaScript. Attivi JavaScript e ricarichi la pagina, oppure ci contatti in un altro modo.',
  },
  outcome: {
    title: 'Non è iscritto',
    signedUp: '{email} è iscritto a:',
    agreed: 'Ha accettato:',
    informed: 'Utilizziamo i Suoi dati per:',
    pending: 'In attesa che confermi {email}:',
    refused: 'Non ha scelto:',
    ended: 'È terminato:',
    nothing: 'Non Le invieremo nulla a seguito di questo modulo.',
    none: '{email} non è iscritto a nulla. Non Le invieremo nulla.',
  },
  confirm: {
    title: 'Confermi il Suo indirizzo e-mail',
    text: 'Inserisca il codice di 6 cifre della nostra e-mail a {email} oppure apra il link che contiene.',
    code: 'Codice di 6 cifre',
    button: 'Conferma',
    again: 'Invia una nuova e-mail',
    sent: 'Ha richiesto una nuova e-mail.',
    capped:
      'Se entro qualche minuto non arriva nessuna e-mail, guardi nella posta indesiderata. Ne inviamo al massimo 3 all’ora e 10 al giorno; poi la richieda di nuovo tra un’ora o il giorno dopo.',
    wait: 'Potrà richiedere una nuova e-mail {when}.',
    other: 'Usare un altro indirizzo',
    wrong: 'Il codice è errato o scaduto.',
    press: 'Faccia clic sul pulsante per confermare che questo indirizzo è Suo.',
    late: 'Questo link è scaduto. Possiamo inviarne uno nuovo.',
    done: 'Il Suo indirizzo e-mail è confermato',
    gone: 'Qui non c’è più nulla da confermare. Per iscriversi, compili di nuovo il modulo.',
  },
  files: {
    large: 'Scelga un file di massimo {n} MB.',
    type: 'Scelga un file di uno di questi tipi: {types}.',
  },
  corrections: {
    title: 'Cambio di indirizzo e-mail',
    ask: 'Utilizzare {email} d’ora in poi?',
    button: 'Conferma',
    half: 'Grazie. Ora confermi anche nell’e-mail inviata a {email}.',
    changed: 'D’ora in poi inviamo le Sue e-mail a {email}.',
    taken: '{email} ha già le proprie preferenze e-mail. Le apra con quell’indirizzo.',
    late: 'Questo link è scaduto o è già stato usato. Richieda di nuovo la modifica.',
  },
  unsubscribe: {
    title: 'Annulla l’iscrizione',
    stop: 'Annulla l’iscrizione a «{name}»',
    everything: 'Annulla tutte le iscrizioni',
    manage: 'Vedere e modificare tutte le mie scelte',
    stopped: 'La Sua iscrizione a «{name}» è annullata.',
    stoppedAll: 'Tutte le Sue iscrizioni sono annullate.',
    gone: 'Questo link non funziona più.',
    erased: 'Non conserviamo più nulla su di Lei, quindi non Le invieremo nulla.',
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
      title: 'La richiesta non è stata accettata',
      text: 'Torni indietro, ricarichi la pagina e riprovi.',
    },
    reference: 'Se succede di nuovo, comunichi questo numero: {id}',
    preferences: 'Preferenze e-mail',
  },
  pages: { privacy: 'Informativa sulla privacy', language: 'Lingua' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
