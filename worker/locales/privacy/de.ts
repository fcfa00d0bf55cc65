import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'So verwendet {sender} Ihre Daten',
      body: `Sie haben uns Ihre Daten auf {page} mitgeteilt. Wir verwenden sie für:

{purposes}

{rights}`,
      button: 'Meine Einstellungen ansehen und ändern',
      footer:
        'Sie erhalten diese E-Mail einmalig, weil wir Sie gesetzlich informieren müssen (Art. 13 DSGVO). Sie ist von {sender}.',
    },
    'source-notice': {
      subject: 'So verwendet {sender} Ihre Daten',
      body: `Wir haben Ihre Daten aus dieser Quelle erhalten: {source}. Wir verwenden sie für:

{purposes}

{rights}`,
      button: 'Meine Einstellungen ansehen und ändern',
      footer:
        'Sie erhalten diese E-Mail einmalig, weil wir Sie gesetzlich informieren müssen (Art. 14 DSGVO). Sie ist von {sender}.',
    },
    'request-received': {
      subject: '{sender} hat Ihren Antrag {number} erhalten',
      body: `Wir haben Ihren Antrag {number} ({kind}) erhalten und antworten bis zum {due}.

{grace}`,
      button: 'Meine Anträge ansehen',
      footer:
        'Sie erhalten diese E-Mail, weil Sie einen Antrag gestellt haben. Sie ist von {sender}.',
    },
    'request-done': {
      subject: '{sender} hat Ihren Antrag {number} bearbeitet',
      body: 'Wir haben Ihren Antrag {number} ({kind}) erledigt.',
      button: '',
      footer:
        'Sie erhalten diese E-Mail, weil Sie einen Antrag gestellt haben. Sie ist von {sender}.',
    },
    'request-refused': {
      subject: '{sender} hat auf Ihren Antrag {number} geantwortet',
      body: `Wir können Ihrem Antrag {number} ({kind}) nicht entsprechen. Der Grund:

{reason}

Sie können sich bei Ihrer Datenschutzbehörde beschweren und den Rechtsweg beschreiten.`,
      button: '',
      footer:
        'Sie erhalten diese E-Mail, weil Sie einen Antrag gestellt haben. Sie ist von {sender}.',
    },
    'request-extended': {
      subject: 'Ihr Antrag {number} dauert länger',
      body: `Wir brauchen mehr Zeit für die Antwort auf Ihren Antrag {number} ({kind}). Der Grund:

{reason}

Wir antworten bis zum {due}. Sie können sich bei Ihrer Datenschutzaufsichtsbehörde beschweren oder den Rechtsweg beschreiten.`,
      button: '',
      footer:
        'Sie erhalten diese E-Mail, weil Sie einen Antrag gestellt haben. Sie ist von {sender}.',
    },
    'restriction-lifted': {
      subject: 'Die Einschränkung Ihrer Daten ist aufgehoben',
      body: `Die Verarbeitung Ihrer Daten war eingeschränkt. Wir haben diese Einschränkung aufgehoben. Der Grund:

{reason}

Es gilt wieder, was vor der Einschränkung galt. In Ihren E-Mail-Einstellungen können Sie eine Einwilligung widerrufen, widersprechen oder die Verarbeitung erneut einschränken.`,
      button: 'E-Mail-Einstellungen',
      footer: 'Diese E-Mail ist von {sender}.',
    },
    'data-ready': {
      subject: 'Ihre Daten von {sender} stehen bereit (Antrag {number})',
      body: `Sie haben eine Kopie Ihrer Daten angefordert ({kind}). Alles, was wir über Sie gespeichert haben, steht zum Herunterladen bereit: als Seite zum Lesen oder Drucken sowie als JSON oder CSV.

Der Link öffnet Ihre eigenen Seiten. Leiten Sie diese E-Mail daher nicht weiter. Ist er abgelaufen, können Sie dort einen neuen anfordern.`,
      button: 'Meine Daten herunterladen',
      footer:
        'Sie erhalten diese E-Mail, weil Sie einen Antrag gestellt haben. Sie ist von {sender}.',
    },
    'breach-notice': {
      subject: 'Eine Datenpanne bei {sender} betrifft Ihre Daten',
      body: `{nature}

Was das für Sie bedeuten kann:

{consequences}

Was wir tun und was Sie tun können:

{measures}

Kontakt: {contact}`,
      button: '',
      footer:
        'Sie erhalten diese E-Mail, weil wir Sie gesetzlich informieren müssen (Art. 34 DSGVO). Sie ist von {sender}.',
    },
    'breach-reported': {
      subject: 'Eine mögliche Datenpanne wurde gemeldet',
      body: `Jemand hat eine mögliche Datenpanne gemeldet. Lesen Sie die Meldung und legen Sie dann einen Fall an oder schließen Sie die Meldung.

Die 72 Stunden für die Meldung an die Behörde (Art. 33 DSGVO) laufen, sobald Ihnen eine Verletzung bekannt wird.`,
      button: 'Meldung lesen',
      footer: 'Diese E-Mail ist von {sender}.',
    },
  },
  disclosure: {
    basis: 'Rechtsgrundlage: {name}.',
    kept: 'Speicherdauer ohne Aktivität von Ihnen: {time}.',
    keptUntil:
      'Gespeichert, bis Sie Ihre Einwilligung widerrufen, widersprechen oder die Löschung verlangen.',
    recipients: 'Empfänger: {names}.',
    transfers: 'Übermittlungen außerhalb von EU und EWR: {text}',
    rights:
      'Sie können Auskunft über Ihre Daten, ihre Berichtigung, Löschung oder die Einschränkung der Verarbeitung verlangen, widersprechen, Ihre Daten zu einem anderen Dienst mitnehmen und eine Einwilligung jederzeit widerrufen.',
    complaint: 'Beschwerden nimmt entgegen: {authority}.',
    authority: 'Ihre Datenschutzaufsichtsbehörde',
    automated: 'Über Sie wird nichts ausschließlich automatisiert entschieden.',
    controller: 'Verantwortlicher: {name}.',
    dpo: 'Datenschutzbeauftragte Person: {name}.',
  },
  incident: {
    title: 'Datenpanne melden',
    intro:
      'Sagen Sie uns, wenn personenbezogene Daten verloren, verändert oder von Unbefugten gesehen worden sein könnten. Geben Sie die Daten selbst nicht ein.',
    what: 'Was passiert ist oder was Ihnen aufgefallen ist',
    happenedAt: 'Wann es passiert ist, falls bekannt (optional)',
    contact: 'Wie wir Sie erreichen (optional)',
    button: 'Meldung senden',
    thanks: 'Danke. Wir haben Ihre Meldung und gehen ihr sofort nach.',
    missing: 'Geben Sie mit mindestens 10 Zeichen ein, was passiert ist.',
  },
  report: {
    title: 'Daten, die wir zu {email} speichern',
    made: 'Erstellt am {date}. Zeiten in der Zeitzone {zone}.',
    choices: 'Meine Einstellungen',
    submissions: 'Formulare, die ich gesendet habe',
    bounced: 'E-Mails an diese Adresse kommen seit {date} zurück.',
    messages: 'E-Mails an mich',
    nothing: 'Keine.',
    shown: 'Was angezeigt wurde (SHA-256):',
    also: 'Listen und Benachrichtigungen',
    segment: 'Auf unserer Liste',
    breach: 'Über eine Datenpanne benachrichtigt',
    uses: 'Wofür die Daten verwendet werden',
    wording: 'Gezeigter Wortlaut:',
    rights: 'Ihre Rechte',
    source: 'Herkunft: {name}.',
  },
} satisfies PrivacyTexts;
