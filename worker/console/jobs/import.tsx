import { Hono } from 'hono';
import {
  beginImport,
  draftImport,
  draftOf,
  dropImport,
  dryRun,
} from '../../admin/jobs/import-draft.ts';
import { readRows } from '../../admin/jobs/import-store.ts';
import { PersonField } from '../../contract/definition.ts';
import { type DryRun, type ImportOrders, Mapping } from '../../contract/jobs.ts';
import { RegisteringBody } from '../../contract/registering.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import {
  Checkbox,
  type Choice,
  ErrorSummary,
  Field,
  Select,
  type Submitted,
  TextArea,
} from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { type Names, readNames } from '../kit/names.ts';
import { Table } from '../kit/parts.tsx';
import { attempt, type Posted, readPosted, textOf, textsOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from '../people/words.ts';
import { jobWords } from './words.ts';

const MOST_BYTES = 30_000_000;

const showUpload = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, jobWords);
  const people = localised(c, peopleWords);
  const names = await readNames(c.get('db'), localeOf(c));
  const basis = await readSetting(c.get('db'), 'default-legal-basis');
  return show(
    c,
    {
      title: own.upload,
      back: ['/jobs', words.jobs],
      children: (
        <form method="post" enctype="multipart/form-data" class="sheet">
          <p class="intro">{own.uploadIntro}</p>
          <details>
            <summary>{own.example}</summary>
            <pre>
              {'email,first name,newsletter\nanna@example.com,Anna,yes\nbo@example.com,Bo,'}
            </pre>
          </details>
          <ErrorSummary submitted={submitted} words={words} />
          <Field name="file" type="file" label={own.file} required submitted={submitted} />
          <SourceSelect c={c} names={names} submitted={submitted} value="import" />
          <LegalBasisSelect c={c} names={names} submitted={submitted} value={basis} />
          <TextArea
            name="comment"
            label={people.why}
            help={own.whyHelp}
            required
            submitted={submitted}
          />
          <p class="buttons">
            <button class="main">{words.continue}</button>
          </p>
        </form>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

const columnChoices = (c: ConsoleContext, names: Names): Choice[] => {
  const own = localised(c, jobWords);
  return [
    ['', own.ignore],
    ...['email', 'locale', ...PersonField.options].map(
      (field) => [field, own.fields[field] ?? field] as const,
    ),
    ...names
      .choices('subscription-types')
      .map(
        ([key, name]) => [`subscription:${key}`, fill(own.subscriptionColumn, { name })] as const,
      ),
  ];
};

const mappingOf = ({ header }: ImportOrders, posted: Posted): Mapping =>
  parse(Mapping, {
    columns: header.map((_, at) => textOf(posted, `column-${at}`)),
    purposes: textsOf(posted, 'purposes'),
  });

const DryRunResult = ({ c, run }: { c: ConsoleContext; run: DryRun }) => {
  const own = localised(c, jobWords);
  return (
    <section class="card wide">
      <p role="status">
        <strong>{fill(own.good, run)}</strong>
      </p>
      {run.problems.length > 0 ? (
        <>
          <p>{own.problems}</p>
          <Table label={own.problems} head={[own.row, own.field, own.reason]}>
            {run.problems.slice(0, 100).map(({ number, field, code }) => (
              <tr>
                <td class="number">{number}</td>
                <td>{own.fields[field] ?? field}</td>
                <td>{own.codes[code] ?? code}</td>
              </tr>
            ))}
          </Table>
          {run.problems.length > 100 || run.more > 0 ? (
            <p>{fill(own.more, { n: Math.max(0, run.problems.length - 100) + run.more })}</p>
          ) : null}
        </>
      ) : null}
    </section>
  );
};

const showMapping = async (
  c: ConsoleContext,
  mapping?: Mapping,
  run?: DryRun,
  submitted: Submitted = {},
) => {
  const job = await draftOf(c.get('db'), c.req.param('id') ?? '');
  const { header, columns, file } = job.orders;
  const words = wordsOf(c);
  const own = localised(c, jobWords);
  const [names, rows] = await Promise.all([
    readNames(c.get('db'), localeOf(c)),
    readRows(c.get('db'), job.id, 0, 3),
  ]);
  const choices = columnChoices(c, names);
  const chosen = mapping?.columns ?? columns;
  const purposes = mapping?.purposes ?? job.orders.purposes;
  return show(
    c,
    {
      title: own.columns,
      back: ['/jobs', words.jobs],
      children: (
        <>
          <p class="intro">{fill(own.columnsIntro, { rows: job.total, file })}</p>
          <ErrorSummary submitted={submitted} words={words} />
          {run ? <DryRunResult c={c} run={run} /> : null}
          <form method="post" class="sheet">
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
            <fieldset>
              <legend>{own.purposes}</legend>
              {names.choices('purposes').map(([key, label]) => (
                <Checkbox
                  name="purposes"
                  value={key}
                  label={label}
                  checked={purposes.includes(key)}
                />
              ))}
            </fieldset>
            <p class="buttons">
              <button class={run ? 'quiet' : 'main'}>{own.check}</button>
              {run && run.good > 0 ? (
                <button class="main" formaction={`/console/jobs/import/${job.id}/begin`}>
                  {fill(own.beginImport, { n: run.good })}
                </button>
              ) : null}
              <button
                class="danger"
                formaction={`/console/jobs/import/${job.id}/drop`}
                formnovalidate
              >
                {own.drop}
              </button>
            </p>
          </form>
        </>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

/** People from a CSV file: sent, mapped, looked at, imported. */
export const importScreens = new Hono<ConsoleApp>()
  .use(requireRight('people-register'))
  .get('/', (c) => showUpload(c))
  .post('/', async (c) => {
    const body = await c.req.parseBody();
    const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
    const values = {
      source: text('source'),
      legalBasis: text('legalBasis'),
      comment: text('comment'),
    };
    const { file } = body;
    if (!(file instanceof File) || file.size === 0 || file.size > MOST_BYTES)
      return showUpload(c, {
        values,
        errors: [{ field: 'file', code: 'file', message: localised(c, jobWords).uploadIntro }],
      });
    const drafted = await attempt(async () => {
      const occasion = parse(RegisteringBody, values);
      const upload = { name: file.name.slice(0, 200), text: await file.text() };
      return draftImport(callerOf(c), { ...occasion, ...upload, locale: localeOf(c) });
    });
    if (!drafted.ok) return showUpload(c, { values, errors: drafted.errors });
    return c.redirect(`/console/jobs/import/${drafted.value}`, 303);
  })
  .get('/:id', (c) => showMapping(c))
  .post('/:id', async (c) => {
    const job = await draftOf(c.get('db'), c.req.param('id'));
    const posted = await readPosted(c);
    const mapped = await attempt(async () => mappingOf(job.orders, posted));
    if (!mapped.ok) return showMapping(c, undefined, undefined, { errors: mapped.errors });
    const run = await dryRun(callerOf(c), job, mapped.value);
    return showMapping(c, mapped.value, run);
  })
  .post('/:id/begin', async (c) => {
    const job = await draftOf(c.get('db'), c.req.param('id'));
    const mapping = mappingOf(job.orders, await readPosted(c));
    await beginImport(callerOf(c), job, mapping);
    return c.redirect(`/console/jobs/${job.id}`, 303);
  })
  .post('/:id/drop', async (c) => {
    await dropImport(callerOf(c), { id: c.req.param('id') });
    return redirectWith(c, '/jobs', 'done');
  });
