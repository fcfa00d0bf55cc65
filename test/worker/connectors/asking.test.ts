import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectors } from '../../../worker/connectors/all.ts';
import { AskedEnough, openAsk } from '../../../worker/connectors/kit/ask.ts';
import { paced } from '../../../worker/connectors/kit/pace.ts';
import { openTool } from '../../../worker/connectors/open.ts';
import { carryOutAll } from '../../../worker/connectors/writing.ts';
import { superofficeServer } from '../../connectors/superoffice.ts';
import { settings } from '../../connectors/superoffice-sign-in.ts';

const NOW = 1_795_700_000_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});

afterEach(() => {
  vi.useRealTimers();
});

const answering = async () => Response.json({});
const reach = { base: 'https://tool.test', headers: {} };

test('a tool that counts is asked so often in any second, and no more', async () => {
  const times: number[] = [];
  const ask = paced(
    async () => {
      times.push(Date.now() - NOW);
      return Response.json({});
    },
    10,
    async (ms) => {
      vi.setSystemTime(Date.now() + ms);
    },
  );
  for (let each = 0; each < 25; each++) await ask('https://tool.test', {});
  expect(times.filter((time) => time === 0)).toHaveLength(10);
  expect(times.filter((time) => time === 1000)).toHaveLength(10);
  expect(times.filter((time) => time === 2000)).toHaveLength(5);
});

describe('a run', () => {
  test('asks so often, and for so long', async () => {
    const { ask, left } = openAsk(answering, reach, { most: 2, now: NOW });
    await ask({ method: 'GET', path: '/' });
    expect(left()).toBe(1);
    vi.setSystemTime(NOW + 41_000);
    expect(left()).toBe(0);
    await ask({ method: 'GET', path: '/' });
    await expect(ask({ method: 'GET', path: '/' })).rejects.toThrow(AskedEnough);
  });

  test('begins nobody whom it cannot finish: what was written is always noted', async () => {
    const tool = superofficeServer(Date.now);
    const most = (connectors.superoffice.takes ?? 0) - 1;
    const asked = { send: tool.send, most, now: NOW };
    const opened = openTool('superoffice', settings, tool.targets, asked);
    const email = 'anna@example.com';
    const changes = new Map([['consent:EMARKETING', 'on' as const]]);
    const write = { contact: null, changes, items: ['subscription:newsletter'], since: NOW };
    const plan = { email, person: null, contacts: [], records: [], writes: [write], counts: [] };
    const writing = { opened: { ...opened, connector: connectors.superoffice }, now: NOW };
    const { done, failure } = await carryOutAll(writing, [plan]);
    expect(failure).toBeInstanceOf(AskedEnough);
    expect(done).toEqual([]);
    expect(tool.log).toEqual([]);
    const enough = openTool('superoffice', settings, tool.targets, { ...asked, most: most + 1 });
    const other = { opened: { ...enough, connector: connectors.superoffice }, now: NOW };
    expect(await carryOutAll(other, [plan])).toMatchObject({ done: [{ email }], failure: null });
    expect(tool.state(email, 'consent:EMARKETING')).toBe('on');
  });
});
