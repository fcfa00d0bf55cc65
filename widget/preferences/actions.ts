import type { Preferences } from '../../worker/contract/preferences.ts';
import { pageAddress } from '../address.ts';
import { wantedIn } from './changes.ts';
import type { Centre, ChoiceActions } from './choosing.ts';
import type { Client } from './client.ts';
import type { Words } from './words/words.ts';

/** What a signed-in visitor can do with their choices: each asks the Worker and says what came of it. */
export const actionsOf = (
  centre: Centre,
  client: Client,
  { view, words }: { view: Preferences; words: Words },
): Pick<ChoiceActions, 'submit' | 'receipt'> => ({
  submit: async (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { name = '', value = '' } = (event.submitter as HTMLButtonElement | null) ?? {};
    const everything = name === 'everything';
    const [purpose = ''] = value.split(':');
    const { changes, pauses } = everything
      ? { changes: [], pauses: [] }
      : wantedIn(form.getRootNode() as ShadowRoot, view, { purpose, on: name === 'allow' });
    if (changes.length + pauses.length === 0 && !everything) {
      centre.display({ is: 'in' }, { text: words.same });
      return;
    }
    const { statement, locale } = view;
    const page = pageAddress();
    const answer = await client.save({ statement, locale, page, changes, everything, pauses });
    if (answer.body) centre.saved(answer.body);
    else if (answer.status === 409) {
      if (await centre.show()) centre.sayFailed();
    } else await centre.fail(answer, answer.errors?.[0]?.message);
  },
  receipt: async (event) => {
    event.preventDefault();
    const posted = new FormData(event.target as HTMLFormElement);
    const { body } = await client.receipt(Number(posted.get('recordedAt')));
    const text = body ? words.receipted : words.failed;
    centre.display({ is: 'in' }, { text, isProblem: !body });
  },
});
