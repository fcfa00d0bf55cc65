import type { RequestKind } from '../../../worker/contract/requests.ts';
import { fieldAnswers, readValues } from '../../answers.ts';
import { fill } from '../../locales/texts.ts';
import type { Account, Centre } from '../choosing.ts';
import type { Answer, Client, Format } from '../client.ts';
import { told } from './rights.ts';

/** What asks for a copy of the person's data gets it at once, to read or to take elsewhere. */
const copies: Partial<Record<RequestKind, Format>> = { access: 'html', portability: 'json' };

const formOf = (event: Event) => event.target as HTMLFormElement;

const downloadWith = (centre: Centre, client: Client) => async (path: string, name: string) => {
  const answer = await client.file(path);
  if (!answer.body) return centre.fail(answer);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(answer.body);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** What a signed-in visitor can do besides their choices: each asks the Worker and says what came of it. */
export const actionsOf: Account['actionsOf'] = (centre, client, { view, words, account, say }) => {
  /** Shows the current consents with a sentence, or why they cannot be shown. */
  const report = async (answer: Answer<unknown>, text?: string): Promise<void> => {
    if (!answer.body) return centre.fail(answer);
    if ((await centre.show()) && text) centre.display({ is: 'in' }, { text });
  };
  const save = downloadWith(centre, client);
  const download = (format: Format) => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return save(`data?format=${format}&timeZone=${timeZone}`, `my-data.${format}`);
  };
  return {
    download,
    prove: (record) =>
      void save(
        record ? `proof?record=${record}` : 'proof',
        `consent-${record ?? 'all'}.samtykke-proof`,
      ),
    open: (event) => {
      if ((event.target as HTMLDetailsElement).open) void centre.recall();
    },
    speak: (event) => {
      event.preventDefault();
      centre.speak(String(new FormData(formOf(event)).get('locale')));
    },
    signOut: () => {
      if (centre.isChanged())
        centre.display({ is: 'in' }, { text: words.unsaved, isProblem: true, isLeaving: true });
      else centre.leave();
    },
    request: async (event) => {
      event.preventDefault();
      const posted = new FormData(formOf(event));
      const kind = posted.get('kind') as RequestKind;
      const message = String(posted.get('message') ?? '') || undefined;
      const answer = await client.sendRequest({ kind, message });
      await report(answer, answer.body && told(answer.body, say, account));
      const format = answer.body && !message && copies[kind];
      if (format) await download(format);
    },
    cancel: async (event) => {
      event.preventDefault();
      const number = Number(new FormData(formOf(event)).get('number'));
      const answer = await client.cancel(number);
      const { body } = await client.requests();
      const request = body?.requests.find((each) => each.number === number);
      await report(answer, request && told(request, say, account));
    },
    correct: async (event) => {
      event.preventDefault();
      const given = readValues(formOf(event));
      const { email, ...fields } = Object.fromEntries(
        Object.entries(fieldAnswers(given)).map(([key, value = '']) => [key, value[0] ?? '']),
      );
      const answer = await client.correct({ locale: view.locale, email, fields });
      const { body, errors } = answer;
      if (errors) centre.refuse(given, errors);
      else
        await report(
          answer,
          body?.confirming
            ? fill(account.messages, { email: email ?? '' })
            : words[body?.corrected.length ? 'saved' : 'same'],
        );
    },
  };
};
