import { describe, expect, test } from 'vitest';
import { readDate, readYesNo } from '../../../../worker/admin/jobs/cells.ts';

const now = Date.UTC(2026, 10, 25, 12);
const day = Date.UTC(2024, 2, 31);

describe('a decision', () => {
  test.each(['yes', 'YES', ' Ja ', 'x', '1', 'TRUE', 'oui', 'given'])('%j is a yes', (cell) => {
    expect(readYesNo(cell)).toBe(true);
  });
  test.each(['no', 'Nej', '0', 'FALSE', 'nein', 'withdrawn', '✗', '✘'])('%j is a no', (cell) => {
    expect(readYesNo(cell)).toBe(false);
  });
  test.each(['maybe', '2', 'pending', 'yes and no'])('%j is neither', (cell) => {
    expect(readYesNo(cell)).toBeNull();
  });
});

describe('a moment', () => {
  test.each([
    ['2024-03-31', day],
    ['2024/3/31', day],
    ['31.3.2024', day],
    ['31-03-2024', day],
    ['31/03/2024', day],
    ['03/31/2024', day],
    ['3/3/2024', Date.UTC(2024, 2, 3)],
    ['45382', day],
    ['45382.5', day + 12 * 3_600_000],
    ['2024-03-31T09:30:15.123Z', day + (9 * 60 + 30) * 60_000 + 15_000],
    ['2024-03-31 09:30', day + (9 * 60 + 30) * 60_000],
    ['31.03.2024, 09.30', day + (9 * 60 + 30) * 60_000],
    ['2024-03-31T01:00:00+02:00', day - 3_600_000],
    ['2026-11-26', now],
  ])('%s is read', (cell, moment) => {
    expect(readDate(cell, now)).toBe(moment);
  });

  test.each(['2024-03-30 12:00', '45381.5'])('%s is one of the zone of the operator', (cell) => {
    expect(readDate(cell, now, 'Europe/Copenhagen')).toBe(Date.UTC(2024, 2, 30, 11));
  });

  test.each([
    ['03/04/2024', 'ambiguous-date'],
    ['2024-02-30', 'date'],
    ['31.4.2024', 'date'],
    ['2024-03-31 25:00', 'date'],
    ['31.03.24', 'date'],
    ['last spring', 'date'],
    ['1899-12-30', 'date'],
    ['2027-01-01', 'future'],
  ])('%s is not: %s', (cell, why) => {
    expect(readDate(cell, now)).toBe(why);
  });
});
