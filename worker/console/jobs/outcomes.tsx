import type { JobKind } from '../../contract/jobs.ts';
import type { OutcomeCount } from '../../contract/outcomes.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Table } from '../kit/parts.tsx';
import { fill, localised, wordsOf } from '../kit/words.ts';
import { outcomeWords } from './words/outcomes.ts';

type Outcomes = readonly OutcomeCount[];

/** Names an outcome; a no is called by the decision that people are left alone for. */
const nameOf = (
  c: ConsoleContext,
  outcome: OutcomeCount['outcome'],
  kind: JobKind | undefined,
): string => {
  const own = localised(c, outcomeWords);
  if (kind === 'notice') return outcome === 'unchanged' ? own.noticed : own.notified;
  switch (outcome) {
    case 'new':
    case 'changed':
    case 'unchanged':
    case 'restored':
    case 'erased':
    case 'left':
      return own[outcome];
    default:
      return fill(own.leftAlone, { decision: wordsOf(c)[outcome] });
  }
};

const Sample = ({ sample }: Pick<OutcomeCount, 'sample'>) => (
  <ul class="plain">
    {sample.map(({ id, email }) => (
      <li>{id ? <a href={`/console/people/${id}`}>{email}</a> : email}</li>
    ))}
  </ul>
);

/** How many people come to what in a job, with the first of each where they may be shown. */
export const OutcomeTable = ({
  c,
  kind,
  outcomes,
}: {
  c: ConsoleContext;
  kind?: JobKind;
  outcomes: Outcomes;
}) => {
  const own = localised(c, outcomeWords);
  const isShown = outcomes.some(({ sample }) => sample.length > 0);
  const head = [own.outcome, own.people, ...(isShown ? [own.sample] : [])];
  return (
    <Table label={own.outcome} head={head}>
      {outcomes.map(({ outcome, count, sample }) => (
        <tr>
          <td>{nameOf(c, outcome, kind)}</td>
          <td class="number">{count}</td>
          {isShown ? (
            <td>
              <Sample sample={sample} />
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  );
};
