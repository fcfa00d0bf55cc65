import { connectors } from '../../connectors/all.ts';
import { ToolError } from '../../connectors/kit/ask.ts';
import { readSomeContacts } from '../../connectors/notes.ts';
import { openConnection, openSettings, openTool, sealSecrets } from '../../connectors/open.ts';
import {
  beginSending,
  deleteConnection,
  insertConnection,
  type Kept,
  readConnection,
  saveConnection,
  setRunning,
  setState,
} from '../../connectors/store.ts';
import { begin, heldChanges } from '../../connectors/walk.ts';
import type {
  ConnectionAct,
  ConnectionBody,
  NewConnectionBody,
  Target,
} from '../../contract/connections.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { isOutside, type Outgoing, outgoingOf } from '../../platform/outgoing.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { canSeal, openedOrNull, Unopenable } from '../../platform/signing/sealed.ts';

/** So much is asked of a tool while a user waits. */
const MOST_ASKED = 10;

/** Reads a connection; throws 404 where there is none. */
export const connectionOf = async ({ db }: Pick<Caller, 'db'>, id: string): Promise<Kept> => {
  const kept = await readConnection(db, id);
  if (!kept) throw new ProblemError('not-found', { detail: 'There is no such connection.' });
  return kept;
};

/** What is wrong with the settings of a tool: one that is missing or cannot be, or an address that leads nowhere outside. */
const checkSettings = (
  { env }: Pick<Caller, 'env'>,
  connector: Kept['connector'],
  settings: Readonly<Record<string, string>>,
): void => {
  const { settings: fields, reach } = connectors[connector];
  for (const { key, pattern } of fields)
    if (!pattern.test(settings[key] ?? ''))
      throw invalidField(`settings.${key}`, 'invalid', 'Check this value.');
  if (!isOutside(env, reach(settings).base))
    throw invalidField('settings.url', 'not-outside', 'Enter an https address on the internet.');
};

/** Parts what is a secret from what is none. */
const parted = (connector: Kept['connector'], settings: Readonly<Record<string, string>>) => {
  const secret = new Set(
    connectors[connector].settings.filter(({ isSecret }) => isSecret).map(({ key }) => key),
  );
  const of = (isSecret: boolean) =>
    Object.fromEntries(Object.entries(settings).filter(([key]) => secret.has(key) === isSecret));
  return { secrets: of(true), plain: of(false) };
};

const unreached: Record<ToolError['kind'], string> = {
  credentials: 'The tool does not accept these credentials.',
  busy: 'The tool is busy. Try again in a minute.',
  refused: 'The tool refuses this. Check the address.',
  unreachable: 'The tool does not answer at this address.',
};

/** Opens all settings of a connection; without its secrets where their key is gone, so that they are entered again. */
const knownSettings = async (env: Caller['env'], kept: Kept): Promise<Record<string, string>> =>
  (await openedOrNull(openSettings(env, kept))) ?? kept.settings;

/** Asks a tool something while a user waits; what it answers with an error is theirs to correct. */
const asking = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unopenable)
      throw invalidField(
        'settings',
        'unopenable',
        'These credentials cannot be read with this SECRETS_KEY. Enter them again.',
      );
    if (!(error instanceof ToolError)) throw error;
    throw invalidField('settings', error.kind, unreached[error.kind]);
  }
};

/** Connects a tool, once it has answered with these credentials; nothing is synced before it was tried dry. */
export const makeConnection = async (
  caller: Caller,
  { connector, name, settings }: NewConnectionBody,
  send: Outgoing = outgoingOf(caller.env),
): Promise<string> => {
  const { env, db, now } = caller;
  if (!canSeal(env))
    throw new ProblemError('unavailable', {
      detail: 'Set the secret SECRETS_KEY first: credentials are kept encrypted with it.',
    });
  checkSettings(caller, connector, settings);
  const id = crypto.randomUUID();
  const { tool } = openTool(connector, settings, [], { send, most: MOST_ASKED, now });
  await asking(() => tool.list());
  const { secrets, plain } = parted(connector, settings);
  await db.batch([
    insertConnection(
      db,
      { id, connector, name, settings: plain, secrets: await sealSecrets(env, id, secrets) },
      now,
    ),
    audit(caller, {
      act: 'connection.make',
      object: `connection/${id}`,
      after: { connector, name, settings: plain },
    }),
  ]);
  return id;
};

/** Reads the lists, topics or consents of a tool, for the mapping. */
export const targetsOf = async (
  caller: Caller,
  kept: Kept,
  send: Outgoing = outgoingOf(caller.env),
): Promise<Target[]> => {
  const { env, now } = caller;
  return asking(async () => {
    const { tool } = await openConnection(env, kept, { send, most: MOST_ASKED, now });
    return tool.list();
  });
};

/** So many people of whom the tool was noted are looked for with other credentials, and in so many lists. */
const LOOKED_FOR = 3;
const ASKED_FOR_THEM = 40;

/**
 * Tries other settings, and throws 422 where they lead to another account: what is noted of people is by the ids of
 * the first one, which are other people's there.
 */
const checkAccount = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  { number, connector }: Kept,
  settings: Readonly<Record<string, string>>,
  send: Outgoing,
): Promise<void> => {
  const noted = await readSomeContacts(db, number, LOOKED_FOR);
  if (noted.length === 0) return;
  const targets = [...new Set(noted.flatMap((one) => Object.keys(one.targets)))];
  const asked = { send, most: ASKED_FOR_THEM, now };
  const { tool } = openTool(connector, settings, targets.slice(0, LOOKED_FOR), asked);
  const emails = [...new Set(noted.map(({ email }) => email))];
  const found = await asking(() => tool.find(emails.slice(0, LOOKED_FOR)));
  if (!noted.some(({ id }) => found.some((contact) => contact.id === id)))
    throw invalidField(
      'settings',
      'other-account',
      'These credentials lead to another account. Disconnect this tool, and connect the other one.',
    );
};

/**
 * Saves a connection; secrets that are left out stay. What would be written elsewhere then must be tried dry first,
 * so that it is a draft again.
 */
export const changeConnection = async (
  caller: Caller,
  kept: Kept,
  body: ConnectionBody,
  send: Outgoing = outgoingOf(caller.env),
): Promise<void> => {
  const { env, db } = caller;
  const known = await knownSettings(env, kept);
  const given = Object.entries(body.settings).filter(([, value]) => value !== '');
  const settings = { ...known, ...Object.fromEntries(given) };
  checkSettings(caller, kept.connector, settings);
  const { secrets, plain } = parted(kept.connector, settings);
  const reachesOther = JSON.stringify(settings) !== JSON.stringify(known);
  if (reachesOther) await checkAccount(caller, kept, settings, send);
  const isOther =
    reachesOther ||
    JSON.stringify(body.mapping) !== JSON.stringify(kept.mapping) ||
    body.takesIn !== kept.takesIn;
  const { name, mapping, limit, takesIn } = kept;
  await db.batch([
    saveConnection(
      db,
      kept.id,
      { ...body, settings: plain },
      { secrets: await sealSecrets(env, kept.id, secrets), isOther },
    ),
    audit(caller, {
      act: 'connection.save',
      object: `connection/${kept.id}`,
      before: { name, settings: kept.settings, mapping, limit, takesIn },
      after: { ...body, settings: plain },
    }),
  ]);
};

const cannot = (detail: string): ProblemError => new ProblemError('conflict', { detail });

/** What an act needs before it is done, as what is wrong; null where nothing is. */
const missing = ({ state, mapping, dryRun, limit }: Kept, act: ConnectionAct): string | null => {
  if (act === 'pause') return state === 'live' ? null : 'It is not running.';
  if (mapping.length === 0) return 'Map an item to one of its lists first.';
  if (act === 'reconcile') return state === 'live' ? null : 'It is not running.';
  if (act === 'dry-run') return state === 'live' ? 'Pause it first.' : null;
  if (state === 'live') return 'It is running already.';
  if (state === 'paused') return null;
  if (!dryRun) return 'Do a dry run first.';
  return heldChanges(dryRun) > limit
    ? 'The dry run would change more than the limit. Raise the limit if that is right.'
    : null;
};

/** Tries a connection dry, starts, pauses or compares it. Throws 409 where something else comes first. */
export const actOn = async (caller: Caller, kept: Kept, act: ConnectionAct): Promise<void> => {
  const { db, now } = caller;
  const why = missing(kept, act);
  if (why) throw cannot(why);
  const { id, number, state } = kept;
  const statements = {
    'dry-run': () => [setRunning(db, number, begin('dry-run', now))],
    reconcile: () => [setRunning(db, number, begin('reconcile', now))],
    pause: () => [setState(db, id, 'paused')],
    // What a pause has left is sent from where it was; what was before a start, the comparison sees to.
    start: () => [
      ...(state === 'draft' ? [beginSending(db, id)] : []),
      setRunning(db, number, begin('reconcile', now)),
      setState(db, id, 'live'),
    ],
  }[act]();
  await db.batch([
    ...statements,
    audit(caller, { act: `connection.${act}`, object: `connection/${id}` }),
  ]);
};

/** Forgets a connection with all that was noted of people there; the tool keeps what it has. */
export const removeConnection = async (caller: Caller, { id, name }: Kept): Promise<void> => {
  await caller.db.batch([
    deleteConnection(caller.db, id),
    audit(caller, { act: 'connection.remove', object: `connection/${id}`, before: { name } }),
  ]);
};
