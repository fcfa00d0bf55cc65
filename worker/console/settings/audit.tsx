import { Hono } from 'hono';
import { readActs } from '../../admin/audit/store.ts';
import { ActsQuery } from '../../contract/audit.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { Field } from '../kit/fields.tsx';
import { queryWithoutFlash } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { EmptyState, LinkButton, NextPage, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';

const auditWords = {
  en: {
    intro:
      'Every action of a user or program, including denied ones. Entries cannot be changed or deleted.',
    act: 'Action',
    object: 'Object',
    details: 'Before and after',
    none: 'No entries match.',
    before: 'Before',
    after: 'After',
    exportCsv: 'Export as CSV',
  },
  da: {
    intro:
      'Alle handlinger udført af brugere og programmer, også afviste. Poster kan ikke ændres eller slettes.',
    act: 'Handling',
    object: 'Objekt',
    details: 'Før og efter',
    none: 'Ingen poster passer.',
    before: 'Før',
    after: 'Efter',
    exportCsv: 'Eksportér som CSV',
  },
};

type Act = Awaited<ReturnType<typeof readActs>>[number];

const FilterForm = ({ c, query }: { c: ConsoleContext; query: ActsQuery }) => {
  const words = wordsOf(c);
  const own = localised(c, auditWords);
  return (
    <form class="filter" method="get">
      <Field name="actor" label={words.who} value={query.actor} />
      <Field name="act" label={own.act} value={query.act} />
      <Field name="object" label={own.object} value={query.object} />
      <button class="quiet">{words.filter}</button>
    </form>
  );
};

/** What an act changed: the state before it or after it. */
const Snapshot = ({ title, value }: { title: string; value: unknown }) =>
  value === null ? null : (
    <>
      <h3>{title}</h3>
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </>
  );

const Details = ({ c, act }: { c: ConsoleContext; act: Act }) => {
  const own = localised(c, auditWords);
  if (act.before === null && act.after === null) return <>{wordsOf(c).none}</>;
  return (
    <details>
      <summary>{own.details}</summary>
      <Snapshot title={own.before} value={act.before} />
      <Snapshot title={own.after} value={act.after} />
    </details>
  );
};

const ActRow = ({ c, act, actor }: { c: ConsoleContext; act: Act; actor: string }) => (
  <tr>
    <td>
      <Time at={act.recordedAt} locale={localeOf(c)} />
    </td>
    <td>
      <a href={`?actor=${encodeURIComponent(act.actor)}`}>{actor}</a>
    </td>
    <td>
      <code>{act.act}</code>
    </td>
    <td>
      <code class="long">{act.object}</code>
    </td>
    <td>
      <Details c={c} act={act} />
    </td>
  </tr>
);

const ActTable = ({
  c,
  acts,
  actorName,
}: {
  c: ConsoleContext;
  acts: readonly Act[];
  actorName: (actor: string) => string;
}) => {
  const words = wordsOf(c);
  const own = localised(c, auditWords);
  return (
    <Table label={words.auditLog} head={[words.when, words.who, own.act, own.object, own.details]}>
      {acts.map((act) => (
        <ActRow c={c} act={act} actor={actorName(act.actor)} />
      ))}
    </Table>
  );
};

const showAuditLog = async (c: ConsoleContext): Promise<Response> => {
  const words = wordsOf(c);
  const own = localised(c, auditWords);
  const query = parse(ActsQuery, queryWithoutFlash(c));
  const [acts, actorName] = await Promise.all([
    readActs(c.get('db'), query),
    readActorNames(c.get('db'), words),
  ]);
  const filter = new URLSearchParams({ actor: query.actor, act: query.act, object: query.object });
  const last = acts.length === query.limit ? acts.at(-1) : undefined;
  const next = last && new URLSearchParams([...filter, ['before', String(last.sequence)]]);
  return show(c, {
    title: words.auditLog,
    actions: <LinkButton to={`/export/audit?${filter}`}>{own.exportCsv}</LinkButton>,
    children: (
      <>
        <p class="intro">{own.intro}</p>
        <FilterForm c={c} query={query} />
        {acts.length === 0 ? (
          <EmptyState title={own.none} />
        ) : (
          <ActTable c={c} acts={acts} actorName={actorName} />
        )}
        {next ? <NextPage query={next} label={words.nextPage} /> : null}
      </>
    ),
  });
};

/** Shows the audit log, filtered by actor, act and object. */
export const auditScreens = new Hono<ConsoleApp>().use(screenFor('audit')).get('/', showAuditLog);
