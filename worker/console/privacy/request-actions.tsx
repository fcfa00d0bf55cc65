import type { Person } from '../../contract/people.ts';
import type { RequestKind, RequestRead } from '../../contract/requests.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Submitted } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import type { Names } from '../kit/names.ts';
import { LinkButton, PostButton } from '../kit/parts.tsx';
import { fillCount, localised } from '../kit/words.ts';
import { CorrectionFields } from '../people/correction.tsx';
import { deletedWords, requestWords } from './words/requests.ts';

/** An open request, with its person where one was found. */
export type Answering = {
  c: ConsoleContext;
  request: RequestRead;
  person: Person | null;
  names: Names;
  submitted: Submitted;
};

const CorrectForm = ({ c, request, person, submitted }: Answering & { person: Person }) =>
  hasRight(c, 'people-read') ? (
    <form method="post" action={`/console/requests/${request.number}/corrections`}>
      <CorrectionFields c={c} person={person} submitted={submitted} />
    </form>
  ) : null;

/** What carrying the request out ends and deletes, before it is done. */
const Effects = ({ c, request: { kind, effects }, names }: Answering) => {
  const own = localised(c, requestWords);
  const counted = localised(c, deletedWords);
  if (!effects || kind === 'access' || kind === 'portability') return null;
  const nameOf = ({ purpose, subscription }: { purpose?: string; subscription?: string }) =>
    purpose === undefined
      ? names.name('subscription-types', subscription ?? '')
      : names.name('purposes', purpose);
  const deletes = Object.entries(effects.deletes).filter(([, count]) => count > 0);
  return (
    <>
      <h3>{own.ends}</h3>
      {effects.ends.length === 0 ? (
        <p>{own.endsNothing}</p>
      ) : (
        <ul>
          {effects.ends.map((item) => (
            <li>{nameOf(item)}</li>
          ))}
        </ul>
      )}
      {deletes.length === 0 ? null : (
        <>
          <h3>{own.deletes}</h3>
          <ul>
            {deletes.map(([what, count]) => (
              <li>{counted[what] ? fillCount(c, counted[what], count) : what}</li>
            ))}
          </ul>
          <p class="help">{own.keeps}</p>
        </>
      )}
    </>
  );
};

const ReportLinks = ({ c, person }: { c: ConsoleContext; person: Person }) => {
  const own = localised(c, requestWords);
  if (!hasRight(c, 'people-read')) return null;
  const path = `/people/${person.id}/report`;
  return (
    <>
      <LinkButton to={path}>{own.report}</LinkButton>{' '}
      <LinkButton to={`${path}?format=json`}>{own.reportJson}</LinkButton>
    </>
  );
};

const CarryOut = ({
  answering,
  person,
  kind,
}: {
  answering: Answering;
  person: Person;
  kind: Exclude<RequestKind, 'rectification'>;
}) => {
  const { c, request } = answering;
  const isCopy = kind === 'access' || kind === 'portability';
  return (
    <>
      <Effects {...answering} />
      <div class="buttons">
        <PostButton
          action={`/requests/${request.number}/carried-out`}
          label={localised(c, requestWords).carryOut[kind]}
          kind={kind === 'erasure' ? 'danger' : 'main'}
        />
        {isCopy ? <ReportLinks c={c} person={person} /> : null}
      </div>
    </>
  );
};

/** What is to be done about an open request, and the button or form that does it. */
export const Todo = (answering: Answering) => {
  const { c, request, person } = answering;
  const own = localised(c, requestWords);
  const { kind } = request;
  return (
    <section class="card">
      <h2>{own.todo}</h2>
      {request.identity === 'unchecked' ? <p class="warning">{own.uncheckedWarning}</p> : null}
      <p>{request.person === null ? own.unfoundTodo : own.todos[kind]}</p>
      {person === null ? null : kind === 'rectification' ? (
        <CorrectForm {...answering} person={person} />
      ) : (
        <CarryOut answering={answering} person={person} kind={kind} />
      )}
    </section>
  );
};
