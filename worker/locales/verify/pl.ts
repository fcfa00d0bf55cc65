import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Sprawdź dowód zgody',
    intro:
      'Sprawdź, czy plik dowodu jest prawdziwy: na co wyrażono zgodę, w jakich słowach i czy od tego czasu nic nie zmieniono.',
    private: 'Pliki pozostają w tej przeglądarce. Nic nie jest nigdzie wysyłane.',
    drop: 'Upuść pliki tutaj',
    choose: 'Wybierz pliki',
    script: 'Ta strona sprawdza pliki za pomocą JavaScriptu. Bez sieci to samo robi polecenie:',
    compare: 'Porównaj z tym, co wiesz',
    address: 'Adres e-mail',
    addressHelp: 'Pokazuje, czy wpisy dotyczą tego adresu. On też nie jest wysyłany.',
    keys: 'Klucze publiczne',
    keysHelp: 'Rejestru lub świadków, po jednym w wierszu, uzyskane skądinąd niż z pliku.',
    again: 'Sprawdź ponownie',
    checking: 'Sprawdzanie…',
    holds: 'Wszystko się zgadza',
    fails: 'Coś się nie zgadza',
    partly: 'To, co można sprawdzić, się zgadza',
    listHolds: 'Co się zgadza',
    listFails: 'Co się nie zgadza',
    listUnknown: 'Czego nie można ustalić',
    records: 'Co mówi plik',
    when: 'Kiedy',
    what: 'Czego dotyczy',
    decision: 'Decyzja',
    record: 'Wpis',
    together: 'Porównane ze sobą',
    logKey: 'Klucze podane w pliku',
    download: 'Pobierz brakujący plik',
    tooLarge: 'Ten plik jest za duży na plik dowodu.',
  },
  decisions: {
    given: 'Zgoda',
    pending: 'Oczekuje na potwierdzenie',
    informed: 'Poinformowano',
    refused: 'Brak zgody',
    withdrawn: 'Wycofano',
    objected: 'Sprzeciw',
    restricted: 'Ograniczone użycie',
    expired: 'Wygasło',
  },
  found: {
    file: {
      holds: 'Plik można odczytać.',
      fails: 'To nie jest plik dowodu albo jest uszkodzony.',
    },
    whole: {
      holds:
        'Rejestr podpisał cały plik: od tego czasu nic nie dodano, nie pominięto ani nie zmieniono.',
      fails: 'Plik nie jest taki, jaki podpisał rejestr.',
      unknown: 'Plik jako całość nie jest podpisany: coś mogło zostać pominięte.',
    },
    content: {
      holds: 'Wpis ma skrót, który razem z nim zapisano.',
      fails: 'Wpis został zmieniony.',
    },
    sealed: {
      unknown:
        'Wpis nie jest jeszcze opieczętowany w rejestrze. Pobierz plik ponownie za kilka minut.',
    },
    included: {
      holds: 'Wpis jest w rejestrze.',
      fails: 'Wpisu nie ma w rejestrze podanym w pliku.',
    },
    signed: {
      holds: 'Rejestr to podpisał.',
      fails: 'Rejestr tego nie podpisał.',
      unknown: 'Bez klucza publicznego rejestru nie można ustalić, czy to podpisał.',
    },
    key: {
      holds: 'Podpisano podanym kluczem.',
      fails: 'Nie podpisano żadnym z podanych kluczy.',
      unknown: 'Z pliku nie można ustalić, czyj to klucz: porównaj go z kopią z innego źródła.',
    },
    statement: {
      holds: 'To, co wyświetlono, jest w pliku słowo w słowo.',
      fails: 'Tego, co wyświetlono, brakuje albo zostało zmienione.',
    },
    look: {
      holds: 'Wygląd pokazuje te same słowa.',
      fails: 'Wygląd pokazuje inne słowa.',
    },
    clicks: {
      holds: 'To, co wysłano i potwierdzono w formularzach, zgadza się z wpisami.',
      fails: 'To, co wysłano i potwierdzono w formularzach, nie zgadza się z wpisami.',
    },
    receipt: {
      holds: 'Potwierdzenie zgody (ISO/IEC TS 27560) zgadza się z wpisami.',
      fails: 'Potwierdzenie zgody nie zgadza się z wpisami.',
    },
    address: {
      holds: 'Dotyczy podanego adresu e-mail.',
      fails: 'Nie dotyczy podanego adresu e-mail.',
      unknown: 'Dane osoby usunięto: nie można już ustalić, kogo dotyczył wpis.',
      absent: 'Nie sprawdzono, kogo dotyczą wpisy: nie podano adresu e-mail.',
    },
    witness: {
      holds:
        'Świadek {by} widział rejestr o liczbie wpisów {size} dnia {at}; rejestr tylko się powiększył.',
      fails: 'Podpis świadka {by} jest nieprawidłowy.',
      absent:
        'Żaden świadek nie podpisał rejestru o liczbie wpisów {size}: nie można ustalić, czy wszyscy widzą ten sam rejestr.',
    },
    time: {
      holds: '{by}: potwierdzenie, że dnia {at} rejestr miał wpisów: {size}.',
      fails: 'Znacznik czasu jest nieprawidłowy.',
      absent:
        'Nikt nie potwierdził, kiedy rejestr miał wpisów: {size}. Czas podaje tylko sam rejestr.',
    },
    authority: {
      holds: 'Certyfikat {by} jest wśród podanych albo został wydany na ich podstawie.',
      fails: 'Certyfikatu {by} nie ma wśród podanych i nie wydano go na ich podstawie.',
      unknown:
        'Z pliku nie można ustalić, czy {by} jest godny zaufania: dodaj certyfikat wystawcy.',
    },
    consistent: {
      holds:
        'Rejestr o liczbie wpisów {later} zaczyna się od tego o liczbie {size}: tylko się powiększył.',
      fails:
        'Rejestr o liczbie wpisów {later} nie zaczyna się od tego o liczbie {size}: został zmieniony.',
      unknown:
        'Aby ustalić, czy rejestr o liczbie wpisów {later} zaczyna się od tego o liczbie {size}, potrzebny jest jeszcze jeden plik z rejestru. Dodaj go.',
      absent: 'Pliki pochodzą z różnych rejestrów i nie można ich porównać.',
    },
  },
} satisfies VerifyTexts;
