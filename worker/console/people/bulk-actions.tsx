import { missingRight } from '../../admin/jobs/orders.ts';
import type { PeopleFilter } from '../../contract/search.ts';
import { Format, formatNames } from '../../platform/tables/answer.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Field } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import type { Names } from '../kit/names.ts';
import { ExportLinks, LinkButton, Table } from '../kit/parts.tsx';
import { fill, localised } from '../kit/words.ts';
import { queryOf } from './filter.tsx';
import { peopleWords } from './words/people.ts';

const JobButtons = ({ c, query }: { c: ConsoleContext; query: URLSearchParams }) => {
  const own = localised(c, peopleWords);
  const jobPath = (kind: string) => `/jobs/new?kind=${kind}&${query}`;
  return (
    <>
      {hasRight(c, 'bulk-update') ? (
        <LinkButton to={jobPath('bulk-update')}>{own.updateConsents}</LinkButton>
      ) : null}
      {missingRight(c.get('rights'), 'notice') ? null : (
        <LinkButton to={jobPath('notice')}>{own.sendNotice}</LinkButton>
      )}
      {hasRight(c, 'bulk-delete') ? (
        <LinkButton to={jobPath('bulk-delete')} kind="danger">
          {own.erase}
        </LinkButton>
      ) : null}
    </>
  );
};

const ExportButtons = ({ c, query }: { c: ConsoleContext; query: URLSearchParams }) => (
  <>
    {Format.options.map((format) => (
      <LinkButton to={`/export/people?${new URLSearchParams([...query, ['format', format]])}`}>
        {localised(c, peopleWords).export} ({formatNames[format]})
      </LinkButton>
    ))}
  </>
);

/** What a user can do with everyone who matches the filter. */
export const BulkActions = ({ c, filter }: { c: ConsoleContext; filter: PeopleFilter }) => {
  const own = localised(c, peopleWords);
  const query = queryOf(filter);
  return (
    <section class="card wide">
      <h2>{own.bulkActions}</h2>
      <p class="buttons">
        <JobButtons c={c} query={query} />
        {hasRight(c, 'export') ? <ExportButtons c={c} query={query} /> : null}
      </p>
      {hasRight(c, 'people-register') ? (
        <form method="post" action={`/console/people/segments?${query}`} class="filter">
          <Field name="name" label={own.segmentName} required />
          <button class="quiet">{own.saveSegment}</button>
        </form>
      ) : null}
    </section>
  );
};

/** Exports of the ledger, and of who may receive each subscription now. */
export const Exports = ({ c, names }: { c: ConsoleContext; names: Names }) => {
  const own = localised(c, peopleWords);
  const audiences = names
    .choices('subscription-types')
    .map(([key, name]) => [`audiences/${key}`, fill(own.audience, { name })] as const);
  return (
    <section class="card wide" id="exports">
      <h2>{own.export}</h2>
      <Table label={own.export} head={[own.table, own.format]}>
        {[['records', own.ledger] as const, ...audiences].map(([path, name]) => (
          <tr>
            <td>{name}</td>
            <td>
              <ExportLinks path={`/export/${path}`} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
};
