import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { requires } from '../access/guard.ts';
import { LogState, LogSuccession } from '../contract/log.ts';
import { recordsFrom } from '../ledger/store.ts';
import { operation } from '../platform/api/operation.ts';
import { json } from '../platform/api/valid.ts';
import { callerOf } from '../platform/caller.ts';
import type { App } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { writeGrowth } from '../proof/growth.ts';
import { entryOf } from './entry.ts';
import { growthBetween } from './prove.ts';
import { readCosignatures } from './seen.ts';
import { readState } from './state.ts';
import { type KeptTile, readLog, readTiles } from './store.ts';
import { succeedLog } from './succeed.ts';
import { readTileName } from './tiles.ts';

const NO_LOG = 'There is no such log.';
const NO_GROWTH = 'The log has no two checkpoints of these sizes.';
const NO_TILE = 'The log has no such tile.';
const FOREVER = 'public, max-age=31536000, immutable';

const stateOf = async (c: Context<App>): Promise<LogState> => {
  const state = await readState(c.env, c.get('db'));
  if (!state) throw new ProblemError('not-found', { detail: 'Nothing has been sealed yet.' });
  return state;
};

/** How the log of this installation stands, for programs that follow it. */
export const wellKnownLog = new Hono<App>().get('/', cors(), async (c) => {
  c.header('Cache-Control', 'public, max-age=60');
  return c.json(await stateOf(c));
});

const wholeNumber = (text: string): number | null =>
  /^\d{1,15}$/.test(text) ? Number(text) : null;

/** Reads a tile as its address asks for it, cut to the width that was asked for. */
const tileAt = async (c: Context<App>, level: number | null): Promise<KeptTile> => {
  const log = wholeNumber(c.req.param('log') ?? '');
  const asked = readTileName(c.req.param('name') ?? '');
  if (log === null || level === null || asked === null)
    throw new ProblemError('not-found', { detail: NO_TILE });
  const { number, width } = asked;
  const [tile] = await readTiles(c.get('db'), log, [{ level, number }]);
  if (!tile || tile.hashes.length < width) throw new ProblemError('not-found', { detail: NO_TILE });
  return { level, number, first: tile.first, hashes: tile.hashes.slice(0, width) };
};

/** Writes entries as a bundle: each behind its length in two bytes (c2sp.org/tlog-tiles). */
const bundleOf = (entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(entries.flatMap((entry) => [entry.length >> 8, entry.length & 255, ...entry]));

const octets = { 'Content-Type': 'application/octet-stream', 'Cache-Control': FOREVER };

/**
 * What is sealed, as c2sp.org/tlog-tiles serves it. Hashes are public: they say nothing of anyone. The entries
 * are the records themselves, and need a key with the right `audit`.
 */
export const logRoutes = new Hono<App>()
  .get('/:log/checkpoint', cors(), async (c) => {
    const number = wholeNumber(c.req.param('log'));
    const log = number === null ? null : await readLog(c.get('db'), number);
    if (!log?.note) throw new ProblemError('not-found', { detail: NO_LOG });
    const lines = await readCosignatures(c.get('db'), log.number, log.size);
    return c.text(`${log.note}${lines}`, 200, { 'Cache-Control': 'public, max-age=10' });
  })
  .get('/:log/consistency/:old/:size', cors(), async (c) => {
    const [log, old, size] = [c.req.param('log'), c.req.param('old'), c.req.param('size')].map(
      wholeNumber,
    );
    const growth = await growthBetween(c.get('db'), log ?? 0, old ?? 0, size ?? 0);
    if (!growth) throw new ProblemError('not-found', { detail: NO_GROWTH });
    c.header('Content-Disposition', `attachment; filename="${log}-${old}-${size}.txt"`);
    return c.text(writeGrowth(growth), 200, { 'Cache-Control': FOREVER });
  })
  .get('/:log/tile/entries/:name{.+}', requires('audit'), async (c) => {
    const { first, hashes } = await tileAt(c, 0);
    const records = await recordsFrom(c.get('db'), (first ?? 0) - 1, hashes.length);
    const bundle = bundleOf(records.map(({ content }) => entryOf(content)));
    return c.body(bundle, 200, {
      'Content-Type': octets['Content-Type'],
      'Cache-Control': 'private',
    });
  })
  .get('/:log/tile/:level/:name{.+}', cors(), async (c) => {
    const { hashes } = await tileAt(c, wholeNumber(c.req.param('level')));
    return c.body(Uint8Array.from(hashes.flatMap((hash) => [...hash])), 200, octets);
  });

/** The log for those who look after the installation. */
export const logState = new Hono<App>()
  .get(
    '/',
    cors(),
    operation({
      id: 'readLog',
      summary: 'Read the state of the log',
      description:
        'The transparency log over the ledger: how many records are sealed, which keys have signed, and why it was halted, if it was. Its checkpoint and tiles are served below `address` (c2sp.org/tlog-tiles). Public.',
      answers: { 200: LogState },
      problems: ['not-found'],
    }),
    async (c) => {
      c.header('Cache-Control', 'no-store');
      return c.json(await stateOf(c));
    },
  )
  .post(
    '/successor',
    requires('settings'),
    operation({
      id: 'succeedLog',
      summary: 'Start another log after a halted one',
      description:
        'A log is halted where the ledger has lost records that were signed, or holds others. It never goes on. Once someone knows why, another log seals the ledger as it is now.',
      answers: { 200: LogState },
      problems: ['conflict', 'invalid-fields'],
    }),
    json(LogSuccession),
    async (c) => {
      await succeedLog(callerOf(c), c.req.valid('json').reason);
      return c.json(await stateOf(c));
    },
  );
