import type { ConnectedPerson } from '../../contract/connections.ts';
import { connectionWords } from '../connections/words.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Names } from '../kit/names.ts';
import { Badge, Table, Time } from '../kit/parts.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';

const nameOf = (names: Names, item: string): string => {
  const [kind, key = ''] = item.split(':');
  return names.name(kind === 'purpose' ? 'purposes' : 'subscription-types', key);
};

/** How a person stands at each connected tool, since when, and what differs; nothing where no tool knows them. */
export const PersonTools = ({
  c,
  names,
  tools,
}: {
  c: ConsoleContext;
  names: Names;
  tools: readonly ConnectedPerson[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, connectionWords);
  if (tools.length === 0) return null;
  return (
    <>
      <h2>{own.title}</h2>
      <Table label={own.title} head={[own.tool, words.what, words.state, words.when]}>
        {tools.flatMap(({ connection, items }) =>
          items.map(({ item, state, at, seenAt, difference }) => (
            <tr>
              <td>{connection}</td>
              <td>{nameOf(names, item)}</td>
              <td>
                <Badge is={state === 'on' ? 'given' : 'off'}>{own.placeStates[state]}</Badge>{' '}
                {difference ? <small>{own.differences[difference]}</small> : null}
              </td>
              <td>
                <Time at={at ?? seenAt} locale={localeOf(c)} />
              </td>
            </tr>
          )),
        )}
      </Table>
    </>
  );
};
