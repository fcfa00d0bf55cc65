import type { Context } from 'hono';
import { AUTHORITY_MS } from '../../admin/breach/cases.ts';
import type { BreachCase } from '../../contract/breach.ts';
import { compose } from '../../emails/compose.ts';
import { plainText } from '../../emails/email.ts';
import type { Due } from '../../outbox/outbox.ts';
import { callerOf } from '../../platform/caller.ts';
import { HOUR } from '../../platform/time.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Area, Badge, Field, type Given, Time, Wrong } from '../kit/parts.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { officeWords } from './words.ts';

export const parts = ['nature', 'consequences', 'measures'] as const;

export const bodyOf = (posted: Posted): unknown => ({
  title: textOf(posted, 'title'),
  discoveredAt: Date.parse(`${textOf(posted, 'discovered')}Z`),
  facts: Object.fromEntries(
    [...parts, 'contact'].map((part) => [part, textOf(posted, part).trim()]),
  ),
});

const minuteOf = (at: number): string => new Date(at).toISOString().slice(0, 16);

export const CaseForm = ({
  c,
  breach,
  given = {},
}: {
  c: Context<ConsoleApp>;
  breach?: BreachCase;
  given?: Given;
}) => {
  const words = wordsOf(c);
  const mine = said(c, officeWords);
  return (
    <form method="post" class="sheet">
      <Wrong given={given} words={words} />
      <Field name="title" label={mine.title} value={breach?.title} required given={given} />
      <Field
        name="discovered"
        type="datetime-local"
        label={mine.discovered}
        value={minuteOf(breach?.discoveredAt ?? Date.now())}
        required
        given={given}
      />
      {parts.map((part) => (
        <Area name={part} label={mine[part]} value={breach?.facts[part]} required given={given} />
      ))}
      <Field
        name="contact"
        label={mine.contact}
        value={breach?.facts.contact}
        required
        given={given}
      />
      <p class="buttons">
        <button class="main">{breach ? words.save : mine.open}</button>
      </p>
    </form>
  );
};

export const Clock = ({ c, breach }: { c: Context<ConsoleApp>; breach: BreachCase }) => {
  const mine = said(c, officeWords);
  if (breach.authorityAt !== null)
    return (
      <Badge is="good">
        {mine.authorityAt} <Time at={breach.authorityAt} locale={localeOf(c)} />
      </Badge>
    );
  const hours = Math.floor((breach.discoveredAt + AUTHORITY_MS - Date.now()) / HOUR);
  return (
    <Badge is={hours < 0 ? 'bad' : 'warn'}>
      {hours < 0 ? fill(mine.clockLate, { n: -hours }) : fill(mine.clock, { n: hours })}
    </Badge>
  );
};

/** The letter as people will read it, in the language of whoever looks. */
export const letterOf = async (c: Context<ConsoleApp>, { facts }: BreachCase): Promise<string> => {
  const sender = await readSetting(c.get('db'), 'sender');
  const due: Due = {
    id: '',
    person: 'nobody',
    recipient: '',
    template: 'breach-notice',
    locale: localeOf(c),
    facts,
    tries: 0,
  };
  const letter = await compose(
    { env: c.env, db: c.get('db'), publicUrl: callerOf(c).host },
    due,
    sender.name || sender.address,
  );
  return letter ? plainText(letter) : '';
};
