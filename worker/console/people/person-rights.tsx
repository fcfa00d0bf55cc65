import type { Person } from '../../contract/people.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, type Submitted, TextArea } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import { localised, wordsOf } from '../kit/words.ts';
import { CorrectionFields } from './correction.tsx';
import { correctionWords } from './words/correction.ts';

type Props = { c: ConsoleContext; person: Person; submitted: Submitted };

const CorrectForm = ({ c, person, submitted }: Props) => {
  const own = localised(c, correctionWords);
  return (
    <details class="card" open={submitted.errors !== undefined}>
      <summary>{own.correct}</summary>
      <form method="post" action={`/console/people/${person.id}/corrections`}>
        <p>{own.correctIntro}</p>
        <CorrectionFields c={c} person={person} submitted={submitted} />
      </form>
    </details>
  );
};

const LiftForm = ({ c, person, submitted }: Props) => {
  const own = localised(c, correctionWords);
  return (
    <section class="card">
      <h2>{own.lift}</h2>
      <form method="post" action={`/console/people/${person.id}/restriction-lifted`}>
        <p>{own.liftIntro}</p>
        <ErrorSummary submitted={submitted} words={wordsOf(c)} />
        <TextArea name="liftReason" label={own.liftReason} required submitted={submitted} />
        <button class="quiet">{own.lift}</button>
      </form>
    </section>
  );
};

/** Corrects a person's details, and lifts a restriction where there is one, as far as the user's rights go. */
export const PersonRights = ({
  c,
  person,
  correct,
  lift,
}: {
  c: ConsoleContext;
  person: Person;
  correct: Submitted;
  lift: Submitted;
}) => (
  <>
    {hasRight(c, 'people-register') ? (
      <CorrectForm c={c} person={person} submitted={correct} />
    ) : null}
    {hasRight(c, 'consents-write') &&
    person.standings.some(({ decision }) => decision === 'restricted') ? (
      <LiftForm c={c} person={person} submitted={lift} />
    ) : null}
  </>
);
