import { draftOf } from '../../admin/jobs/import-draft.ts';
import { readRows } from '../../admin/jobs/import-store.ts';
import { toolNames } from '../../admin/jobs/tool-names.ts';
import { PersonField } from '../../contract/definition.ts';
import { type DryRun, type ImportOrders, Mapping } from '../../contract/jobs.ts';
import type { FieldError } from '../../contract/problem.ts';
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
const EXAMPLE_LENGTH = 60;
const MAX_PROBLEMS = 100;

/** Returns what the columns of a file mean, as a posted form says. */
export const mappingFrom = ({ header }: ImportOrders, posted: Posted): Mapping =>
  parse(Mapping, {
    columns: header.map((_, at) => textOf(posted, `column-${at}`)),
    purposes: textsOf(posted, 'purposes'),
  });

const columnChoices = (c: ConsoleContext, names: Names): Choice[] => {
  const own = localised(c, importWords);
  const fields = ['email', ...PersonField.options, 'locale'];
  const about = ['decided-at', 'source', 'legal-basis', 'comment'];
  const said = [
    ...['status', 'opted-out', 'opted-out-at', 'opt-out-reason', 'bounced', 'opted-in-at'],
    ...['opt-in-ip', 'confirm-ip', 'opt-in-source'],
  ];
  return [
    ['', own.ignore],
    ...fields.map((field): Choice => [field, own.fields[field] ?? field]),
    ...names
      .choices('purposes')
      .map(([key, name]): Choice => [`purpose:${key}`, fill(own.purposeColumn, { name })]),
    ...names
      .choices('subscription-types')
      .map(
        ([key, name]): Choice => [`subscription:${key}`, fill(own.subscriptionColumn, { name })],
      ),
    ...names
      .choices('subscription-types')
      .map(([key, name]): Choice => [`opted-out:${key}`, fill(own.leftColumn, { name })]),
    ...[...about, ...said].map((field): Choice => [field, own.fields[field] ?? field]),
  ];
};

/** The name of a column; its letter in a spreadsheet where it has none. */
const nameOf = (c: ConsoleContext, header: readonly string[], at: number): string => {
  const letters = (n: number): string =>
    (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
  return header[at] || fill(localised(c, importWords).unnamed, { letter: letters(at) });
};

/** Returns what is wrong with a mapping in the user's language, by the controls of the form. */
export const mappingErrors = (
  c: ConsoleContext,
  { header }: ImportOrders,
  errors: readonly FieldError[],
): FieldError[] => {
  const texts = localised(c, importWords).mappingErrors;
  return errors.map(({ field, code, message }) => {
    const at = Number(/^columns\.(\d+)$/.exec(field)?.[1] ?? Number.NaN);
    const name = Number.isNaN(at) ? '' : nameOf(c, header, at);
    const control = Number.isNaN(at) ? '' : `column-${at}`;
    return { field: control, code, message: fill(texts[code] ?? message, { name }) };
  });
};

/** How the file was read, so that wrong letters and wrong columns are understood. */
const ReadAsText = ({ c, orders: { readAs } }: { c: ConsoleContext; orders: ImportOrders }) => {
  const own = localised(c, importWords);
  if (!readAs) return null;
  if (readAs.encoding === null) return <p>{own.readAsWorkbook}</p>;
  const separator = readAs.separator === '\t' ? own.tab : `“${readAs.separator}”`;
  const encoding = own.encodings[readAs.encoding];
  return (
    <p>
      {fill(own.readAsText, { encoding, separator })} <small class="help">{own.misread}</small>
    </p>
  );
};

/** Which tool the file is from, and what that means for its dates. */
const ToolText = ({ c, orders: { tool, zone } }: { c: ConsoleContext; orders: ImportOrders }) =>
  tool === null ? null : (
    <p>{fill(localised(c, importWords).tool, { name: toolNames[tool], zone })}</p>
  );

const Problems = ({ c, run }: { c: ConsoleContext; run: DryRun }) => {
  const own = localised(c, importWords);
  const hidden = Math.max(0, run.problems.length - MAX_PROBLEMS) + run.more;
  return (
    <>
      <h2>{own.problems}</h2>
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
    {run.bounced > 0 ? (
      <p>{fillCount(c, localised(c, importWords).bounced, run.bounced, { n: run.bounced })}</p>
    ) : null}
    {run.outcomes.length > 0 ? <OutcomeTable c={c} outcomes={run.outcomes} /> : null}
    {run.problems.length > 0 ? <Problems c={c} run={run} /> : null}
  </section>
);

/** Selects what each column means; the first rows are its examples. */
const ColumnSelects = ({
  c,
  header,
  chosen,
  choices,
  rows,
  submitted,
}: {
  c: ConsoleContext;
  header: readonly string[];
  chosen: readonly string[];
  choices: readonly Choice[];
  rows: Awaited<ReturnType<typeof readRows>>;
  submitted: Submitted;
}) => (
  <>
    {header.map((_, at) => (
      <Select
        name={`column-${at}`}
        label={nameOf(c, header, at)}
        submitted={submitted}
        help={rows
          .map(({ cells }) => cells[at]?.slice(0, EXAMPLE_LENGTH))
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
    <small class="help">{localised(c, importWords).purposesHelp}</small>
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
      <ReadAsText c={c} orders={job.orders} />
      <ToolText c={c} orders={job.orders} />
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      {run ? <DryRunResult c={c} run={run} /> : null}
      <form method="post" class="sheet">
        <ColumnSelects
          c={c}
          header={header}
          chosen={chosen.columns}
          choices={choices}
          rows={rows}
          submitted={submitted}
        />
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
