import { wantedLocale } from '../address.ts';
import type { Resending } from '../form/resending.ts';
import { ownLocale } from '../locales/texts.ts';
import { fetchPart } from '../part.ts';
import type { Centre, State } from './choosing.ts';
import type { Client } from './client.ts';
import type { Handlers } from './entering.ts';
import type { Words } from './words/words.ts';

/** The preference centre's element, as far as a visitor is signing in. */
type Asking = Element & {
  host: string;
  state: State;
  email?: string;
  words?: Words;
  requestUpdate(): void;
};

/** Handles in a browser what the visitor does while signing in. */
export const handlersOf = (element: Asking, centre: Centre, client: Client): Handlers => {
  let resending: Resending | undefined;
  /** What was asked for to this address, the newest first: the code of each is good. */
  let entries: string[] = [];

  const fail = (): void =>
    centre.display(element.state, { text: element.words?.failed, isProblem: true });

  /** Counts down to when another email can be asked for; without it the Worker still sends no more than it should. */
  const count = async (email: string): Promise<void> => {
    const part = await fetchPart<typeof import('../form/resending.ts')>(
      element.host,
      'resending',
    ).catch(() => undefined);
    resending = part?.resendingOf('entry', email, () => element.requestUpdate());
    resending?.count();
    element.requestUpdate();
  };

  const send = async (email: string, said?: string): Promise<void> => {
    const { body } = await client.requestCode(email, wantedLocale(element));
    if (!body) return fail();
    void count(email);
    entries = [body.entry, ...entries];
    centre.display({ is: 'code', entry: body.entry }, { text: said });
  };

  /** Tries a code for every email that it may have come in. Returns the last answer's status. */
  const tryCode = async (entry: string, code: string): Promise<number> => {
    let status = await client.enterByCode(entry, code);
    for (const other of entries)
      if (status === 422 && other !== entry) status = await client.enterByCode(other, code);
    return status;
  };

  return {
    send,
    ask: (event) => {
      event.preventDefault();
      element.email = String(new FormData(event.target as HTMLFormElement).get('email'));
      entries = [];
      void send(element.email);
    },
    enter: async (event) => {
      event.preventDefault();
      const { state, words } = element;
      if (state.is !== 'code') return;
      const code = String(new FormData(event.target as HTMLFormElement).get('code'));
      const status = await tryCode(state.entry, code);
      if (status === 201) await centre.show();
      else if (status === 422) centre.display(state, { text: words?.wrong, isProblem: true });
      else fail();
    },
    resend: () => {
      if (!client.isPosting && !resending?.when())
        void send(element.email ?? '', element.words?.resent);
    },
    when: () => resending?.when(ownLocale(wantedLocale(element))) ?? '',
    correct: () => centre.display({ is: 'asking' }),
  };
};
