import { emailFacts } from '../outbox/facts.ts';
import type { Due } from '../outbox/outbox.ts';
import type { Composer } from './contents.ts';

/** Tells a user of the console that a data breach was reported; what was reported stands in the console alone. */
export const breachReported: Composer<Due> = async ({ publicUrl }, { facts }) => {
  const { report } = emailFacts['breach-reported'].parse(facts);
  return { values: {}, url: `${publicUrl}/console/breaches/reports/${report}` };
};
