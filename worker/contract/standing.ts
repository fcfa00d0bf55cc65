import type { Decision } from './words.ts';

/** Says whether a purpose or subscription may be acted on: consented to, or told of where none is needed. */
export const holds = (decision: Decision): boolean =>
  decision === 'given' || decision === 'informed';

/** Something that a person is shown of their own; null where they were never asked. */
type Shown = { decision: Decision | null };

/** Whether its box is ticked: yes to a consent, and no objection to what needs none. */
export const isOn = ({ decision }: Shown): boolean => decision !== null && holds(decision);
