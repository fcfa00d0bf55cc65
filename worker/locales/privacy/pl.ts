import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Jak {sender} wykorzystuje Twoje dane',
      body: `Podano nam Twoje dane na stronie {page}. Wykorzystujemy je w następujących celach:

{purposes}

{rights}`,
      button: 'Zobacz i zmień moje wybory',
      footer:
        'Otrzymujesz tę wiadomość jeden raz, ponieważ prawo zobowiązuje nas do poinformowania Cię (art. 13 RODO). Nadawca: {sender}.',
    },
    'source-notice': {
      subject: 'Jak {sender} wykorzystuje Twoje dane',
      body: `Otrzymaliśmy Twoje dane z tego źródła: {source}. Wykorzystujemy je w następujących celach:

{purposes}

{rights}`,
      button: 'Zobacz i zmień moje wybory',
      footer:
        'Otrzymujesz tę wiadomość jeden raz, ponieważ prawo zobowiązuje nas do poinformowania Cię (art. 14 RODO). Nadawca: {sender}.',
    },
    'request-received': {
      subject: '{sender}: otrzymaliśmy Twój wniosek {number}',
      body: `Otrzymaliśmy Twój wniosek {number} ({kind}) i odpowiemy najpóźniej {due}.

{grace}`,
      button: 'Zobacz moje wnioski',
      footer: 'Otrzymujesz tę wiadomość, ponieważ złożono wniosek. Nadawca: {sender}.',
    },
    'request-done': {
      subject: '{sender}: Twój wniosek {number} został zrealizowany',
      body: 'Zrealizowaliśmy Twój wniosek {number} ({kind}).',
      button: '',
      footer: 'Otrzymujesz tę wiadomość, ponieważ złożono wniosek. Nadawca: {sender}.',
    },
    'request-refused': {
      subject: '{sender}: odpowiedź na Twój wniosek {number}',
      body: `Nie możemy zrealizować Twojego wniosku {number} ({kind}). Powód:

{reason}

Możesz złożyć skargę do organu ochrony danych oraz wystąpić na drogę sądową.`,
      button: '',
      footer: 'Otrzymujesz tę wiadomość, ponieważ złożono wniosek. Nadawca: {sender}.',
    },
    'request-extended': {
      subject: 'Wniosek {number} wymaga więcej czasu',
      body: `Potrzebujemy więcej czasu na odpowiedź na wniosek {number} ({kind}). Powód:

{reason}

Odpowiemy do {due}. Można złożyć skargę do organu ochrony danych lub zwrócić się do sądu.`,
      button: '',
      footer: 'Otrzymujesz tę wiadomość, ponieważ złożono wniosek. Nadawca: {sender}.',
    },
    'restriction-lifted': {
      subject: 'Ograniczenie użycia danych zostało zniesione',
      body: `Użycie Twoich danych było ograniczone. Znieśliśmy to ograniczenie. Powód:

{reason}

Znowu obowiązuje to, co przed ograniczeniem. W ustawieniach można wycofać zgodę, wnieść sprzeciw lub ponownie ograniczyć użycie danych.`,
      button: 'Moje ustawienia',
      footer: 'Tę wiadomość wysłał {sender}.',
    },
    'data-ready': {
      subject: 'Twoje dane są gotowe – {sender} (wniosek {number})',
      body: `Poproszono o kopię Twoich danych ({kind}). Wszystko, co o Tobie przechowujemy, jest gotowe do pobrania: jako strona do przeczytania lub wydrukowania oraz jako plik JSON lub CSV.

Link otwiera Twoje własne strony, dlatego nie przekazuj tej wiadomości dalej. Gdy wygaśnie, możesz tam poprosić o nowy.`,
      button: 'Pobierz moje dane',
      footer: 'Otrzymujesz tę wiadomość, ponieważ złożono wniosek. Nadawca: {sender}.',
    },
    'breach-notice': {
      subject: 'Naruszenie ochrony danych w {sender} dotyczy Twoich danych',
      body: `{nature}

Co to może dla Ciebie oznaczać:

{consequences}

Co robimy i co możesz zrobić:

{measures}

Kontakt: {contact}`,
      button: '',
      footer:
        'Otrzymujesz tę wiadomość, ponieważ prawo zobowiązuje nas do poinformowania Cię (art. 34 RODO). Nadawca: {sender}.',
    },
    'breach-reported': {
      subject: 'Zgłoszono możliwe naruszenie ochrony danych',
      body: `Ktoś zgłosił możliwe naruszenie ochrony danych. Przeczytaj zgłoszenie, a potem otwórz sprawę lub zamknij zgłoszenie.

Termin 72 godzin na zgłoszenie organowi (art. 33 RODO) biegnie od stwierdzenia naruszenia.`,
      button: 'Przeczytaj zgłoszenie',
      footer: 'Tę wiadomość wysłał {sender}.',
    },
  },
  disclosure: {
    basis: 'Podstawa prawna: {name}.',
    kept: 'Okres przechowywania bez aktywności z Twojej strony: {time}.',
    keptUntil: 'Przechowywane do wycofania zgody, sprzeciwu lub żądania usunięcia.',
    recipients: 'Odbiorcy: {names}.',
    transfers: 'Przekazywanie poza UE i EOG: {text}',
    rights:
      'Można otrzymać kopię danych, żądać ich sprostowania lub usunięcia, ograniczyć ich użycie, wnieść sprzeciw, przenieść je do innej usługi i w każdej chwili wycofać zgodę.',
    complaint: 'Można też złożyć skargę. Przyjmuje ją: {authority}.',
    authority: 'organ ochrony danych',
    automated: 'Żadne decyzje nie są podejmowane wyłącznie automatycznie.',
    controller: 'Administrator danych: {name}.',
    dpo: 'Inspektor ochrony danych: {name}.',
  },
  incident: {
    title: 'Zgłoś naruszenie ochrony danych',
    intro:
      'Napisz, jeśli dane osobowe mogły zostać utracone, zmienione lub zobaczone przez osobę nieuprawnioną. Nie wpisuj samych danych.',
    what: 'Co się stało lub co zwróciło uwagę',
    happenedAt: 'Kiedy to się stało, jeśli wiadomo (opcjonalnie)',
    contact: 'Jak możemy się skontaktować (opcjonalnie)',
    button: 'Wyślij zgłoszenie',
    thanks: 'Dziękujemy. Mamy zgłoszenie i od razu się nim zajmiemy.',
    missing: 'Wpisz, co się stało, używając co najmniej 10 znaków.',
  },
  report: {
    title: 'Dane, które przechowujemy o {email}',
    made: 'Utworzono {date}. Godziny w strefie czasowej {zone}.',
    choices: 'Moje wybory',
    submissions: 'Wysłane formularze',
    bounced: 'Wiadomości na ten adres są zwracane od {date}.',
    messages: 'Wiadomości do mnie',
    nothing: 'Brak.',
    shown: 'Co zostało pokazane (SHA-256):',
    also: 'Listy i powiadomienia',
    segment: 'Na naszej liście',
    breach: 'Powiadomienie o naruszeniu ochrony danych',
    uses: 'Do czego służą dane',
    wording: 'Wyświetlony tekst:',
    rights: 'Twoje prawa',
    source: 'Źródło: {name}.',
  },
} satisfies PrivacyTexts;
