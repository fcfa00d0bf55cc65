import type { ImportProblem } from '../../contract/jobs.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Table } from '../kit/parts.tsx';
import { localised } from '../kit/words.ts';
import { importWords } from './words/import.ts';

/** The rows and values of a file that cannot be imported, and why. */
export const RowProblems = ({
  c,
  label,
  problems,
}: {
  c: ConsoleContext;
  label: string;
  problems: readonly ImportProblem[];
}) => {
  const own = localised(c, importWords);
  return (
    <Table label={label} head={[own.row, own.field, own.problem, own.dropped]}>
      {problems.map(({ number, field, code, dropped }) => (
        <tr>
          <td class="number">{number}</td>
          <td>{own.fields[field] ?? field.replace(/^\w+:/, '')}</td>
          <td>{own.codes[code] ?? code}</td>
          <td>{own.droppedNames[dropped]}</td>
        </tr>
      ))}
    </Table>
  );
};
