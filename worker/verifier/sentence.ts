import type { VerifyTexts } from '../locales/verify/texts.ts';
import type { Check, Finding, State } from '../proof/finding.ts';

/** How readers of a language write times and numbers. */
export type Format = { time: (at: number) => string; number: (value: number) => string };

/** Says in words what a check found. */
export const sentenceOf = (
  { check, state, by = '', at, size, later }: Finding,
  { found }: Pick<VerifyTexts, 'found'>,
  format: Format,
): string => {
  const texts: Record<Check, Partial<Record<State, string>>> = found;
  const values: Record<string, string> = {
    by,
    at: at === undefined ? '' : format.time(at),
    size: size === undefined ? '' : format.number(size),
    later: later === undefined ? '' : format.number(later),
  };
  return (texts[check][state] ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
};

/** What comes of all findings: nothing fails, and everything that is said could be checked; or not. */
export const verdictOf = (findings: readonly Finding[]): 'holds' | 'fails' | 'partly' => {
  const states = new Set(findings.map(({ state }) => state));
  if (states.has('fails')) return 'fails';
  return states.has('unknown') ? 'partly' : 'holds';
};
