import type { BreachCase } from '../../contract/breach.ts';
import { minuteIn, momentOf } from '../../platform/zone.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom } from '../kit/editable.tsx';
import { ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { localised, wordsOf } from '../kit/words.ts';
import { breachWords } from './words/breaches.ts';

/** The facts of a breach, besides the contact. */
export const breachFacts = ['nature', 'consequences', 'measures'] as const;

/** Returns the case that a posted form describes, to be parsed. */
export const breachFrom = (posted: Posted, zone: string): unknown => ({
  title: textOf(posted, 'title'),
  discoveredAt: momentOf(zone, textOf(posted, 'discovered')),
  facts: Object.fromEntries(
    [...breachFacts, 'contact'].map((fact) => [fact, textOf(posted, fact).trim()]),
  ),
});

/** The form that opens a breach case, or changes one. */
export const BreachForm = ({
  c,
  breach,
  editable,
  submitted = {},
}: {
  c: ConsoleContext;
  breach?: BreachCase;
  editable?: Editable;
  submitted?: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, breachWords);
  const shared = { required: true, submitted };
  return (
    <form method="post" class="sheet">
      {editable ? <EditedFrom c={c} editable={editable} submitted={submitted} /> : null}
      <ErrorSummary submitted={submitted} words={words} />
      <Field name="title" label={own.title} value={breach?.title} {...shared} />
      <Field
        name="discovered"
        type="datetime-local"
        label={own.discoveredAt}
        value={minuteIn(c.get('timeZone'), breach?.discoveredAt ?? Date.now())}
        {...shared}
      />
      {breachFacts.map((fact) => (
        <TextArea name={fact} label={own[fact]} value={breach?.facts[fact]} {...shared} />
      ))}
      <Field name="contact" label={own.contact} value={breach?.facts.contact} {...shared} />
      <SubmitButton label={breach ? words.save : own.openCase} />
    </form>
  );
};
