import { describe, expect, test } from 'vitest';
import { ConnectorKey } from '../../../worker/contract/connections.ts';
import { standIns } from '../../connectors/all.ts';
import type { FarSide } from '../../connectors/far-side.ts';
import type { Fault, Served } from '../../connectors/server.ts';
import { seeded } from '../../fuzz/random.ts';
import { aForm, anEmail, findPerson, signUp, standingsOf } from '../builders.ts';
import { clear, compare, connect, withdraw } from './connecting.ts';

/** Histories of each tool: few, for each takes a second; test/worker/connectors/rule.test.ts has thousands. */
const HISTORIES = 3;
const STEPS = 9;

/** So far ahead of ours is the clock of a tool in every other history. */
const SKEW_MS = 300_000;

type Tool = Served & FarSide;

/** One person, and what they said last, wherever that was. */
type World = {
  tool: Tool;
  email: string;
  form: string;
  list: string;
  connection: string;
  says: 'yes' | 'no' | null;
  log: string[];
};

const sayHere = async (world: World, says: 'yes' | 'no'): Promise<void> => {
  const { email, form } = world;
  if (says === 'yes') await signUp(form, email);
  else if (await findPerson(email)) await withdraw(email);
  else return;
  world.says = says;
};

const faults: readonly Fault[] = [
  'none',
  'none',
  'none',
  'busy',
  'down',
  'unreached',
  'answer-lost',
];

/** Runs the schedule, with whatever goes wrong; tries again what waits for a failing tool. */
const runWith = async ({ tool, connection }: World, failing: readonly Fault[]): Promise<void> => {
  tool.faults.splice(0, tool.faults.length, ...failing);
  await compare(connection, tool.send);
  tool.faults.length = 0;
};

describe.each(ConnectorKey.options)('%s', (connector) => {
  const { serve, settings } = standIns[connector];

  test.each(Array.from({ length: HISTORIES }, (_, at) => at + 1))(
    'never turns a no into a yes, whatever goes wrong: history %i',
    async (seed) => {
      const random = seeded(seed * 7919 + connector.length);
      const form = await aForm();
      await clear();
      const skew = (seed % 2) * SKEW_MS;
      const tool = serve(() => Date.now() + skew);
      const [list = ''] = tool.targets;
      const mapping = [{ item: 'subscription:newsletter', target: list }];
      const connection = await connect(connector, settings, mapping, random.pick([null, 'en']));
      const world: World = { tool, email: anEmail(), form, list, connection, says: null, log: [] };
      for (let step = 0; step < STEPS; step++) {
        const says = random.pick(['yes', 'no'] as const);
        const choice = random.below(4);
        if (choice === 0) await sayHere(world, says);
        else if (choice === 1) {
          tool.choose(world.email, list, says);
          world.says = says;
        } else {
          const wasOn = tool.state(world.email, list) === 'on';
          const failing = Array.from({ length: 8 }, () => random.pick(faults));
          await runWith(world, failing);
          const isOn = tool.state(world.email, list) === 'on';
          expect(!wasOn && isOn && world.says === 'no', world.log.join('\n')).toBe(false);
        }
        world.log.push(`${choice} ${says} ${tool.state(world.email, list)}`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      for (let quiet = 0; quiet < 2; quiet++) await runWith(world, []);
      const isOn = tool.state(world.email, list) === 'on';
      expect(isOn && world.says === 'no', world.log.join('\n')).toBe(false);
      const { newsletter } = await standingsOf(world.email);
      const isKnown = (await findPerson(world.email)) !== undefined;
      if (isKnown) expect(newsletter === 'given', world.log.join('\n')).toBe(isOn);
      expect(tool.broken).toEqual([]);
    },
  );
});
