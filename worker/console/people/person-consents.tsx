import type { Person, RecordProof } from '../../contract/people.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Names } from '../kit/names.ts';
import { Badge, Table, Time } from '../kit/parts.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { personWords } from './words/person.ts';

const itemName = (
  names: Names,
  { purpose, subscription }: { purpose?: string | null; subscription?: string | null },
): string =>
  purpose ? names.name('purposes', purpose) : names.name('subscription-types', subscription ?? '');

const StandingRow = ({
  c,
  names,
  standing,
}: {
  c: ConsoleContext;
  names: Names;
  standing: Person['standings'][number];
}) => (
  <tr>
    <td>{itemName(names, standing)}</td>
    <td>
      <Badge is={standing.decision}>{wordsOf(c)[standing.decision]}</Badge>
    </td>
    <td>{names.name('legal-bases', standing.legalBasis)}</td>
    <td>{names.name('sources', standing.source)}</td>
    <td>
      <Time at={standing.since} locale={localeOf(c)} />
    </td>
  </tr>
);

/** A person's consent status: the decision that holds for each purpose and subscription. */
export const CurrentStandings = ({
  c,
  names,
  person,
}: {
  c: ConsoleContext;
  names: Names;
  person: Person;
}) => {
  const words = wordsOf(c);
  const own = localised(c, personWords);
  return (
    <>
      <h2>{own.consentStatus}</h2>
      <Table
        label={own.consentStatus}
        head={[words.what, words.state, words.legalBasis, words.source, words.when]}
      >
        {person.standings.map((standing) => (
          <StandingRow c={c} names={names} standing={standing} />
        ))}
      </Table>
    </>
  );
};

const Evidence = ({ c, proof }: { c: ConsoleContext; proof: RecordProof }) => {
  const own = localised(c, personWords);
  const { statement } = proof.content;
  return (
    <span class="help">
      {own.record} {proof.sequence} · <code class="long">{proof.sha256}</code>
      {statement ? (
        <>
          {' '}
          · <a href={`/shown/${statement}?locale=${localeOf(c)}`}>{own.statement}</a>
        </>
      ) : null}{' '}
      · <a href={`/console/people/${proof.person}/proof?record=${proof.content.id}`}>{own.proof}</a>
    </span>
  );
};

type HistoryProps = { c: ConsoleContext; names: Names; actorName: (actor: string) => string };

const HistoryItem = ({ c, names, actorName, proof }: HistoryProps & { proof: RecordProof }) => {
  const own = localised(c, personWords);
  const { decision, grade, content, comment } = proof;
  return (
    <li>
      <strong>{itemName(names, content)}</strong>{' '}
      <Badge is={decision}>{wordsOf(c)[decision]}</Badge>{' '}
      <span class="help">
        <Time at={content.recordedAt} locale={localeOf(c)} /> · {actorName(content.actor)} ·{' '}
        {names.name('sources', content.source)} · {names.name('legal-bases', content.legalBasis)} ·{' '}
        {wordsOf(c).grades[grade]}
        {content.page ? ` · ${fill(own.onPage, { page: content.page })}` : ''}
        {content.decidedAt ? (
          <>
            {' '}
            · {own.decidedAt} <Time at={content.decidedAt} locale={localeOf(c)} />
          </>
        ) : null}
      </span>
      {comment ? <p>“{comment.text}”</p> : null}
      <Evidence c={c} proof={proof} />
    </li>
  );
};

/** Every decision of a person, newest first, with its evidence. */
export const ConsentHistory = ({
  c,
  names,
  actorName,
  records,
}: HistoryProps & { records: readonly RecordProof[] }) => (
  <>
    <h2>{localised(c, personWords).history}</h2>
    <ol class="timeline">
      {records.toReversed().map((proof) => (
        <HistoryItem c={c} names={names} actorName={actorName} proof={proof} />
      ))}
    </ol>
  </>
);
