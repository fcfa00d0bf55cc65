import { breachEdit } from '../../admin/breach/cases.ts';
import { readWholeBreach } from '../../admin/breach/documents.ts';
import type { BreachCase } from '../../contract/breach.ts';
import { readSegments } from '../../people/segments.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { readEditable } from '../kit/editable.tsx';
import { Badge, ExportLinks, LinkButton, PostButton, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { AuthorityDeadline } from './authority-deadline.tsx';
import { AuthorityForm, BreachFiles } from './breach-documents.tsx';
import { previewEmails } from './breach-email.ts';
import { BreachForm } from './breach-form.tsx';
import { NotifyPeople, type Recipients } from './breach-notify.tsx';
import { Notes } from './notes.tsx';
import { breachWords } from './words/breaches.ts';

type CaseProps = { c: ConsoleContext; breach: BreachCase };

const CaseActions = ({ c, breach: { id, closedAt } }: CaseProps) =>
  closedAt === null ? (
    <PostButton action={`/breaches/${id}/close`} label={localised(c, breachWords).closeCase} />
  ) : null;

const CaseStatus = ({ c, breach }: CaseProps) => {
  const own = localised(c, breachWords);
  const isOpen = breach.closedAt === null;
  return (
    <>
      <p class="tags">
        <AuthorityDeadline c={c} breach={breach} />
        <Badge is={isOpen ? 'warn' : 'off'}>{isOpen ? own.open : own.closed}</Badge>
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

/** The forms of a case; what was submitted in one of them and refused is shown there. */
export type Refused = {
  recipients?: Recipients;
  changes?: Submitted;
  authority?: Submitted;
  note?: Submitted;
  file?: Submitted;
};

/** Shows a breach case. */
export const showBreach = async (c: ConsoleContext, refused: Refused = {}): Promise<Response> => {
  const db = c.get('db');
  const id = c.req.param('id') ?? '';
  const [editable, breach] = await Promise.all([
    readEditable(c, [breachEdit(id)], refused.changes),
    readWholeBreach(db, id),
  ]);
  const words = wordsOf(c);
  const own = localised(c, breachWords);
  const [segments, emails, actorName] = await Promise.all([
    readSegments(db),
    previewEmails(c, breach),
    readActorNames(db, words),
  ]);
  const { recipients = {}, changes = {}, authority = {}, note = {}, file = {} } = refused;
  const props = { c, breach };
  return show(
    c,
    {
      title: breach.title,
      back: ['/breaches', words.breaches],
      views: <LinkButton to={`/breaches/${id}/report`}>{own.report}</LinkButton>,
      actions: <CaseActions {...props} />,
      children: (
        <>
          <CaseStatus {...props} />
          <AuthorityForm {...props} submitted={authority} />
          {breach.closedAt === null ? (
            <NotifyPeople {...props} emails={emails} segments={segments} recipients={recipients} />
          ) : null}
          <BreachForm {...props} editable={editable} submitted={changes} />
          <Notes
            c={c}
            path={`/breaches/${id}`}
            notes={breach.notes}
            submitted={note}
            actorName={actorName}
          />
          <BreachFiles {...props} submitted={file} actorName={actorName} />
          <p class="help">
            {own.opened}: <Time at={breach.createdAt} locale={localeOf(c)} />
          </p>
        </>
      ),
    },
    statusOf(recipients.submitted, changes, authority, note, file),
  );
};
