import privacy from './privacy/de.ts';
import type { Texts } from './texts.ts';
import verify from './verify/de.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Bestätigen Sie Ihre E-Mail-Adresse für {sender}: {code}',
      body: `Diese Adresse wurde in einem Formular auf {page} eingegeben. Bitte bestätigen Sie, dass sie Ihnen gehört.

Sie haben gewählt:

{purposes}

Klicken Sie auf die Schaltfläche und bestätigen Sie auf der Seite, die sich öffnet. Oder geben Sie den 6-stelligen Code dort ein, wo Sie sich angemeldet haben. Gültigkeit: {hours}.`,
      button: 'E-Mail-Adresse bestätigen',
      footer:
        'Wenn Sie das nicht waren, ignorieren Sie diese E-Mail: Ohne Ihre Bestätigung senden wir Ihnen nichts und löschen die Adresse (Frist: {days}). Diese E-Mail ist von {sender}.',
    },
    entry: {
      subject: '{code} ist Ihr Code für {sender}',
      body: `Sie möchten Ihre E-Mail-Einstellungen öffnen.

Geben Sie diesen 6-stelligen Code innerhalb von 10 Minuten dort ein, wo Sie ihn angefordert haben, oder klicken Sie auf die Schaltfläche. Der Link ist 1 Stunde gültig.`,
      button: 'Meine Einstellungen öffnen',
      footer:
        'Wenn Sie das nicht angefordert haben, ignorieren Sie diese E-Mail. Geben Sie den Code nicht weiter: Ohne ihn kann niemand Ihre Einstellungen sehen oder ändern. Diese E-Mail ist von {sender}.',
    },
    'address-old': {
      subject: 'Bestätigen Sie die Änderung Ihrer E-Mail-Adresse bei {sender}',
      body: `Wir sollen künftig {email} statt dieser Adresse verwenden. Bitte bestätigen Sie, dass Sie das möchten.

Klicken Sie auf die Schaltfläche und bestätigen Sie auf der Seite, die sich öffnet. Wir fragen auch unter der neuen Adresse und ändern erst etwas, wenn Sie in beiden E-Mails bestätigt haben. Der Link ist 48 Stunden gültig.`,
      button: 'Änderung bestätigen',
      footer:
        'Wenn Sie das nicht waren, ignorieren Sie diese E-Mail. Dann ändert sich nichts. Diese E-Mail ist von {sender}.',
    },
    'address-new': {
      subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse für {sender}',
      body: `Wir sollen künftig diese Adresse verwenden. Bitte bestätigen Sie, dass sie Ihnen gehört.

Klicken Sie auf die Schaltfläche und bestätigen Sie auf der Seite, die sich öffnet. Der Link ist 48 Stunden gültig.`,
      button: 'Neue Adresse bestätigen',
      footer:
        'Wenn Sie das nicht waren, ignorieren Sie diese E-Mail: Wir senden Ihnen nichts und löschen die Adresse. Diese E-Mail ist von {sender}.',
    },
    receipt: {
      subject: 'Bestätigung Ihrer Einstellungen bei {sender}',
      body: `Sie haben Ihre Einstellungen am {when} gespeichert. Das haben wir aufgezeichnet (genauer Wortlaut: {proof}):

{purposes}

Sie können Ihre Einstellungen jederzeit ändern.`,
      button: 'Meine Einstellungen ansehen und ändern',
      footer:
        'Sie erhalten diese E-Mail, weil Sie um eine Bestätigung gebeten haben. Sie ist von {sender}.',
    },
    'log-checkpoint': {
      subject: 'Checkpoint des Einwilligungsprotokolls: {size} Einträge',
      body: `Das hat das Einwilligungsprotokoll {origin} signiert: die Anzahl seiner Einträge und einen Hash über alle. Es enthält keine personenbezogenen Daten.

Bewahren Sie diese E-Mail auf. Wird das Protokoll später geändert, zeigt es dieser Text: Speichern Sie den Text unten als Datei, und prüfen Sie ihn zusammen mit einer Nachweisdatei.`,
      button: 'Nachweis prüfen',
      footer: 'Sie erhalten diese E-Mail, weil diese Adresse die Checkpoints von {sender} erhält.',
    },
    'webhook-disabled': {
      subject: 'Der Webhook „{name}“ wurde deaktiviert',
      body: `An den Webhook „{name}“ wird nichts mehr gesendet: Der Empfänger hat drei Tage lang mit Fehlern geantwortet oder mitgeteilt, dass es ihn nicht mehr gibt.

Ereignisse werden 30 Tage aufbewahrt. Beheben Sie den Fehler beim Empfänger und schalten Sie den Webhook wieder ein: Er macht dort weiter, wo er aufgehört hat.`,
      button: 'Webhook öffnen',
      footer: 'Sie erhalten diese E-Mail, weil Sie die Einstellungen von {sender} ändern dürfen.',
    },
    'log-halted': {
      subject: 'Das Einwilligungsprotokoll wurde angehalten',
      body: `Seit {since} wird im Einwilligungsprotokoll nichts mehr versiegelt: Das Register ist nicht mehr das, was signiert wurde. Das geschieht nach einer wiederhergestellten Sicherung, oder wenn jemand die Datenbank selbst geändert hat.

Lesen Sie, was gefunden wurde, klären Sie die Ursache, und beginnen Sie dann ein neues Protokoll. Anmeldungen, Einstellungen und E-Mails laufen weiter.`,
      button: 'Protokoll öffnen',
      footer: 'Sie erhalten diese E-Mail, weil Sie die Einstellungen von {sender} ändern dürfen.',
    },
    invitation: {
      subject: 'Ihr Zugang zur Einwilligungskonsole von {sender}',
      body: `Sie können sich jetzt bei der Einwilligungskonsole von {sender} anmelden.

Klicken Sie auf die Schaltfläche und geben Sie diese E-Mail-Adresse ein. Wir senden Ihnen dann einen Anmeldelink.`,
      button: 'Zur Anmeldung',
      footer:
        'Sie erhalten diese E-Mail, weil Sie als Benutzer hinzugefügt wurden. Sie ist von {sender}.',
    },
    'sign-in': {
      subject: 'Ihr Anmeldelink für {sender}',
      body: 'Sie möchten sich bei der Einwilligungskonsole anmelden. Klicken Sie auf die Schaltfläche und bestätigen Sie auf der Seite, die sich öffnet. Der Link ist 15 Minuten gültig und kann nur einmal verwendet werden.',
      button: 'Anmelden',
      footer:
        'Wenn Sie das nicht angefordert haben, ignorieren Sie diese E-Mail. Leiten Sie sie nicht weiter: Ohne den Link kann sich niemand als Sie anmelden. Diese E-Mail ist von {sender}.',
    },
    'purpose-changed': {
      subject: '{sender} hat den Text Ihrer Einwilligung geändert',
      body: `Sie haben hierin eingewilligt, und wir haben den Text geändert. Er lautet jetzt:

{purposes}

Ihre Einwilligung gilt weiterhin. Wenn Sie nicht mehr einverstanden sind, können Sie sie so einfach widerrufen, wie Sie sie erteilt haben.`,
      button: 'Meine Einstellungen ansehen und ändern',
      footer:
        'Sie erhalten diese E-Mail, weil Sie hierin eingewilligt haben. Sie ist von {sender}.',
    },
  },
  noUse: { title: 'Derzeit nichts', text: 'Wir senden Ihnen nichts zu.' },
  refused: {
    needs: 'Bitte stimmen Sie zuerst dem zu, wozu dies gehört.',
    robot:
      'Dieses Formular prüft, ob Sie kein Roboter sind, und braucht dafür JavaScript. Schalten Sie JavaScript ein und laden Sie die Seite neu, oder kontaktieren Sie uns auf anderem Weg.',
  },
  outcome: {
    title: 'Sie sind nicht angemeldet',
    signedUp: '{email} ist angemeldet für:',
    agreed: 'Sie haben eingewilligt in:',
    informed: 'Wir verwenden Ihre Angaben für:',
    pending: 'Wartet, bis Sie {email} bestätigen:',
    refused: 'Nicht ausgewählt:',
    ended: 'Beendet ist:',
    nothing: 'Aufgrund dieses Formulars senden wir Ihnen nichts.',
    none: '{email} ist für nichts angemeldet. Wir senden Ihnen nichts.',
  },
  confirm: {
    title: 'Bestätigen Sie Ihre E-Mail-Adresse',
    text: 'Geben Sie den 6-stelligen Code aus unserer E-Mail an {email} ein oder öffnen Sie den Link darin.',
    code: '6-stelliger Code',
    button: 'Bestätigen',
    again: 'Neue E-Mail senden',
    sent: 'Sie haben eine neue E-Mail angefordert.',
    capped:
      'Wenn in den nächsten Minuten keine E-Mail ankommt, sehen Sie im Spam-Ordner nach. Wir senden höchstens 3 pro Stunde und 10 pro Tag; danach können Sie in einer Stunde oder am nächsten Tag wieder eine anfordern.',
    wait: 'Sie können {when} eine neue E-Mail anfordern.',
    other: 'Andere Adresse verwenden',
    wrong: 'Dieser Code ist falsch oder abgelaufen.',
    press: 'Klicken Sie auf die Schaltfläche, um zu bestätigen, dass diese Adresse Ihnen gehört.',
    late: 'Dieser Link ist abgelaufen. Wir können Ihnen einen neuen senden.',
    done: 'Ihre E-Mail-Adresse ist bestätigt',
    gone: 'Hier gibt es nichts mehr zu bestätigen. Wenn Sie sich anmelden möchten, füllen Sie das Formular erneut aus.',
  },
  files: {
    large: 'Wählen Sie eine Datei mit höchstens {n} MB.',
    type: 'Wählen Sie eine Datei dieser Typen: {types}.',
  },
  corrections: {
    title: 'Änderung der E-Mail-Adresse',
    ask: 'Künftig {email} verwenden?',
    button: 'Bestätigen',
    half: 'Danke. Bestätigen Sie nun auch in der E-Mail an {email}.',
    changed: 'Ab jetzt senden wir Ihre E-Mails an {email}.',
    taken:
      'Für {email} gibt es bereits eigene E-Mail-Einstellungen. Öffnen Sie sie mit dieser Adresse.',
    late: 'Dieser Link ist abgelaufen oder wurde bereits verwendet. Fordern Sie die Änderung erneut an.',
  },
  unsubscribe: {
    title: 'Abmelden',
    stop: 'Von „{name}“ abmelden',
    everything: 'Von allem abmelden',
    manage: 'Alle meine Einstellungen ansehen und ändern',
    stopped: 'Sie sind von „{name}“ abgemeldet.',
    stoppedAll: 'Sie sind von allen unseren E-Mails abgemeldet.',
    gone: 'Dieser Link funktioniert nicht mehr.',
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
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
