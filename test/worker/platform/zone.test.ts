import { describe, expect, test } from 'vitest';
import {
  dayIn,
  endOfDay,
  lastDays,
  minuteIn,
  momentOf,
  momentsIn,
  monthsAfter,
  offsetsOf,
  startOfDay,
} from '../../../worker/platform/zone.ts';

const HOUR = 3_600_000;
const copenhagen = 'Europe/Copenhagen';
const at = (text: string) => Date.parse(text);

test.each([
  ['2026-11-24', 1, '2026-12-24'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 1, '2027-01-31'],
])('from %s %i months lead to %s', (from, months, to) => {
  expect(dayIn('UTC', monthsAfter('UTC', at(from), months))).toBe(to);
});

test('a month is of the operator’s calendar, not of UTC’s', () => {
  // Half past midnight on 31 January in Copenhagen is still the 30th in UTC.
  const later = monthsAfter(copenhagen, at('2026-01-30T23:30Z'), 1);
  expect(minuteIn(copenhagen, later)).toBe('2026-02-28T00:30');
});

describe('a day', () => {
  test.each([
    ['UTC', '2026-11-25', 24],
    [copenhagen, '2026-03-29', 23],
    [copenhagen, '2026-10-25', 25],
    ['Asia/Kolkata', '2026-11-25', 24],
  ])('in %s on %s has %i hours', (zone, day, hours) => {
    expect(endOfDay(zone, day) - startOfDay(zone, day)).toBe(hours * HOUR);
    expect(dayIn(zone, startOfDay(zone, day))).toBe(day);
    expect(dayIn(zone, endOfDay(zone, day) - 1)).toBe(day);
  });

  test('is named by the zone', () => {
    expect(dayIn(copenhagen, at('2026-11-25T23:30Z'))).toBe('2026-11-26');
    expect(dayIn('America/New_York', at('2026-11-25T04:30Z'))).toBe('2026-11-24');
  });

  test('comes once in a list over a change of summer time', () => {
    expect(lastDays(copenhagen, 3, at('2026-10-25T22:30Z'))).toEqual([
      '2026-10-23',
      '2026-10-24',
      '2026-10-25',
    ]);
  });
});

test('what a form gives for a moment is read where the operator is', () => {
  expect(momentOf(copenhagen, '2026-07-01T12:00')).toBe(at('2026-07-01T10:00Z'));
  expect(minuteIn(copenhagen, at('2026-07-01T10:00Z'))).toBe('2026-07-01T12:00');
  expect(momentOf(copenhagen, 'noon')).toBeNaN();
});

test('the offsets of a zone are those of its summers and winters', () => {
  const offsets = offsetsOf(copenhagen, at('2026-01-01'), 1);
  expect(offsets).toEqual([
    { startsAt: 0, offset: HOUR },
    { startsAt: at('2026-03-29T01:00Z'), offset: 2 * HOUR },
    { startsAt: at('2026-10-25T01:00Z'), offset: HOUR },
  ]);
  expect(offsetsOf('UTC', at('2026-01-01'))).toEqual([{ startsAt: 0, offset: 0 }]);
});

test('a moment with its time says the zone', () => {
  const shape = { withTime: true, month: 'short' } as const;
  const shown = momentsIn('en-GB', copenhagen, shape).format(at('2026-07-01T10:00Z'));
  expect(shown).toMatch(/12:00 (CEST|GMT\+2)/);
});
