import type { RequestRead } from '../../contract/requests.ts';
import type { SubjectOf } from '../../personal-data/report.ts';
import { minuteIn } from '../../platform/zone.ts';
import type { ConsoleContext } from '../kit/app.ts';
import {
  type Choice,
  ErrorSummary,
  Field,
  Select,
  type Submitted,
  TextArea,
} from '../kit/fields.tsx';
import { Badge, Table, Time } from '../kit/parts.tsx';
import { fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { requestWords } from './words/requests.ts';

type CaseProps = { c: ConsoleContext; request: RequestRead };
type FormProps = CaseProps & { submitted: Submitted };

const emailBadges = { waiting: 'warn', sent: 'good', dead: 'bad' } as const;

/** The emails that went out about a request, by their subjects. */
export const Emails = ({
  c,
  request: { emails, number, kind },
  subjectOf,
}: CaseProps & { subjectOf: SubjectOf }) => {
  const own = localised(c, requestWords);
  const facts = { number: String(number), kind: own.kinds[kind] };
  return (
    <section class="card">
      <h2>{own.emails}</h2>
      {emails.length === 0 ? (
        <p>{own.noEmails}</p>
      ) : (
        <ul>
          {emails.map(({ template, state, error, sentAt, createdAt }) => (
            <li>
              {subjectOf(template, facts)} · <Time at={sentAt ?? createdAt} locale={localeOf(c)} />{' '}
              <Badge is={emailBadges[state]}>{own.emailStates[state]}</Badge>{' '}
              {error ? <code>{error}</code> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const ToldForm = ({
  c,
  request: { number },
  recipients,
  submitted,
}: FormProps & { recipients: readonly string[] }) => {
  const own = localised(c, requestWords);
  return (
    <form method="post" action={`/console/requests/${number}/told`} class="filter">
      <datalist id="recipients">
        {recipients.map((each) => (
          <option value={each} />
        ))}
      </datalist>
      <Field
        name="recipient"
        label={own.recipient}
        list="recipients"
        required
        submitted={submitted}
      />
      <Field
        name="toldAt"
        type="datetime-local"
        label={own.toldAt}
        value={minuteIn(c.get('timeZone'), Date.now())}
        required
        submitted={submitted}
      />
      <button class="quiet">{own.addTold}</button>
    </form>
  );
};

/** Who was informed of an erasure, a correction or a restriction (GDPR art. 19), and the form that records it. */
export const Told = ({
  c,
  request,
  recipients,
  submitted,
  actorName,
}: FormProps & { recipients: readonly string[]; actorName: (actor: string) => string }) => {
  const own = localised(c, requestWords);
  if (!['erasure', 'rectification', 'restriction'].includes(request.kind)) return null;
  return (
    <section class="card">
      <h2>{own.told}</h2>
      <p>{own.toldIntro}</p>
      {request.told.length === 0 ? (
        <p>{own.noneTold}</p>
      ) : (
        <Table label={own.told} head={[own.recipient, own.toldAt, own.toldBy]}>
          {request.told.map(({ recipient, toldAt, actor }) => (
            <tr>
              <td>{recipient}</td>
              <td>
                <Time at={toldAt} locale={localeOf(c)} />
              </td>
              <td>{actorName(actor)}</td>
            </tr>
          ))}
        </Table>
      )}
      <ToldForm c={c} request={request} recipients={recipients} submitted={submitted} />
    </section>
  );
};

/** Closes a request that was carried out by other means. */
export const DoneForm = ({ c, request: { number }, submitted }: FormProps) => {
  const own = localised(c, requestWords);
  return (
    <details class="card" open={submitted.errors !== undefined}>
      <summary>{own.byOtherMeans}</summary>
      <form method="post" action={`/console/requests/${number}/done`}>
        <p>{own.byOtherMeansIntro}</p>
        <ErrorSummary submitted={submitted} words={wordsOf(c)} />
        <TextArea name="note" label={own.whatWasDone} required submitted={submitted} />
        <button class="quiet">{own.finish}</button>
      </form>
    </details>
  );
};

/** Extends the deadline of a request; the person reads why. */
export const ExtendForm = ({ c, request, submitted }: FormProps) => {
  const own = localised(c, requestWords);
  if (request.extendedAt !== null || request.dueAt < Date.now()) return null;
  const months = ['1', '2'].map((n): Choice => [n, fillCount(c, own.monthCount, Number(n))]);
  return (
    <details class="card" open={submitted.errors !== undefined}>
      <summary>{own.extend}</summary>
      <form method="post" action={`/console/requests/${request.number}/extension`}>
        <p>{own.extendIntro}</p>
        <ErrorSummary submitted={submitted} words={wordsOf(c)} />
        <Select name="months" label={own.months} choices={months} submitted={submitted} />
        <TextArea name="extension" label={own.extensionReason} required submitted={submitted} />
        <button class="quiet">{own.extend}</button>
      </form>
    </details>
  );
};

/** Refuses a request; the person reads why. */
export const RefuseForm = ({ c, request: { number }, submitted }: FormProps) => {
  const own = localised(c, requestWords);
  return (
    <details class="card" open={submitted.errors !== undefined}>
      <summary>{own.refuse}</summary>
      <form method="post" action={`/console/requests/${number}/refused`}>
        <p>{own.refuseIntro}</p>
        <ErrorSummary submitted={submitted} words={wordsOf(c)} />
        <TextArea name="refusal" label={own.refusalReason} required submitted={submitted} />
        <button class="danger">{own.refuse}</button>
      </form>
    </details>
  );
};
