import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Verificare una prova di consenso',
    intro:
      'Verifichi se un file di prova è autentico: a che cosa è stato dato il consenso, con quali parole, e che nulla è cambiato da allora.',
    private: 'I file restano in questo browser. Non viene inviato nulla.',
    drop: 'Trascini qui i file',
    choose: 'Scegli i file',
    script: 'Questa pagina verifica i file con JavaScript. Offline, questo comando fa lo stesso:',
    compare: 'Confronti con ciò che sa',
    address: 'Indirizzo email',
    addressHelp: 'Mostra se le registrazioni riguardano questo indirizzo. Non viene inviato.',
    keys: 'Chiavi pubbliche',
    keysHelp: 'Del registro o di testimoni, una per riga, ottenute altrove e non dal file.',
    again: 'Verifica di nuovo',
    checking: 'Verifica in corso…',
    holds: 'Tutto è corretto',
    fails: 'Qualcosa non è corretto',
    partly: 'Ciò che si può verificare è corretto',
    listHolds: 'Che cosa è corretto',
    listFails: 'Che cosa non è corretto',
    listUnknown: 'Che cosa non si può sapere',
    records: 'Che cosa dice il file',
    when: 'Quando',
    what: 'Per che cosa',
    decision: 'Decisione',
    record: 'Registrazione',
    together: 'Confrontati tra loro',
    logKey: 'Chiavi indicate dal file',
    download: 'Scarica ciò che manca',
    tooLarge: 'Questo file è troppo grande per essere un file di prova.',
  },
  decisions: {
    given: 'Consenso dato',
    pending: 'In attesa di conferma',
    informed: 'Informato',
    refused: 'Consenso non dato',
    withdrawn: 'Revocato',
    objected: 'Opposizione',
    restricted: 'Uso limitato',
    expired: 'Scaduto',
  },
  found: {
    file: {
      holds: 'Il file è leggibile.',
      fails: 'Non è un file di prova, oppure è danneggiato.',
    },
    whole: {
      holds:
        'Il registro ha firmato l’intero file: da allora nulla è stato aggiunto, omesso o modificato.',
      fails: 'Il file non è come il registro lo ha firmato.',
      unknown: 'Il file nel suo insieme non è firmato: qualcosa può essere stato omesso.',
    },
    content: {
      holds: 'La registrazione ha l’impronta salvata insieme ad essa.',
      fails: 'La registrazione è stata modificata.',
    },
    sealed: {
      unknown: 'Non è ancora sigillata nel registro. Scarichi di nuovo il file tra qualche minuto.',
    },
    included: {
      holds: 'È nel registro.',
      fails: 'Non è nel registro indicato dal file.',
    },
    signed: {
      holds: 'Il registro l’ha firmata.',
      fails: 'Il registro non l’ha firmata.',
      unknown: 'Senza la chiave pubblica del registro non si può sapere se l’ha firmata.',
    },
    key: {
      holds: 'È firmata con una chiave che ha indicato.',
      fails: 'Non è firmata con nessuna delle chiavi che ha indicato.',
      unknown:
        'Dal file non si può sapere di chi è la chiave: la confronti con una copia ottenuta altrove.',
    },
    statement: {
      holds: 'Ciò che è stato mostrato è nel file, parola per parola.',
      fails: 'Ciò che è stato mostrato manca o è stato modificato.',
    },
    look: {
      holds: 'L’aspetto che aveva mostra le stesse parole.',
      fails: 'L’aspetto che aveva mostra altre parole.',
    },
    clicks: {
      holds: 'Ciò che è stato inviato e confermato nei moduli corrisponde alle registrazioni.',
      fails: 'Ciò che è stato inviato e confermato nei moduli non corrisponde alle registrazioni.',
    },
    receipt: {
      holds: 'La ricevuta del consenso (ISO/IEC TS 27560) corrisponde alle registrazioni.',
      fails: 'La ricevuta del consenso non corrisponde alle registrazioni.',
    },
    address: {
      holds: 'Riguarda l’indirizzo email che ha indicato.',
      fails: 'Non riguarda l’indirizzo email che ha indicato.',
      unknown: 'La persona è stata cancellata: non si può più sapere di chi si trattava.',
      absent: 'Non è stato verificato chi riguarda: nessun indirizzo email è stato indicato.',
    },
    witness: {
      holds:
        'Il testimone {by} ha visto il registro con {size} registrazioni il {at}, ed era soltanto cresciuto.',
      fails: 'La firma del testimone {by} non è valida.',
      absent:
        'Nessun testimone ha firmato il registro con {size} registrazioni: non si può sapere se tutti vedono lo stesso registro.',
    },
    time: {
      holds: '{by} ha confermato che il registro aveva queste {size} registrazioni il {at}.',
      fails: 'Una marca temporale non è valida.',
      absent:
        'Nessuna autorità ha confermato quando il registro aveva {size} registrazioni: lo dice solo il registro stesso.',
    },
    authority: {
      holds: 'Il certificato di {by} è uno di quelli che ha indicato, o ne dipende.',
      fails: 'Il certificato di {by} non è tra quelli che ha indicato e non ne dipende.',
      unknown:
        'Dal file non si può sapere se {by} è affidabile: aggiunga il certificato dell’autorità.',
    },
    consistent: {
      holds:
        'Il registro con {later} registrazioni inizia con quello di {size}: è soltanto cresciuto.',
      fails:
        'Il registro con {later} registrazioni non inizia con quello di {size}: è stato modificato.',
      unknown:
        'Per sapere se il registro con {later} registrazioni inizia con quello di {size} serve un altro file, che il registro fornisce. Lo aggiunga.',
      absent: 'I file provengono da registri diversi e non si possono confrontare.',
    },
  },
} satisfies VerifyTexts;
