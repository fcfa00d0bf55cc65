import { inject } from 'vitest';

const running = inject('running');

const ours = running[(Number(process.env.VITEST_POOL_ID) - 1) % running.length];
if (!ours) throw new Error('Nothing runs that could be tested.');

/** The Worker and the demo that this process has to itself, and the folder of their state. */
export const { worker, demo, token, state } = ours;
