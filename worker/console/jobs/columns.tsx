import { draftOf } from '../../admin/jobs/import-draft.ts';
import { readRows } from '../../admin/jobs/import-store.ts';
import { PersonField } from '../../contract/definition.ts';
import { type DryRun, type ImportOrders, Mapping } from '../../contract/jobs.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Checkbox, type Choice, ErrorSummary, Select, type Submitted } from '../kit/fields.tsx';
import { type Names, readNames } from '../kit/names.ts';
import { type Posted, textOf, textsOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { OutcomeTable } from './outcomes.tsx';
import { RowProblems } from './row-problems.tsx';
import { importWords } from './words/import.ts';

const EXAMPLE_ROWS = 3;
const MAX_PROBLEMS = 100;

/** Returns what the columns of a file mean, as a posted form says. */
export const mappingFrom = ({ header }: ImportOrders, posted: Posted): Mapping =>
  parse(Mapping, {
    columns: header.map((_, at) => textOf(posted, `column-${at}`)),
    purposes: textsOf(posted, 'purposes'),
  });

const columnChoices = (c: ConsoleContext, names: Names): Choice[] => {
  const own = localised(c, importWords);
  const fields = ['email', 'locale', ...PersonField.options];
  return [
    ['', own.ignore],
    ...fields.map((field): Choice => [field, own.fields[field] ?? field]),
    ...names
      .choices('subscription-types')
      .map(
        ([key, name]): Choice => [`subscription:${key}`, fill(own.subscriptionColumn, { name })],
      ),
  ];
};

const Problems = ({ c, run }: { c: ConsoleContext; run: DryRun }) => {
  const own = localised(c, importWords);
  const hidden = Math.max(0, run.problems.length - MAX_PROBLEMS) + run.more;
  return (
    <>
      <p>{own.problems}</p>
      <RowProblems c={c} label={own.problems} problems={run.problems.slice(0, MAX_PROBLEMS)} />
      {hidden > 0 ? <p>{fill(own.more, { n: hidden })}</p> : null}
    </>
  );
};

const DryRunResult = ({ c, run }: { c: ConsoleContext; run: DryRun }) => (
  <section class="card wide">
    <p role="status">
      <strong>{fillCount(c, localised(c, importWords).importable, run.rows, run)}</strong>
    </p>
    {run.outcomes.length > 0 ? <OutcomeTable c={c} outcomes={run.outcomes} /> : null}
    {run.problems.length > 0 ? <Problems c={c} run={run} /> : null}
  </section>
);

/** Selects what each column means; the first rows are its examples. */
const ColumnSelects = ({
  header,
  chosen,
  choices,
  rows,
}: {
  header: readonly string[];
  chosen: readonly string[];
  choices: readonly Choice[];
  rows: Awaited<ReturnType<typeof readRows>>;
}) => (
  <>
    {header.map((name, at) => (
      <Select
        name={`column-${at}`}
        label={name}
        help={rows
          .map(({ cells }) => cells[at])
          .filter(Boolean)
          .join(' · ')}
        value={chosen[at] ?? ''}
        choices={choices}
      />
    ))}
  </>
);

const PurposeCheckboxes = ({
  c,
  names,
  chosen,
}: {
  c: ConsoleContext;
  names: Names;
  chosen: readonly string[];
}) => (
  <fieldset>
    <legend>{localised(c, importWords).purposes}</legend>
    {names.choices('purposes').map(([key, label]) => (
      <Checkbox name="purposes" value={key} label={label} checked={chosen.includes(key)} />
    ))}
  </fieldset>
);

const Buttons = ({ c, id, run }: { c: ConsoleContext; id: string; run: DryRun | undefined }) => {
  const own = localised(c, importWords);
  return (
    <p class="buttons">
      <button class={run ? 'quiet' : 'main'}>{own.check}</button>
      {run && run.good > 0 ? (
        <button class="main" formaction={`/console/jobs/import/${id}/begin`}>
          {fillCount(c, own.begin, run.good)}
        </button>
      ) : null}
      <button class="danger" formaction={`/console/jobs/import/${id}/drop`} formnovalidate>
        {own.discard}
      </button>
    </p>
  );
};

/** What the user has said of the columns so far, and what a dry run of it found. */
type Mapped = { mapping?: Mapping; run?: DryRun; submitted?: Submitted };

/** Asks what the columns of an uploaded file mean, and shows what a dry run of the import found. */
export const showColumns = async (
  c: ConsoleContext,
  { mapping, run, submitted = {} }: Mapped = {},
) => {
  const job = await draftOf(c.get('db'), c.req.param('id') ?? '');
  const { header, columns, purposes, file } = job.orders;
  const own = localised(c, importWords);
  const [names, rows] = await Promise.all([
    readNames(c.get('db'), localeOf(c)),
    readRows(c.get('db'), job.id, 0, EXAMPLE_ROWS),
  ]);
  const chosen = mapping ?? { columns, purposes };
  const choices = columnChoices(c, names);
  const content = (
    <>
      <p class="intro">{fillCount(c, own.columnsIntro, job.total, { rows: job.total, file })}</p>
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      {run ? <DryRunResult c={c} run={run} /> : null}
      <form method="post" class="sheet">
        <ColumnSelects header={header} chosen={chosen.columns} choices={choices} rows={rows} />
        <PurposeCheckboxes c={c} names={names} chosen={chosen.purposes} />
        <Buttons c={c} id={job.id} run={run} />
      </form>
    </>
  );
  return show(
    c,
    { title: own.columns, back: ['/jobs', wordsOf(c).jobs], children: content },
    submitted.errors ? 422 : 200,
  );
};
