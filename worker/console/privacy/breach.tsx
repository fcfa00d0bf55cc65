import { breachEdit, readBreach } from '../../admin/breach/cases.ts';
import type { BreachCase } from '../../contract/breach.ts';
import { readSegments } from '../../people/segments.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { readEditable } from '../kit/editable.tsx';
import { ErrorSummary, Field, Select } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import { Badge, ExportLinks, LinkButton, PostButton, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { fill, fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { AuthorityDeadline } from './authority-deadline.tsx';
import { previewEmail } from './breach-email.ts';
import { BreachForm } from './breach-form.tsx';
import { breachWords } from './words/breaches.ts';

type CaseProps = { c: ConsoleContext; breach: BreachCase };

/** Whom the user is about to notify, after a preview also how many they are. */
type Recipients = {
  segment?: string;
  count?: number;
  submitted?: Submitted;
};

const CaseActions = ({ c, breach }: CaseProps) => {
  const own = localised(c, breachWords);
  const isOpen = breach.closedAt === null;
  const path = `/breaches/${breach.id}`;
  return (
    <>
      {isOpen && breach.authorityAt === null ? (
        <PostButton action={`${path}/authority`} label={own.authorityNotified} kind="main" />
      ) : null}
      {isOpen ? <PostButton action={`${path}/close`} label={own.closeCase} /> : null}
      <LinkButton to={`${path}/report`}>{own.report}</LinkButton>
    </>
  );
};

const CaseStatus = ({ c, breach }: CaseProps) => {
  const own = localised(c, breachWords);
  const isOpen = breach.closedAt === null;
  return (
    <>
      <p class="tags">
        <AuthorityDeadline c={c} breach={breach} />
        <Badge is={isOpen ? 'warn' : 'off'}>{isOpen ? wordsOf(c).active : own.closed}</Badge>
        <Badge is="off">{fillCount(c, own.notified, breach.notified)}</Badge>
      </p>
      {breach.notified > 0 ? (
        <p>
          {own.notifiedList}: <ExportLinks path={`/breaches/${breach.id}/notified`} />
        </p>
      ) : null}
    </>
  );
};

type Segments = Awaited<ReturnType<typeof readSegments>>;

const PreviewForm = ({
  c,
  breach,
  segments,
  segment = '',
}: CaseProps & { segments: Segments; segment: string | undefined }) => {
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

const NotifyPeople = ({
  c,
  breach,
  email,
  segments,
  recipients: { segment, count, submitted = {} },
}: CaseProps & { email: string; segments: Segments; recipients: Recipients }) => {
  const own = localised(c, breachWords);
  return (
    <section class="card" id="notify">
      <h2>{own.notify}</h2>
      <p>{own.notifyIntro}</p>
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      <PreviewForm c={c} breach={breach} segments={segments} segment={segment} />
      <details open={count !== undefined}>
        <summary>{own.email}</summary>
        <pre>{email}</pre>
      </details>
      {count === undefined ? null : (
        <NotifyForm c={c} breach={breach} segment={segment} count={count} submitted={submitted} />
      )}
    </section>
  );
};

/** Shows a breach case; `changes` is what was submitted to change it. */
export const showBreach = async (
  c: ConsoleContext,
  { recipients = {}, changes = {} }: { recipients?: Recipients; changes?: Submitted } = {},
): Promise<Response> => {
  const id = c.req.param('id') ?? '';
  const [editable, breach] = await Promise.all([
    readEditable(c, [breachEdit(id)], changes),
    readBreach(c.get('db'), id),
  ]);
  const words = wordsOf(c);
  const [segments, email] = await Promise.all([readSegments(c.get('db')), previewEmail(c, breach)]);
  const notify = (
    <NotifyPeople c={c} breach={breach} email={email} segments={segments} recipients={recipients} />
  );
  return show(
    c,
    {
      title: breach.title,
      back: ['/breaches', words.breaches],
      actions: <CaseActions c={c} breach={breach} />,
      children: (
        <>
          <CaseStatus c={c} breach={breach} />
          {breach.closedAt === null ? notify : null}
          <BreachForm c={c} breach={breach} editable={editable} submitted={changes} />
          <p class="help">
            {words.when}: <Time at={breach.createdAt} locale={localeOf(c)} />
          </p>
        </>
      ),
    },
    statusOf(recipients.submitted, changes),
  );
};
