import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Einwilligungsnachweis prüfen',
    intro:
      'Prüfen Sie, ob eine Nachweisdatei echt ist: worin eingewilligt wurde, mit welchem Wortlaut, und dass seitdem nichts geändert wurde.',
    private: 'Ihre Dateien bleiben in diesem Browser. Es wird nichts gesendet.',
    drop: 'Dateien hier ablegen',
    choose: 'Dateien auswählen',
    script: 'Diese Seite prüft Dateien mit JavaScript. Offline leistet dieser Befehl dasselbe:',
    compare: 'Mit bekannten Angaben vergleichen',
    address: 'E-Mail-Adresse',
    addressHelp: 'Zeigt, ob es um diese Adresse geht. Auch sie wird nicht gesendet.',
    keys: 'Öffentliche Schlüssel',
    keysHelp:
      'Des Protokolls oder von Zeugen, einer pro Zeile, aus einer anderen Quelle als der Datei.',
    again: 'Erneut prüfen',
    checking: 'Wird geprüft …',
    holds: 'Alles stimmt',
    fails: 'Etwas stimmt nicht',
    partly: 'Was sich prüfen lässt, stimmt',
    listHolds: 'Was stimmt',
    listFails: 'Was nicht stimmt',
    listUnknown: 'Was offenbleibt',
    records: 'Was die Datei besagt',
    when: 'Wann',
    what: 'Wofür',
    decision: 'Entscheidung',
    record: 'Eintrag',
    together: 'Miteinander verglichen',
    logKey: 'Schlüssel, die die Datei nennt',
    download: 'Fehlende Datei herunterladen',
    tooLarge: 'Diese Datei ist zu groß für eine Nachweisdatei.',
  },
  decisions: {
    given: 'Eingewilligt',
    pending: 'Bestätigung ausstehend',
    informed: 'Informiert',
    refused: 'Nicht eingewilligt',
    withdrawn: 'Widerrufen',
    objected: 'Widersprochen',
    restricted: 'Nutzung eingeschränkt',
    expired: 'Abgelaufen',
  },
  found: {
    file: {
      holds: 'Die Datei ist lesbar.',
      fails: 'Das ist keine Nachweisdatei, oder sie ist beschädigt.',
    },
    whole: {
      holds:
        'Das Protokoll hat die ganze Datei signiert: Seitdem wurde nichts hinzugefügt, weggelassen oder geändert.',
      fails: 'Die Datei ist nicht so, wie das Protokoll sie signiert hat.',
      unknown: 'Die Datei als Ganzes ist nicht signiert: Es kann etwas fehlen.',
    },
    content: {
      holds: 'Der Eintrag hat den Hash, der mit ihm gespeichert wurde.',
      fails: 'Der Eintrag wurde geändert.',
    },
    sealed: {
      unknown:
        'Der Eintrag ist noch nicht im Protokoll versiegelt. Laden Sie die Datei in einigen Minuten erneut herunter.',
    },
    included: {
      holds: 'Der Eintrag steht im Protokoll.',
      fails: 'Der Eintrag steht nicht im genannten Protokoll.',
    },
    signed: {
      holds: 'Das Protokoll hat dafür signiert.',
      fails: 'Das Protokoll hat dafür nicht signiert.',
      unknown:
        'Ob das Protokoll signiert hat, lässt sich ohne seinen öffentlichen Schlüssel nicht feststellen.',
    },
    key: {
      holds: 'Signiert mit einem Schlüssel, den Sie angegeben haben.',
      fails: 'Mit keinem der Schlüssel signiert, die Sie angegeben haben.',
      unknown:
        'Wem der Schlüssel gehört, lässt sich aus der Datei nicht feststellen: Vergleichen Sie ihn mit einer Kopie aus anderer Quelle.',
    },
    statement: {
      holds: 'Was angezeigt wurde, steht wörtlich in der Datei.',
      fails: 'Was angezeigt wurde, fehlt oder wurde geändert.',
    },
    look: {
      holds: 'Die Ansicht zeigt denselben Wortlaut.',
      fails: 'Die Ansicht zeigt einen anderen Wortlaut.',
    },
    clicks: {
      holds: 'Was in Formularen gesendet und bestätigt wurde, stimmt mit den Einträgen überein.',
      fails:
        'Was in Formularen gesendet und bestätigt wurde, stimmt nicht mit den Einträgen überein.',
    },
    receipt: {
      holds: 'Der Einwilligungsbeleg (ISO/IEC TS 27560) stimmt mit den Einträgen überein.',
      fails: 'Der Einwilligungsbeleg stimmt nicht mit den Einträgen überein.',
    },
    address: {
      holds: 'Es geht um die angegebene E-Mail-Adresse.',
      fails: 'Es geht nicht um die angegebene E-Mail-Adresse.',
      unknown: 'Die Person wurde gelöscht: Um wen es ging, lässt sich nicht mehr feststellen.',
      absent: 'Um wen es geht, wurde nicht geprüft: Es wurde keine E-Mail-Adresse angegeben.',
    },
    witness: {
      holds:
        'Der Zeuge {by} hat das Protokoll mit {size} Einträgen am {at} gesehen; es war nur gewachsen.',
      fails: 'Die Signatur des Zeugen {by} passt nicht.',
      absent:
        'Kein Zeuge hat das Protokoll mit {size} Einträgen signiert: Ob allen dasselbe Protokoll gezeigt wird, bleibt offen.',
    },
    time: {
      holds: '{by} hat bestätigt, dass das Protokoll am {at} diese {size} Einträge hatte.',
      fails: 'Ein Zeitstempel passt nicht.',
      absent:
        'Keine Stelle hat bestätigt, wann das Protokoll {size} Einträge hatte: Die Zeit nennt nur das Protokoll selbst.',
    },
    authority: {
      holds:
        'Das Zertifikat von {by} ist eines, das Sie angegeben haben, oder wurde darunter ausgestellt.',
      fails:
        'Das Zertifikat von {by} ist weder eines, das Sie angegeben haben, noch darunter ausgestellt.',
      unknown:
        'Ob {by} vertrauenswürdig ist, lässt sich aus der Datei nicht feststellen: Fügen Sie das Zertifikat der Stelle hinzu.',
    },
    consistent: {
      holds:
        'Das Protokoll mit {later} Einträgen beginnt mit dem mit {size}: Es ist nur gewachsen.',
      fails:
        'Das Protokoll mit {later} Einträgen beginnt nicht mit dem mit {size}: Es wurde geändert.',
      unknown:
        'Ob das Protokoll mit {later} Einträgen mit dem mit {size} beginnt, zeigt eine weitere Datei des Protokolls. Fügen Sie sie hinzu.',
      absent: 'Die Dateien stammen aus verschiedenen Protokollen und sind nicht vergleichbar.',
    },
  },
} satisfies VerifyTexts;
