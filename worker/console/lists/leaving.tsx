import { formsNaming } from '../../forms/republish.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { entryName } from '../kit/names.ts';
import { LinkButton } from '../kit/parts.tsx';
import { isChecked, type Posted, textsOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { type ConsoleLocale, fill, fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import type { Opened } from './entry.tsx';

const en = {
  title: 'Deactivate “{name}”?',
  forms: {
    one: 'This form stops offering it and is published again without it:',
    other: 'These {n} forms stop offering it and are published again without it:',
  },
  stays:
    'People who subscribe to it keep their consents, and what they were shown stays on record.',
  deactivate: 'Deactivate and republish',
};

const leavingWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    title: 'Deaktivér “{name}”?',
    forms: {
      one: 'Denne formular tilbyder den ikke længere og udgives igen uden den:',
      other: 'Disse {n} formularer tilbyder den ikke længere og udgives igen uden den:',
    },
    stays: 'De, der abonnerer på den, beholder deres samtykker, og det, de så, forbliver gemt.',
    deactivate: 'Deaktivér og udgiv igen',
  },
};

type NamedForms = Awaited<ReturnType<typeof formsNaming>>;

/** Lists the forms that a posted subscription type would leave; none if the user has seen them. */
export const leavingForms = async (
  c: ConsoleContext,
  { list, entry }: Opened,
  posted: Posted,
): Promise<NamedForms> => {
  const isEnding = list === 'subscription-types' && entry.active && !isChecked(posted, 'active');
  if (!isEnding || isChecked(posted, 'seen')) return [];
  return formsNaming(c.get('db'), { subscription: entry.key });
};

/** Says which forms a subscription type leaves once it is deactivated, and asks. */
export const showLeaving = (
  c: ConsoleContext,
  { list, entry }: Opened,
  posted: Posted,
  forms: NamedForms,
): Promise<Response> => {
  const own = localised(c, leavingWords);
  const name = entryName(entry, localeOf(c));
  const path = `/lists/${list}/${entry.key}`;
  return show(c, {
    title: fill(own.title, { name }),
    back: [path, name],
    children: (
      <form method="post" action={`/console${path}`}>
        {Object.keys(posted).flatMap((key) =>
          textsOf(posted, key).map((value) => <input type="hidden" name={key} value={value} />),
        )}
        <input type="hidden" name="seen" value="yes" />
        <p>{fillCount(c, own.forms, forms.length)}</p>
        <ul>
          {forms.map((form) => (
            <li>{form.name}</li>
          ))}
        </ul>
        <p>{own.stays}</p>
        <p class="buttons">
          <button class="danger">{own.deactivate}</button>
          <LinkButton to={path}>{wordsOf(c).cancel}</LinkButton>
        </p>
      </form>
    ),
  });
};
