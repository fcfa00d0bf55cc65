import type { PersonLine } from '../../contract/search.ts';
import type { searchPeople } from '../../people/search.ts';
import type { readSegments } from '../../people/segments.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Names } from '../kit/names.ts';
import { Badge, EmptyState, LinkButton, PostButton, Table, Time } from '../kit/parts.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { queryOf } from './filter.tsx';
import { peopleWords } from './words/people.ts';

type Page = Awaited<ReturnType<typeof searchPeople>>;
type Segment = Awaited<ReturnType<typeof readSegments>>[number];

const SegmentTag = ({
  c,
  segment,
  isCurrent,
}: {
  c: ConsoleContext;
  segment: Segment;
  isCurrent: boolean;
}) => (
  <span>
    <a
      href={`/console/people?${queryOf(segment.filter)}`}
      aria-current={isCurrent ? 'true' : undefined}
    >
      {segment.name}
    </a>{' '}
    <PostButton
      action={`/people/segments/${segment.id}/remove`}
      label={localised(c, peopleWords).removeSegment}
      kind="small"
    />
  </span>
);

/** Links to the saved segments, of which the current one is marked. */
export const SavedSegments = ({
  c,
  segments,
  query,
}: {
  c: ConsoleContext;
  segments: readonly Segment[];
  query: URLSearchParams;
}) =>
  segments.length > 0 ? (
    <div class="tags">
      {localised(c, peopleWords).segments}
      {segments.map((segment) => (
        <SegmentTag
          c={c}
          segment={segment}
          isCurrent={String(queryOf(segment.filter)) === String(query)}
        />
      ))}
    </div>
  ) : null;

const PersonRow = ({
  c,
  names,
  person,
}: {
  c: ConsoleContext;
  names: Names;
  person: PersonLine;
}) => (
  <tr>
    <td>
      <a href={`/console/people/${person.id}`}>{person.email}</a>
    </td>
    <td>
      {person.standings.map(({ purpose, decision }) => (
        <div>
          {names.name('purposes', purpose)} <Badge is={decision}>{wordsOf(c)[decision]}</Badge>
        </div>
      ))}
    </td>
    <td>
      <Time at={person.createdAt} locale={localeOf(c)} date />
    </td>
  </tr>
);

const NobodyYet = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, peopleWords);
  return (
    <EmptyState title={own.none}>
      <p>{own.noneText}</p>
      <LinkButton to="/forms" kind="main">
        {wordsOf(c).forms}
      </LinkButton>
    </EmptyState>
  );
};

/** The people on a page. A page may have none, although more pages follow. */
export const Results = ({
  c,
  names,
  page: { people, next },
  isUnfiltered,
}: {
  c: ConsoleContext;
  names: Names;
  page: Page;
  isUnfiltered: boolean;
}) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  if (people.length > 0)
    return (
      <Table label={words.people} head={[words.email, words.purposes, own.knownSince]}>
        {people.map((person) => (
          <PersonRow c={c} names={names} person={person} />
        ))}
      </Table>
    );
  if (next !== null) return <p>{own.morePages}</p>;
  return isUnfiltered ? <NobodyYet c={c} /> : <EmptyState title={own.noMatch} />;
};

/** Links to the first and to the next page. */
export const Pages = ({
  c,
  query,
  after,
  next,
}: {
  c: ConsoleContext;
  query: URLSearchParams;
  after: string;
  next: string | null;
}) => {
  const words = wordsOf(c);
  return (
    <p class="pages">
      {after ? <a href={`/console/people?${query}`}>{words.firstPage}</a> : null}
      {next === null ? null : (
        <a href={`/console/people?${new URLSearchParams([...query, ['after', next]])}`}>
          {words.nextPage}
        </a>
      )}
    </p>
  );
};
