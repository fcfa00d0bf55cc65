import { z } from 'zod';
import type { ConnectorKey } from '../contract/connections.ts';
import type { Env } from '../platform/env.ts';
import type { Outgoing } from '../platform/outgoing.ts';
import { open, seal } from '../platform/signing/sealed.ts';
import { connectors } from './all.ts';
import { type Ask, type Asking, openAsk } from './kit/ask.ts';
import type { Connector, Tool } from './kit/connector.ts';
import { paced, type Wait, wait } from './kit/pace.ts';
import type { Kept } from './store.ts';

/** A connection whose tool can be asked, and all its settings, secrets among them. */
export type Opened = {
  kept: Kept;
  connector: Connector;
  settings: Readonly<Record<string, string>>;
  ask: Ask;
  /** How often the tool may still be asked in this run. */
  left: Asking['left'];
  tool: Tool;
};

/** How a tool is asked: over which network, how often at most, when, and how it is waited for. */
export type HowAsked = { send: Outgoing; most: number; now: number; waitFor?: Wait };

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
  { send, most, now, waitFor = wait }: HowAsked,
): Pick<Opened, 'ask' | 'left' | 'tool'> => {
  const { reach, enter, perSecond, open: openWith } = connectors[key];
  const sending = perSecond === undefined ? send : paced(send, perSecond, waitFor);
  const { ask: first, left } = openAsk(sending, reach(settings), { most, now });
  const ask = enter ? enter(first, settings, now) : first;
  return { ask, left, tool: openWith(ask, targets, settings) };
};

/** Opens the tool of a connection. */
export const openConnection = async (env: Env, kept: Kept, asking: HowAsked): Promise<Opened> => {
  const { connector: key, mapping } = kept;
  const settings = await openSettings(env, kept);
  const targets = mapping.map(({ target }) => target);
  const opened = openTool(key, settings, targets, asking);
  return { kept, connector: connectors[key], settings, ...opened };
};

/**
 * Leaves out what is mapped to a list, topic or consent that the tool has no more: nobody there has said anything of
 * it, and what is written to it would be refused. Asks the tool which there are.
 */
export const withoutGone = async (opened: Opened): Promise<Opened> => {
  const { kept, connector, ask, settings, tool } = opened;
  const there = new Set((await tool.list()).map(({ id }) => id));
  const mapping = kept.mapping.filter(({ target }) => there.has(target));
  if (mapping.length === kept.mapping.length) return opened;
  const targets = mapping.map(({ target }) => target);
  return { ...opened, kept: { ...kept, mapping }, tool: connector.open(ask, targets, settings) };
};
