import privacy from './privacy/pl.ts';
import type { Texts } from './texts.ts';
import verify from './verify/pl.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Potwierdź swój adres e-mail – {sender}: {code}',
      body: `Ten adres wpisano w formularzu na stronie {page}. Potwierdź, że należy do Ciebie.

Twój wybór:

{purposes}

Kliknij przycisk i potwierdź na stronie, która się otworzy, albo wpisz 6-cyfrowy kod tam, gdzie wypełniono formularz. Ważność: {hours}.`,
      button: 'Potwierdź mój adres e-mail',
      footer:
        'Jeśli to nie Ty, zignoruj tę wiadomość: bez potwierdzenia niczego nie wysyłamy i usuwamy adres (termin: {days}). Nadawca: {sender}.',
    },
    entry: {
      subject: '{code} to Twój kod – {sender}',
      body: `Poproszono o otwarcie Twoich ustawień wiadomości.

Wpisz ten 6-cyfrowy kod w ciągu 10 minut tam, gdzie o niego poproszono, albo kliknij przycisk. Link jest ważny przez 1 godzinę.`,
      button: 'Otwórz moje ustawienia',
      footer:
        'Jeśli to nie Ty, zignoruj tę wiadomość. Nikomu nie podawaj kodu: bez niego nikt nie zobaczy ani nie zmieni Twoich wyborów. Nadawca: {sender}.',
    },
    'address-old': {
      subject: 'Potwierdź zmianę adresu e-mail – {sender}',
      body: `Poproszono nas o używanie adresu {email} zamiast tego adresu. Potwierdź, że tego chcesz.

Kliknij przycisk i potwierdź na stronie, która się otworzy. Pytamy również pod nowym adresem i niczego nie zmieniamy, dopóki nie nastąpi potwierdzenie w obu wiadomościach. Link jest ważny przez 48 godzin.`,
      button: 'Potwierdź zmianę',
      footer: 'Jeśli to nie Ty, zignoruj tę wiadomość, a nic się nie zmieni. Nadawca: {sender}.',
    },
    'address-new': {
      subject: 'Potwierdź nowy adres e-mail – {sender}',
      body: `Poproszono nas o używanie od teraz tego adresu. Potwierdź, że należy do Ciebie.

Kliknij przycisk i potwierdź na stronie, która się otworzy. Link jest ważny przez 48 godzin.`,
      button: 'Potwierdź mój nowy adres',
      footer:
        'Jeśli to nie Ty, zignoruj tę wiadomość: niczego nie wysyłamy i usuwamy adres. Nadawca: {sender}.',
    },
    receipt: {
      subject: 'Potwierdzenie Twoich wyborów – {sender}',
      body: `Twoje wybory zapisano {when}. Oto co zarejestrowaliśmy (dokładna treść: {proof}):

{purposes}

Możesz zmienić swoje wybory w każdej chwili.`,
      button: 'Zobacz i zmień moje wybory',
      footer: 'Otrzymujesz tę wiadomość, ponieważ poproszono o potwierdzenie. Nadawca: {sender}.',
    },
    'log-checkpoint': {
      subject: 'Punkt kontrolny rejestru zgód: {size} wpisów',
      body: `Oto co podpisał rejestr zgód {origin}: liczba wpisów i skrót wszystkich wpisów. Nie zawiera danych osobowych.

Zachowaj tę wiadomość. Jeśli rejestr zostanie później zmieniony, ten tekst to pokaże: zapisz poniższy tekst jako plik i sprawdź go razem z plikiem dowodu.`,
      button: 'Sprawdź dowód',
      footer: 'Otrzymujesz tę wiadomość, ponieważ ten adres otrzymuje punkty kontrolne: {sender}.',
    },
    'webhook-disabled': {
      subject: 'Webhook „{name}” został wyłączony',
      body: `Do webhooka „{name}” nic już nie jest wysyłane: odbiorca od trzech dni odpowiada błędami albo poinformował, że już nie istnieje.

Zdarzenia są przechowywane przez 30 dni. Należy naprawić odbiorcę, a następnie ponownie włączyć webhook: wznowi pracę tam, gdzie ją przerwał.`,
      button: 'Otwórz webhook',
      footer: 'Ta wiadomość została wysłana, ponieważ masz prawo zmieniać ustawienia {sender}.',
    },
    'log-halted': {
      subject: 'Rejestr zgód został zatrzymany',
      body: `Od {since} w rejestrze zgód nic nie jest opieczętowywane: księga nie jest już tą, którą podpisano. Dzieje się tak po przywróceniu kopii zapasowej albo gdy ktoś zmienił samą bazę danych.

Przeczytaj, co znaleziono, ustal przyczynę, a potem rozpocznij nowy rejestr. Zapisy, preferencje i e-maile działają jak dotąd.`,
      button: 'Otwórz rejestr',
      footer: 'Otrzymujesz tę wiadomość, ponieważ możesz zmieniać ustawienia: {sender}.',
    },
    invitation: {
      subject: 'Dostęp do konsoli zgód – {sender}',
      body: `Możesz już zalogować się do konsoli zgód {sender}.

Kliknij przycisk i wpisz ten adres e-mail. Wyślemy wtedy link do logowania.`,
      button: 'Przejdź do logowania',
      footer:
        'Otrzymujesz tę wiadomość, ponieważ administrator dodał Cię jako użytkownika. Nadawca: {sender}.',
    },
    'sign-in': {
      subject: 'Twój link do logowania – {sender}',
      body: 'Poproszono o zalogowanie do konsoli zgód. Kliknij przycisk i potwierdź na stronie, która się otworzy. Link działa tylko raz, przez 15 minut.',
      button: 'Zaloguj się',
      footer:
        'Jeśli to nie Ty, zignoruj tę wiadomość. Nie przekazuj jej dalej: bez linku nikt nie zaloguje się w Twoim imieniu. Nadawca: {sender}.',
    },
    'purpose-changed': {
      subject: '{sender}: zmieniliśmy treść Twojej zgody',
      body: `Wyrażono zgodę na poniższe, a my zmieniliśmy jej treść. Teraz brzmi ona tak:

{purposes}

Twoja zgoda nadal obowiązuje. Jeśli już się nie zgadzasz, możesz ją wycofać równie łatwo, jak została udzielona.`,
      button: 'Zobacz i zmień moje wybory',
      footer: 'Otrzymujesz tę wiadomość, ponieważ wyrażono zgodę. Nadawca: {sender}.',
    },
  },
  noUse: { title: 'Obecnie żaden', text: 'Nie będziemy niczego wysyłać.' },
  refused: {
    needs: 'Najpierw wyraź zgodę, do której to należy.',
    robot:
      'Ten formularz sprawdza, czy nie wypełnia go robot, i wymaga do tego JavaScriptu. Włącz JavaScript i odśwież stronę albo skontaktuj się z nami w inny sposób.',
  },
  outcome: {
    title: 'Brak zapisu',
    signedUp: 'Na adres {email} będziemy wysyłać:',
    agreed: 'Udzielona zgoda:',
    informed: 'Używamy Twoich danych do:',
    pending: 'Czeka na potwierdzenie adresu {email}:',
    refused: 'Nie wybrano:',
    ended: 'Zakończone:',
    nothing: 'W związku z tym formularzem nic do Ciebie nie wyślemy.',
    none: 'Na adres {email} nic nie wysyłamy.',
  },
  confirm: {
    title: 'Potwierdź swój adres e-mail',
    text: 'Wpisz 6-cyfrowy kod z naszego e-maila na adres {email} albo otwórz link z tej wiadomości.',
    code: '6-cyfrowy kod',
    button: 'Potwierdź',
    again: 'Wyślij nową wiadomość',
    sent: 'Poproszono o nową wiadomość.',
    capped:
      'Jeśli w ciągu kilku minut e-mail nie dotrze, zajrzyj do spamu. Wysyłamy najwyżej 3 na godzinę i 10 dziennie; potem poproś ponownie za godzinę lub następnego dnia.',
    wait: 'O nową wiadomość można poprosić {when}.',
    other: 'Użyj innego adresu',
    wrong: 'Kod jest nieprawidłowy lub wygasł.',
    press: 'Kliknij przycisk, aby potwierdzić, że to Twój adres.',
    late: 'Ten link wygasł. Możemy wysłać nowy.',
    done: 'Twój adres e-mail jest potwierdzony',
    gone: 'Nie ma tu już nic do potwierdzenia. Aby się zapisać, wypełnij formularz ponownie.',
  },
  files: {
    large: 'Wybierz plik o rozmiarze do {n} MB.',
    type: 'Wybierz plik jednego z tych typów: {types}.',
  },
  corrections: {
    title: 'Zmiana adresu e-mail',
    ask: 'Używać od teraz adresu {email}?',
    button: 'Potwierdź',
    half: 'Dziękujemy. Teraz potwierdź także w wiadomości wysłanej na adres {email}.',
    changed: 'Od teraz wysyłamy wiadomości na adres {email}.',
    taken: '{email} ma już własne ustawienia wiadomości. Otwórz je, podając ten adres.',
    late: 'Ten link wygasł lub został już użyty. Poproś o zmianę ponownie.',
  },
  unsubscribe: {
    title: 'Rezygnacja z subskrypcji',
    stop: 'Zrezygnuj z „{name}”',
    everything: 'Zrezygnuj ze wszystkiego',
    manage: 'Zobacz i zmień wszystkie moje wybory',
    stopped: 'Zrezygnowano z „{name}”.',
    stoppedAll: 'Zrezygnowano ze wszystkich naszych wiadomości.',
    gone: 'Ten link już nie działa.',
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
      title: 'Żądanie nie zostało przyjęte',
      text: 'Wróć, odśwież stronę i spróbuj ponownie.',
    },
    reference: 'Jeśli to się powtórzy, podaj ten numer: {id}',
    preferences: 'Ustawienia wiadomości',
  },
  pages: { privacy: 'Polityka prywatności', language: 'Język' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
