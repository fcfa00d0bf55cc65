import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Co {sender} przechowuje na Twój temat',
      body: `Właśnie otrzymaliśmy Twoje dane na {page}. Przechowujemy je w tym celu:

{purposes}

W każdej chwili możesz zapytać, co przechowujemy na Twój temat, poprosić o poprawienie lub usunięcie danych i wycofać zgodę równie łatwo, jak została udzielona.`,
      button: 'Zobacz i zmień',
      footer:
        'Ten list przychodzi jeden raz, ponieważ prawo nakazuje nam o tym poinformować (art. 13 RODO). Nadawca: {sender}.',
    },
    confirmation: {
      subject: 'Potwierdź swój adres',
      body: `Ktoś, mamy nadzieję, że Ty, wpisał ten adres w formularzu na {page}.

Twój wybór:

{purposes}

Naciśnij przycisk, a potem ten na stronie, która się otworzy. Albo wpisz te sześć cyfr tam, gdzie nastąpiło zgłoszenie. Jedno i drugie jest ważne {hours} godz.`,
      button: 'Potwierdź mój adres',
      footer:
        'To nie Ty? Nie rób nic: bez Twojego potwierdzenia nic nie wyślemy, a adres zostanie zapomniany po {days} dniach. Nadawca: {sender}.',
    },
    entry: {
      subject: 'Twoje preferencje',
      body: `Oto droga do Twoich zgód i do ich zmiany.

Wpisz te sześć cyfr tam, gdzie o nie poproszono; są ważne 10 minut. Albo naciśnij przycisk; jego link jest ważny godzinę.`,
      button: 'Otwórz moje preferencje',
      footer:
        'Nie prosisz o to? W takim razie ktoś inny wpisał Twój adres i nic się nie stanie, dopóki zachowasz cyfry dla siebie. Nadawca: {sender}.',
    },
    'request-received': {
      subject: 'Twój wniosek nr {number}',
      body: `Mamy Twój wniosek nr {number} ({kind}). Odpowiemy przed {due}.

{grace}`,
      button: 'Zobacz moje wnioski',
      footer: 'Nadawca: {sender}.',
    },
    'request-done': {
      subject: 'Twój wniosek nr {number} został wykonany',
      body: 'Twój wniosek nr {number} ({kind}) został wykonany.',
      button: '',
      footer: 'Nadawca: {sender}.',
    },
    'address-old': {
      subject: 'Twój adres ma się zmienić',
      body: `Ktoś, mamy nadzieję, że Ty, chce, żebyśmy używali adresu {email} zamiast tego.

Naciśnij przycisk, a potem ten na stronie, która się otworzy. O to samo pytamy pod nowym adresem; dopiero wtedy coś się zmieni. Link jest ważny 48 godzin.`,
      button: 'Zgódź się na zmianę',
      footer: 'To nie Ty? Nie rób nic, a wszystko zostanie bez zmian. Nadawca: {sender}.',
    },
    'address-new': {
      subject: 'Potwierdź swój nowy adres',
      body: `Ktoś, mamy nadzieję, że Ty, chce używać tego adresu u nadawcy {sender}.

Naciśnij przycisk, a potem ten na stronie, która się otworzy. Link jest ważny 48 godzin.`,
      button: 'Potwierdź mój nowy adres',
      footer:
        'To nie Ty? Nie rób nic: nic nie wyślemy, a adres zostanie zapomniany. Nadawca: {sender}.',
    },
    receipt: {
      subject: 'Co zostało zmienione',
      body: `Zapisano to {when} i figuruje w naszym rejestrze (dokładne słowa: {proof}):

{purposes}

W każdej chwili można to znowu zmienić.`,
      button: 'Zobacz i zmień',
      footer: 'To potwierdzenie na Twoją prośbę. Nadawca: {sender}.',
    },
    'breach-notice': {
      subject: 'Coś się stało z Twoimi danymi u {sender}',
      body: `{nature}

Co to może dla Ciebie oznaczać:

{consequences}

Co robimy i co możesz zrobić:

{measures}

Zapytaj nas: {contact}`,
      button: '',
      footer:
        'Ten list przychodzi, ponieważ prawo nakazuje nam o tym poinformować (art. 34 RODO). Nadawca: {sender}.',
    },
    'sign-in': {
      subject: 'Link do logowania do konsoli',
      body: 'Kliknij przycisk, a następnie potwierdź na stronie, która się otworzy. Link jest ważny 15 minut i działa tylko raz.',
      button: 'Zaloguj się',
      footer:
        'Ta prośba nie pochodzi od Ciebie? W takim razie ktoś inny wpisał Twój adres i nic się nie stanie, dopóki nikt nie użyje linku. Nadawca: {sender}.',
    },
    'source-notice': {
      subject: 'Co {sender} przechowuje na Twój temat',
      body: `Mamy Twoje dane. Trafiły do nas w ten sposób: {source}. Przechowujemy je w tym celu:

{purposes}

W każdej chwili możesz zapytać, co przechowujemy na Twój temat, poprosić o poprawienie lub usunięcie, wnieść sprzeciw i wycofać zgodę równie łatwo, jak została udzielona.`,
      button: 'Zobacz i zmień',
      footer:
        'Ten list przychodzi jeden raz, ponieważ prawo nakazuje nam o tym poinformować (art. 14 RODO). Nadawca: {sender}.',
    },
    'purpose-changed': {
      subject: 'Słowa, na które jest Twoja zgoda, zmieniły się',
      body: `Jest na to Twoja zgoda u {sender}, a słowa się zmieniły. Teraz brzmią tak:

{purposes}

Twoja zgoda obowiązuje. Jeśli dziś patrzysz na to inaczej, możesz ją wycofać równie łatwo, jak została udzielona.`,
      button: 'Zobacz i zmień',
      footer: 'Ten list przychodzi, ponieważ jest na to Twoja zgoda. Nadawca: {sender}.',
    },
    'data-ready': {
      subject: 'Dane osobowe: wniosek nr {number}',
      body: `Otrzymaliśmy prośbę o kopię danych ({kind}). Wszystko, co przechowujemy, można teraz pobrać: jako stronę do przeczytania lub wydruku oraz jako JSON lub CSV.

Link otwiera prywatne strony, dlatego prosimy nie przekazywać tej wiadomości dalej. Gdy wygaśnie, można tam poprosić o nowy.`,
      button: 'Pobierz moje dane',
      footer: 'Nadawca: {sender}.',
    },
    'request-refused': {
      subject: 'Twój wniosek nr {number}',
      body: `Nie możemy zrobić tego, o co chodzi we wniosku nr {number} ({kind}). Powód:

{reason}

Możesz złożyć skargę do organu ochrony danych i zwrócić się do sądu.`,
      button: '',
      footer: 'Nadawca: {sender}.',
    },
  },
  noUse: { title: 'Obecnie żaden', text: 'Nie będziemy niczego wysyłać.' },
  outcome: {
    title: 'Brak zapisu',
    signedUp: 'Na adres {email} będziemy wysyłać:',
    agreed: 'Udzielona zgoda:',
    informed: 'Używamy Twoich danych do:',
    pending: 'Czeka na potwierdzenie adresu {email}:',
    refused: 'Odmowa:',
    ended: 'Zakończone:',
    nothing: 'W związku z tym formularzem nic do Ciebie nie wyślemy.',
    none: 'Na adres {email} nic nie wysyłamy.',
  },
  confirm: {
    title: 'Jeszcze jedno',
    text: 'Wpisz 6-cyfrowy kod z naszego e-maila na adres {email} albo otwórz link z tej wiadomości.',
    code: 'Sześć cyfr',
    button: 'Potwierdź',
    again: 'Wyślij ponownie',
    sent: 'Poproszono o kolejny e-mail.',
    capped:
      'Jeśli w ciągu kilku minut e-mail nie dotrze, zajrzyj do spamu. Wysyłamy najwyżej 3 na godzinę i 10 dziennie; potem poproś ponownie za godzinę lub następnego dnia.',
    wait: 'O kolejny e-mail można poprosić {when}.',
    other: 'Użyj innego adresu',
    wrong: 'Te cyfry są nieprawidłowe albo za stare.',
    press: 'Naciśnij przycisk, aby potwierdzić, że to Twój adres.',
    late: 'Ten link jest za stary. Możemy wysłać nowy.',
    done: 'Twój adres jest potwierdzony',
    gone: 'Nie ma tu już nic do potwierdzenia. Aby się zapisać, wypełnij formularz ponownie.',
  },
  corrections: {
    title: 'Twój adres',
    ask: 'Czy od teraz używać {email}?',
    button: 'Tak, używaj go',
    half: 'Dziękujemy. Teraz zrób to samo w liście na adres {email}.',
    changed: 'Od teraz listy będą wysyłane na {email}.',
    taken: '{email} ma już własne ustawienia. Otwórz je tym adresem.',
    late: 'Ten link jest za stary albo był już użyty. Poproś o zmianę jeszcze raz.',
  },
  unsubscribe: {
    title: 'Zatrzymać te listy?',
    stop: 'Zatrzymaj „{name}”',
    everything: 'Zatrzymaj wszystko',
    manage: 'Zobacz i zmień wszystkie moje wybory',
    stopped: 'Nie będziesz już otrzymywać „{name}”.',
    stoppedAll: 'Nie będziesz już otrzymywać żadnych naszych listów.',
    gone: 'Ten link już nigdzie nie prowadzi.',
    erased: 'Nie mamy już żadnych Twoich danych, więc nic do Ciebie nie wyślemy.',
  },
  problems: {
    missing: {
      title: 'Nie znaleziono strony',
      text: 'Link może być niepełny, nieaktualny lub już użyty. Otwórz cały link z wiadomości albo przejdź do ustawień wiadomości, aby otrzymać nowy.',
    },
    busy: {
      title: 'Proszę chwilę poczekać',
      text: 'Wpłynęło zbyt wiele żądań lub usługa jest zajęta. Spróbuj ponownie za kilka minut.',
    },
    failed: {
      title: 'Przepraszamy, coś poszło nie tak',
      text: 'Nic nie zostało zmienione. Spróbuj ponownie później.',
    },
    refused: {
      title: 'Nie udało się tego zrobić',
      text: 'Wróć, odśwież stronę i spróbuj ponownie.',
    },
    reference: 'Jeśli to się powtórzy, podaj ten numer: {id}',
    preferences: 'Ustawienia wiadomości',
  },
  pages: { privacy: 'Polityka prywatności', language: 'Język' },
  report: {
    title: 'Co jest przechowywane o {email}',
    made: 'Sporządzono {date}.',
    choices: 'Moje wybory',
    submissions: 'Co wysłałem lub wysłałam',
    bounced: 'Wiadomości na ten adres są zwracane od {date}.',
    messages: 'Listy do mnie',
    nothing: 'Nic.',
    shown: 'Co zostało pokazane (SHA-256):',
    also: 'Listy i powiadomienia',
    segment: 'Na naszej liście',
    breach: 'Powiadomienie o naruszeniu ochrony danych',
  },
} satisfies Texts;
