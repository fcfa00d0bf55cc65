import { useContext } from 'hono/jsx';
import type { Draft } from '../../contract/draft.ts';
import type { Difference } from '../../contract/forms.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { formatMoment, Table, Zone } from '../kit/parts.tsx';
import { fill, languageName, localeOf, localised, wordsOf } from '../kit/words.ts';
import { placeIn } from './place.ts';
import { editorWords } from './words/editor.ts';
import { fieldWords } from './words/fields.ts';
import { reviewWords } from './words/review.ts';

const MAX_CHANGES = 200;

/** Writes a value of a form as the editor shows it. */
const shownValue = (c: ConsoleContext, zone: string, path: string, value: string): string => {
  const own = localised(c, reviewWords);
  if (path === 'expiresAt') return formatMoment(Number(value), { locale: localeOf(c), zone });
  if (path === 'locale' || /^locales\.\d+$/.test(path)) return languageName(c, value);
  if (value === 'true') return own.yes;
  if (value === 'false') return own.no;
  const reviews: Readonly<Record<string, string>> = localised(c, editorWords).reviews;
  const kinds: Readonly<Record<string, string>> = localised(c, fieldWords).kinds;
  if (path === 'review') return reviews[value] ?? value;
  if (path.endsWith('.kind')) return kinds[value] ?? value;
  return value;
};

/** Lists what differs between two states of a form, each by what people call the place. */
export const ChangeTable = ({
  c,
  draft,
  changes,
  heads,
}: {
  c: ConsoleContext;
  draft: Draft;
  changes: readonly Difference[];
  heads: readonly [before: string, after: string];
}) => {
  const own = localised(c, reviewWords);
  const { none } = wordsOf(c);
  const zone = useContext(Zone);
  const cell = (path: string, value: string | null) =>
    value === null ? none : shownValue(c, zone, path, value);
  return (
    <>
      <Table label={own.changes} head={[own.place, ...heads]}>
        {changes.slice(0, MAX_CHANGES).map(({ path, before, after }) => (
          <tr>
            <td>{placeIn(c, draft, path).name}</td>
            <td>{before === null ? none : <del>{cell(path, before)}</del>}</td>
            <td>{after === null ? none : <ins>{cell(path, after)}</ins>}</td>
          </tr>
        ))}
      </Table>
      {changes.length > MAX_CHANGES ? (
        <p>{fill(own.moreChanges, { n: changes.length - MAX_CHANGES })}</p>
      ) : null}
    </>
  );
};
