import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Was {sender} über Sie speichert',
      body: `Sie haben uns soeben auf {page} Ihre Daten gegeben. Wir speichern sie dafür:

{purposes}

Sie können uns jederzeit fragen, was wir über Sie speichern, es berichtigen oder löschen lassen und eine Einwilligung so leicht widerrufen, wie Sie sie gegeben haben.`,
      button: 'Ansehen und ändern',
      footer:
        'Sie erhalten diesen Brief einmal, weil das Gesetz verlangt, dass wir es Ihnen sagen (Art. 13 DSGVO). Er kommt von {sender}.',
    },
    confirmation: {
      subject: 'Bitte bestätigen Sie Ihre Adresse',
      body: `Jemand, hoffentlich Sie, hat diese Adresse in ein Formular auf {page} geschrieben.

Ihre Auswahl:

{purposes}

Drücken Sie den Knopf und dann den auf der Seite, die er öffnet. Oder schreiben Sie diese sechs Ziffern dorthin, wo Sie sich angemeldet haben. Beides gilt {hours} Stunden.`,
      button: 'Meine Adresse bestätigen',
      footer:
        'Waren Sie es nicht? Dann tun Sie nichts: Ohne Ihre Bestätigung senden wir Ihnen nichts, und die Adresse wird nach {days} Tagen vergessen. Dieser Brief ist von {sender}.',
    },
    entry: {
      subject: 'Ihre Einstellungen',
      body: `Hier ist der Weg zu dem, worin Sie eingewilligt haben, und um es zu ändern.

Schreiben Sie diese sechs Ziffern dorthin, wo Sie danach gefragt haben; sie gelten 10 Minuten. Oder drücken Sie den Knopf; sein Link gilt eine Stunde.`,
      button: 'Meine Einstellungen öffnen',
      footer:
        'Haben Sie nicht danach gefragt? Dann hat jemand anderes Ihre Adresse geschrieben, und es geschieht nichts, solange Sie die Ziffern für sich behalten. Dieser Brief ist von {sender}.',
    },
    'request-received': {
      subject: 'Ihr Antrag Nr. {number}',
      body: `Wir haben Ihren Antrag Nr. {number} ({kind}). Sie hören vor dem {due} von uns.

{grace}`,
      button: 'Meine Anträge ansehen',
      footer: 'Dieser Brief ist von {sender}.',
    },
    'request-done': {
      subject: 'Ihr Antrag Nr. {number} ist erledigt',
      body: 'Ihr Antrag Nr. {number} ({kind}) wurde ausgeführt.',
      button: '',
      footer: 'Dieser Brief ist von {sender}.',
    },
    'address-old': {
      subject: 'Ihre Adresse soll sich ändern',
      body: `Jemand, hoffentlich Sie, möchte, dass wir statt dieser Adresse {email} verwenden.

Drücken Sie den Knopf und dann den auf der Seite, die er öffnet. Dasselbe wird an der neuen Adresse gefragt; erst dann ändert sich etwas. Der Link gilt 48 Stunden.`,
      button: 'Der Änderung zustimmen',
      footer:
        'Waren Sie es nicht? Dann tun Sie nichts, und alles bleibt, wie es ist. Dieser Brief ist von {sender}.',
    },
    'address-new': {
      subject: 'Bitte bestätigen Sie Ihre neue Adresse',
      body: `Jemand, hoffentlich Sie, möchte diese Adresse bei {sender} verwenden.

Drücken Sie den Knopf und dann den auf der Seite, die er öffnet. Der Link gilt 48 Stunden.`,
      button: 'Meine neue Adresse bestätigen',
      footer:
        'Waren Sie es nicht? Dann tun Sie nichts: Ihnen wird nichts gesendet, und die Adresse wird vergessen. Dieser Brief ist von {sender}.',
    },
    receipt: {
      subject: 'Was Sie geändert haben',
      body: `Dies wurde am {when} festgehalten und steht in unserem Verzeichnis (der genaue Wortlaut: {proof}):

{purposes}

Sie können es jederzeit wieder ändern.`,
      button: 'Ansehen und ändern',
      footer: 'Sie haben um diese Quittung gebeten. Sie ist von {sender}.',
    },
    'breach-notice': {
      subject: 'Mit Ihren Daten bei {sender} ist etwas geschehen',
      body: `{nature}

Was es für Sie bedeuten kann:

{consequences}

Was wir tun und was Sie tun können:

{measures}

Fragen Sie uns: {contact}`,
      button: '',
      footer:
        'Sie erhalten diesen Brief, weil das Gesetz verlangt, dass wir es Ihnen sagen (Art. 34 DSGVO). Er kommt von {sender}.',
    },
    'sign-in': {
      subject: 'Ihr Anmeldelink für die Konsole',
      body: 'Klicken Sie auf die Schaltfläche und bestätigen Sie die Anmeldung auf der Seite, die sich öffnet. Der Link ist 15 Minuten gültig und kann nur einmal verwendet werden.',
      button: 'Anmelden',
      footer:
        'Haben Sie das nicht angefordert? Dann hat jemand anderes Ihre Adresse eingegeben. Es passiert nichts, solange niemand den Link verwendet. Diese E-Mail ist von {sender}.',
    },
    'source-notice': {
      subject: 'Was {sender} über Sie speichert',
      body: `Wir haben Ihre Daten. So sind sie zu uns gekommen: {source}. Wir speichern sie dafür:

{purposes}

Sie können jederzeit fragen, was wir über Sie speichern, es berichtigen oder löschen lassen, widersprechen und eine Einwilligung so leicht widerrufen, wie sie gegeben wurde.`,
      button: 'Ansehen und ändern',
      footer:
        'Sie erhalten diesen Brief einmal, weil das Gesetz verlangt, dass wir es Ihnen sagen (Art. 14 DSGVO). Er kommt von {sender}.',
    },
    'purpose-changed': {
      subject: 'Der Wortlaut, in den Sie eingewilligt haben, ist geändert',
      body: `Sie haben bei {sender} hierin eingewilligt, und der Wortlaut hat sich geändert. So lautet er jetzt:

{purposes}

Ihr Ja gilt weiter. Sehen Sie es heute anders, können Sie es so leicht widerrufen, wie Sie es gegeben haben.`,
      button: 'Ansehen und ändern',
      footer:
        'Sie erhalten diesen Brief, weil Sie hierin eingewilligt haben. Er kommt von {sender}.',
    },
    'data-ready': {
      subject: 'Ihre Daten: Antrag Nr. {number}',
      body: `Sie haben eine Kopie Ihrer Daten angefordert ({kind}). Alles, was wir über Sie gespeichert haben, steht zum Herunterladen bereit: als Seite zum Lesen oder Drucken sowie als JSON oder CSV.

Der Link öffnet Ihre eigenen Seiten. Leiten Sie diese E-Mail daher nicht weiter. Ist er abgelaufen, können Sie dort einen neuen anfordern.`,
      button: 'Meine Daten herunterladen',
      footer: 'Diese E-Mail ist von {sender}.',
    },
    'request-refused': {
      subject: 'Ihr Antrag Nr. {number}',
      body: `Wir können nicht tun, worum Sie in Ihrem Antrag Nr. {number} ({kind}) gebeten haben. Der Grund:

{reason}

Sie können sich bei Ihrer Datenschutzbehörde beschweren und vor Gericht gehen.`,
      button: '',
      footer: 'Dieser Brief ist von {sender}.',
    },
  },
  noUse: { title: 'Derzeit nichts', text: 'Wir senden Ihnen nichts zu.' },
  outcome: {
    title: 'Sie sind nicht angemeldet',
    signedUp: '{email} ist angemeldet für:',
    agreed: 'Sie haben eingewilligt in:',
    informed: 'Wir verwenden Ihre Angaben für:',
    pending: 'Wartet, bis Sie {email} bestätigen:',
    refused: 'Sie haben abgelehnt:',
    ended: 'Beendet ist:',
    nothing: 'Aufgrund dieses Formulars senden wir Ihnen nichts.',
    none: '{email} ist für nichts angemeldet. Wir senden Ihnen nichts.',
  },
  confirm: {
    title: 'Noch ein Schritt',
    text: 'Geben Sie den 6-stelligen Code aus unserer E-Mail an {email} ein oder öffnen Sie den Link darin.',
    code: 'Sechs Ziffern',
    button: 'Bestätigen',
    again: 'Noch einmal senden',
    sent: 'Sie haben eine weitere E-Mail angefordert.',
    capped:
      'Wenn in den nächsten Minuten keine E-Mail ankommt, sehen Sie im Spam-Ordner nach. Wir senden höchstens 3 pro Stunde und 10 pro Tag; danach können Sie in einer Stunde oder am nächsten Tag wieder eine anfordern.',
    wait: 'Sie können {when} eine weitere E-Mail anfordern.',
    other: 'Andere Adresse verwenden',
    wrong: 'Diese Ziffern stimmen nicht oder sind zu alt.',
    press: 'Bestätigen Sie mit der Taste, dass diese Adresse Ihnen gehört.',
    late: 'Dieser Link ist zu alt. Wir können Ihnen einen neuen senden.',
    done: 'Ihre Adresse ist bestätigt',
    gone: 'Hier gibt es nichts mehr zu bestätigen. Wenn Sie sich anmelden möchten, füllen Sie das Formular erneut aus.',
  },
  corrections: {
    title: 'Ihre Adresse',
    ask: 'Sollen wir ab jetzt {email} verwenden?',
    button: 'Ja, verwenden',
    half: 'Danke. Tun Sie nun dasselbe in dem Brief an {email}.',
    changed: 'Ab jetzt gehen Ihre Briefe an {email}.',
    taken: '{email} hat bereits eigene Einstellungen. Öffnen Sie diese mit jener Adresse.',
    late: 'Dieser Link ist zu alt oder wurde schon benutzt. Bitten Sie noch einmal um die Änderung.',
  },
  unsubscribe: {
    title: 'Diese Briefe beenden?',
    stop: '„{name}“ beenden',
    everything: 'Alles beenden',
    manage: 'Alle meine Einstellungen ansehen und ändern',
    stopped: 'Sie erhalten „{name}“ nicht mehr.',
    stoppedAll: 'Sie erhalten keine Briefe mehr von uns.',
    gone: 'Dieser Link führt nirgendwo mehr hin.',
    erased: 'Wir haben keine Daten mehr über Sie und senden Ihnen daher nichts.',
  },
  problems: {
    missing: {
      title: 'Seite nicht gefunden',
      text: 'Der Link ist möglicherweise unvollständig, abgelaufen oder wurde bereits verwendet. Öffnen Sie den vollständigen Link aus der E-Mail oder fordern Sie über Ihre E-Mail-Einstellungen einen neuen an.',
    },
    busy: {
      title: 'Bitte warten Sie einen Moment',
      text: 'Es gab zu viele Anfragen, oder der Dienst ist ausgelastet. Versuchen Sie es in einigen Minuten erneut.',
    },
    failed: {
      title: 'Entschuldigung, etwas ist schiefgelaufen',
      text: 'Es wurde nichts geändert. Versuchen Sie es später erneut.',
    },
    refused: {
      title: 'Das war nicht möglich',
      text: 'Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es erneut.',
    },
    reference: 'Falls es erneut passiert, nennen Sie bitte diese Nummer: {id}',
    preferences: 'E-Mail-Einstellungen',
  },
  pages: { privacy: 'Datenschutzerklärung', language: 'Sprache' },
  report: {
    title: 'Was zu {email} gespeichert ist',
    made: 'Erstellt am {date}.',
    choices: 'Meine Entscheidungen',
    submissions: 'Was ich gesendet habe',
    bounced: 'E-Mails an diese Adresse kommen seit {date} zurück.',
    messages: 'Briefe an mich',
    nothing: 'Nichts.',
    shown: 'Was gezeigt wurde (SHA-256):',
    also: 'Listen und Benachrichtigungen',
    segment: 'Auf unserer Liste',
    breach: 'Über eine Datenpanne benachrichtigt',
  },
} satisfies Texts;
