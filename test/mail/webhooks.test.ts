import { test } from 'vitest';
import { demo, token, worker } from '../browser/ours.ts';
import { expectDelivered } from './receiver.ts';

// By a queue: queue.test.ts.
test('events reach a receiver over HTTP by the schedule, signed, once it takes them', () =>
  expectDelivered({ worker, demo, token }));
