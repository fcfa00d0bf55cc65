import type { Preferences } from '../../worker/contract/preferences.ts';
import type { RequestKind } from '../../worker/contract/requests.ts';
import { fieldAnswers, readValues } from '../answers.ts';
import { fill } from '../locales/texts.ts';
import { wantedIn } from './changes.ts';
import type { Actions, Centre } from './choosing.ts';
import type { Answer, Client, Format } from './client.ts';
import type { Words } from './words/words.ts';

const DAY_MS = 86_400_000;

/** What asks for a copy of one's data gets it at once, to read or to take elsewhere. */
const copies: Partial<Record<RequestKind, Format>> = { access: 'html', portability: 'json' };

const formOf = (event: Event) => event.target as HTMLFormElement;

/** What a signed-in visitor can do: each asks the Worker and says what came of it. */
export const actionsOf = (
  centre: Centre,
  client: Client,
  view: Preferences,
  words: Words,
): Omit<Actions, 'open' | 'leave'> => {
  /** Says why nothing was done. A session that began with a link for choices goes on with a code, sent at once. */
  const fail = async ({ status }: Answer<unknown>, text = words.failed): Promise<void> => {
    const code = status === 403 && (await client.requestCode(view.email, view.locale)).body;
    if (code) centre.display({ is: 'code', entry: code.entry });
    else if (status === 401) centre.display({ is: 'asking' }, words.over);
    else centre.display({ is: 'in' }, text);
  };
  /** Shows the current consents with a sentence, or why they cannot be shown. */
  const report = async (answer: Answer<unknown>, text?: string): Promise<void> => {
    if (!answer.body) return fail(answer);
    if ((await centre.show()) && text) centre.display({ is: 'in' }, text, false);
  };
  const download = async (format: Format): Promise<void> => {
    const answer = await client.data(format);
    if (!answer.body) return fail(answer);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(answer.body);
    link.download = `my-data.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return {
    submit: async (event) => {
      event.preventDefault();
      const everything = (event.submitter as HTMLButtonElement | null)?.name === 'everything';
      const { changes, pauses } = wantedIn(
        formOf(event).getRootNode() as ShadowRoot,
        view,
        everything,
      );
      if (changes.length + pauses.length === 0 && !everything) {
        centre.display({ is: 'in' }, words.same, false);
        return;
      }
      const { statement, locale } = view;
      const page = location.href.split('#')[0];
      const wanted = { statement, locale, page, changes, everything, pauses };
      const answer = await client.save(wanted);
      if (answer.body) centre.saved(answer.body);
      else if (answer.status === 409) await centre.show();
      else await fail(answer, answer.errors?.[0]?.message);
    },
    request: async (event) => {
      event.preventDefault();
      const posted = new FormData(formOf(event));
      const kind = posted.get('kind') as RequestKind;
      const message = String(posted.get('message') ?? '') || undefined;
      if (kind === 'erasure' && !posted.has('sure'))
        centre.display({ is: 'sure', actsAt: Date.now() + view.erasureDays * DAY_MS });
      else {
        const answer = await client.sendRequest({ kind, message });
        await report(answer);
        const format = answer.body && copies[kind];
        if (format) await download(format);
      }
    },
    cancel: async (event) => {
      event.preventDefault();
      await report(await client.cancel(Number(new FormData(formOf(event)).get('number'))));
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
            ? fill(words.messages, { email: email ?? '' })
            : words[body?.corrected.length ? 'saved' : 'same'],
        );
    },
    receipt: async (event) => {
      event.preventDefault();
      const { body } = await client.receipt(Number(new FormData(formOf(event)).get('recordedAt')));
      centre.display({ is: 'in' }, body ? words.receipted : words.failed, !body);
    },
    download,
    stay: () => centre.display({ is: 'in' }),
  };
};
