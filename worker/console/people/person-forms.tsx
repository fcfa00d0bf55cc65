import type { ConsoleContext } from '../kit/app.ts';
import { DecisionBasisSelect, DecisionSelect, SourceSelect } from '../kit/choices.tsx';
import { ErasureReasonSelect } from '../kit/erasure.tsx';
import { type Choice, ErrorSummary, Field, Select, type Submitted } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import type { Names } from '../kit/names.ts';
import { SubmitButton } from '../kit/parts.tsx';
import { ReasonField } from '../kit/reason-field.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { personWords } from './words/person.ts';

/** The purposes and subscription types of which the user may record a decision. */
const itemChoices = (c: ConsoleContext, names: Names): Choice[] => {
  const purposes = names.choices('purposes').map(([key, name]): Choice => [`purpose:${key}`, name]);
  const subscriptions = names
    .choices('subscription-types')
    .map(([key, name]): Choice => [`subscription:${key}`, `– ${name}`]);
  return [
    ...(hasRight(c, 'consents-write') ? purposes : []),
    ...(hasRight(c, 'subscriptions-write') ? subscriptions : []),
  ];
};

/** Records a decision on a person's behalf. */
export const DecisionForm = ({
  c,
  names,
  submitted,
}: {
  c: ConsoleContext;
  names: Names;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, personWords);
  return (
    <form method="post" action={`/console/people/${c.req.param('id')}/decisions`} class="sheet">
      <h2>{own.recordDecision}</h2>
      <p class="intro">{own.recordDecisionIntro}</p>
      <ErrorSummary submitted={submitted} words={words} />
      <div class="sides">
        <Select
          name="item"
          label={own.item}
          choices={itemChoices(c, names)}
          submitted={submitted}
        />
        <DecisionSelect c={c} submitted={submitted} />
        <DecisionBasisSelect c={c} names={names} submitted={submitted} />
        <SourceSelect c={c} names={names} submitted={submitted} value="phone" />
      </div>
      <ReasonField own={own} submitted={submitted} />
      <SubmitButton label={words.save} />
    </form>
  );
};

const RestrictForm = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, personWords);
  return (
    <section class="card">
      <h2>{own.restrict}</h2>
      <p>{own.restrictText}</p>
      <form method="post" action={`/console/people/${c.req.param('id')}/restrict`}>
        <Field name="restriction" label={own.reason} required />
        <button class="quiet">{own.restrict}</button>
      </form>
    </section>
  );
};

const EraseForm = ({ c, submitted }: { c: ConsoleContext; submitted: Submitted }) => {
  const own = localised(c, personWords);
  return (
    <section class="card">
      <h2>{own.eraseTitle}</h2>
      <p>{own.eraseText}</p>
      <form method="post" action={`/console/people/${c.req.param('id')}/erase`}>
        <ErasureReasonSelect c={c} name="erasure" submitted={submitted} />
        <Field
          name="typed"
          label={own.confirmAddress}
          autocomplete="off"
          required
          submitted={submitted}
        />
        <button class="danger">{own.erase}</button>
      </form>
    </section>
  );
};

/** Restricts or erases a person, as far as the user's rights go. */
export const DangerZone = ({ c, submitted }: { c: ConsoleContext; submitted: Submitted }) => (
  <>
    {hasRight(c, 'consents-write') ? <RestrictForm c={c} /> : null}
    {hasRight(c, 'bulk-delete') ? <EraseForm c={c} submitted={submitted} /> : null}
  </>
);
