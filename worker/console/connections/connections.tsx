import { Hono } from 'hono';
import {
  actOn,
  changeConnection,
  connectionOf,
  makeConnection,
  removeConnection,
} from '../../admin/connections/connections.ts';
import { connectors } from '../../connectors/all.ts';
import { type Kept, readConnections } from '../../connectors/store.ts';
import {
  ConnectionActBody,
  ConnectionBody,
  ConnectorKey,
  NewConnectionBody,
} from '../../contract/connections.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { canSeal } from '../../platform/signing/sealed.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import type { Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { EmptyState, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { statusOf } from '../kit/submitted.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { StateBadge, showConnection } from './connection.tsx';
import { bodyFrom, ConnectorLinks, NewConnectionForm, settingsFrom } from './form.tsx';
import { connectionWords } from './words.ts';

const ConnectionRow = ({ c, kept }: { c: ConsoleContext; kept: Kept }) => {
  const own = localised(c, connectionWords);
  const { id, name, connector, reconciled } = kept;
  return (
    <tr>
      <td>
        <a href={`/console/connections/${id}`}>{name}</a>
      </td>
      <td>{connectors[connector].name}</td>
      <td>
        {reconciled === null ? own.never : <Time at={reconciled.endedAt} locale={localeOf(c)} />}
      </td>
      <td>
        <StateBadge c={c} kept={kept} />
      </td>
    </tr>
  );
};

const showConnections = async (c: ConsoleContext): Promise<Response> => {
  const words = wordsOf(c);
  const own = localised(c, connectionWords);
  const all = await readConnections(c.get('db'));
  return show(c, {
    title: words.connections,
    children: (
      <>
        <p class="intro">{own.intro}</p>
        {all.length === 0 ? (
          <EmptyState title={own.none} />
        ) : (
          <Table
            label={words.connections}
            head={[words.name, own.tool, own.lastCompared, words.state]}
          >
            {all.map((kept) => (
              <ConnectionRow c={c} kept={kept} />
            ))}
          </Table>
        )}
        {canSeal(c.env) ? <ConnectorLinks c={c} /> : <p class="help">{own.noKey}</p>}
      </>
    ),
  });
};

const connectorOf = (c: ConsoleContext): ConnectorKey => {
  const key = ConnectorKey.safeParse(c.req.param('connector'));
  if (!key.success) throw new ProblemError('not-found');
  return key.data;
};

const showNew = (c: ConsoleContext, submitted: Submitted = {}): Promise<Response> => {
  const connector = connectorOf(c);
  return show(
    c,
    {
      title: connectors[connector].name,
      back: ['/connections', wordsOf(c).connections],
      children: <NewConnectionForm c={c} connector={connector} submitted={submitted} />,
    },
    statusOf(submitted),
  );
};

const makeNew = async (c: ConsoleContext): Promise<Response> => {
  const connector = connectorOf(c);
  const posted = await readPosted(c);
  const body = {
    connector,
    name: textOf(posted, 'name'),
    settings: settingsFrom(connector, posted),
  };
  const made = await attempt(async () =>
    makeConnection(callerOf(c), parse(NewConnectionBody, body)),
  );
  if (!made.ok) return showNew(c, { values: posted, errors: made.errors });
  return redirectWith(c, `/connections/${made.value}`, 'added');
};

const keptOf = (c: ConsoleContext): Promise<Kept> =>
  connectionOf(callerOf(c), c.req.param('id') ?? '');

/** Lists connected tools; connects one, maps it, tries it dry, starts, pauses and removes it. */
export const connectionScreens = new Hono<ConsoleApp>()
  .use(screenFor('settings'))
  .get('/', showConnections)
  .get('/new/:connector', (c) => showNew(c))
  .post('/new/:connector', makeNew)
  .get('/:id', (c) => showConnection(c))
  .post('/:id', async (c) => {
    const kept = await keptOf(c);
    const posted = await readPosted(c);
    const names = await readNames(c.get('db'), localeOf(c));
    const saved = await attempt(async () =>
      changeConnection(callerOf(c), kept, parse(ConnectionBody, bodyFrom(kept, names, posted))),
    );
    if (!saved.ok) return showConnection(c, { values: posted, errors: saved.errors });
    return redirectWith(c, `/connections/${kept.id}`, 'saved');
  })
  .post('/:id/acts', async (c) => {
    const kept = await keptOf(c);
    const { act } = parse(ConnectionActBody, { act: textOf(await readPosted(c), 'act') });
    const done = await attempt(() => actOn(callerOf(c), kept, act));
    if (!done.ok) return showConnection(c, { errors: done.errors });
    return redirectWith(c, `/connections/${kept.id}`, 'done');
  })
  .post('/:id/remove', async (c) => {
    await removeConnection(callerOf(c), await keptOf(c));
    return redirectWith(c, '/connections', 'deleted');
  });
