import { z } from 'zod';
import type { ConnectorKey } from '../contract/connections.ts';
import type { Env } from '../platform/env.ts';
import type { Outgoing } from '../platform/outgoing.ts';
import { open, seal } from '../platform/signing/sealed.ts';
import { connectors } from './all.ts';
import { type Ask, openAsk } from './kit/ask.ts';
import type { Connector, Tool } from './kit/connector.ts';
import type { Kept } from './store.ts';

/** A connection whose tool can be asked, and all its settings, secrets among them. */
export type Opened = {
  kept: Kept;
  connector: Connector;
  settings: Readonly<Record<string, string>>;
  ask: Ask;
  tool: Tool;
};

/** What the secrets of a connection are sealed for. */
export const sealedFor = (id: string): string => `connection/${id}`;

const Secrets = z.record(z.string(), z.string());

/** Seals the secrets of a connection; throws where no key is set. */
export const sealSecrets = (
  env: Env,
  id: string,
  secrets: Readonly<Record<string, string>>,
): Promise<string> => seal(env, JSON.stringify(secrets), sealedFor(id));

/** Opens all settings of a connection, secrets among them; throws `Unopenable` where their key is gone. */
export const openSettings = async (
  env: Env,
  { id, settings, secrets }: Pick<Kept, 'id' | 'settings' | 'secrets'>,
): Promise<Record<string, string>> => ({
  ...settings,
  ...Secrets.parse(JSON.parse(await open(env, secrets, sealedFor(id)))),
});

/** Opens a tool by its settings, secrets among them; it is asked at most so often. */
export const openTool = (
  key: ConnectorKey,
  settings: Readonly<Record<string, string>>,
  targets: readonly string[],
  { send, most, now }: { send: Outgoing; most: number; now: number },
): { ask: Ask; tool: Tool } => {
  const { reach, enter, open: openWith } = connectors[key];
  const first = openAsk(send, reach(settings), { most, now });
  const ask = enter ? enter(first, settings, now) : first;
  return { ask, tool: openWith(ask, targets, settings) };
};

/** Opens the tool of a connection. */
export const openConnection = async (
  env: Env,
  kept: Kept,
  asking: { send: Outgoing; most: number; now: number },
): Promise<Opened> => {
  const { connector: key, mapping } = kept;
  const settings = await openSettings(env, kept);
  const targets = mapping.map(({ target }) => target);
  const opened = openTool(key, settings, targets, asking);
  return { kept, connector: connectors[key], settings, ...opened };
};
