import { AUTHORITY_MS } from '../../admin/breach/cases.ts';
import type { BreachCase } from '../../contract/breach.ts';
import { compose } from '../../emails/compose.ts';
import { plainText } from '../../emails/email.ts';
import type { Due } from '../../outbox/outbox.ts';
import { callerOf } from '../../platform/caller.ts';
import { HOUR } from '../../platform/time.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { Badge, Time } from '../kit/parts.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
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
  submitted = {},
}: {
  c: ConsoleContext;
  breach?: BreachCase;
  submitted?: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, officeWords);
  return (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      <Field name="title" label={own.title} value={breach?.title} required submitted={submitted} />
      <Field
        name="discovered"
        type="datetime-local"
        label={own.discovered}
        value={minuteOf(breach?.discoveredAt ?? Date.now())}
        required
        submitted={submitted}
      />
      {parts.map((part) => (
        <TextArea
          name={part}
          label={own[part]}
          value={breach?.facts[part]}
          required
          submitted={submitted}
        />
      ))}
      <Field
        name="contact"
        label={own.contact}
        value={breach?.facts.contact}
        required
        submitted={submitted}
      />
      <p class="buttons">
        <button class="main">{breach ? words.save : own.open}</button>
      </p>
    </form>
  );
};

export const Clock = ({ c, breach }: { c: ConsoleContext; breach: BreachCase }) => {
  const own = localised(c, officeWords);
  if (breach.authorityAt !== null)
    return (
      <Badge is="good">
        {own.authorityAt} <Time at={breach.authorityAt} locale={localeOf(c)} />
      </Badge>
    );
  const hours = Math.floor((breach.discoveredAt + AUTHORITY_MS - Date.now()) / HOUR);
  return (
    <Badge is={hours < 0 ? 'bad' : 'warn'}>
      {hours < 0 ? fill(own.clockLate, { n: -hours }) : fill(own.clock, { n: hours })}
    </Badge>
  );
};

/** The letter as people will read it, in the language of whoever looks. */
export const previewEmail = async (c: ConsoleContext, { facts }: BreachCase): Promise<string> => {
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
