import type { BreachCase } from '../../contract/breach.ts';
import type { Segment } from '../../contract/search.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, Field, Select, type Submitted } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import { LinkButton } from '../kit/parts.tsx';
import { fill, fillCount, languageName, localised, wordsOf } from '../kit/words.ts';
import type { Preview } from './breach-email.ts';
import { breachWords } from './words/breaches.ts';

type CaseProps = { c: ConsoleContext; breach: BreachCase };

/** Whom the user is about to inform, after a preview also how many they are. */
export type Recipients = {
  segment?: string;
  count?: number;
  submitted?: Submitted;
};

const PreviewForm = ({
  c,
  breach,
  segments,
  segment = '',
}: CaseProps & { segments: readonly Segment[]; segment: string | undefined }) => {
  const own = localised(c, breachWords);
  return (
    <form method="post" action={`/console/breaches/${breach.id}/look`} class="filter">
      <Select
        name="segment"
        label={own.segment}
        value={segment}
        choices={[['', own.everyone], ...segments.map(({ id, name }) => [id, name] as const)]}
      />
      <button class="quiet">{own.preview}</button>
      {hasRight(c, 'people-read') ? (
        <LinkButton to="/people/listed">{own.selectByAddresses}</LinkButton>
      ) : null}
    </form>
  );
};

const NotifyForm = ({
  c,
  breach,
  segment = '',
  count,
  submitted,
}: CaseProps & Recipients & { count: number }) => {
  const own = localised(c, breachWords);
  return (
    <form method="post" action={`/console/breaches/${breach.id}/notify`}>
      <input type="hidden" name="segment" value={segment} />
      <input type="hidden" name="expected" value={count} />
      <Field
        name="typed"
        label={fill(own.confirm, { n: count })}
        autocomplete="off"
        required
        submitted={submitted}
      />
      <button class="main">{fillCount(c, own.send, count)}</button>
    </form>
  );
};

/** Informs people of a breach: who, how many, what they read in each language, and then the email. */
export const NotifyPeople = ({
  c,
  breach,
  emails,
  segments,
  recipients: { segment, count, submitted = {} },
}: CaseProps & {
  emails: readonly Preview[];
  segments: readonly Segment[];
  recipients: Recipients;
}) => {
  const own = localised(c, breachWords);
  return (
    <section class="card" id="notify">
      <h2>{own.notify}</h2>
      <p>{own.notifyIntro}</p>
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      <PreviewForm c={c} breach={breach} segments={segments} segment={segment} />
      {emails.map(({ locale, text }) => (
        <details open={count !== undefined}>
          <summary>{fill(own.email, { language: languageName(c, locale) })}</summary>
          <pre lang={locale}>{text}</pre>
        </details>
      ))}
      {count === undefined ? null : (
        <NotifyForm c={c} breach={breach} segment={segment} count={count} submitted={submitted} />
      )}
    </section>
  );
};
