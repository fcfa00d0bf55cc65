import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const [, table = ''] = readFileSync('SECURITY.md', 'utf8').split('## OWASP ASVS 5.0');

describe('the table of OWASP ASVS in SECURITY.md', () => {
  test('names tests that are there', () => {
    const named = new Set(table.match(/test\/[\w/.-]+\.ts/g));
    expect(named.size).toBeGreaterThan(20);
    expect([...named].filter((path) => !existsSync(path))).toEqual([]);
  });

  test('has every chapter', () => {
    const chapters = [...table.matchAll(/^\| \*\*V(\d+) /gm)].map(([, number]) => Number(number));
    expect(chapters).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });

  test('gives each section one of five states, and what stands behind it', () => {
    const rows = table.match(/^\| \d+\.\d+.*$/gm) ?? [];
    const sound =
      /^\| [^|]+\| (?:met|partly|not met|operator|does not apply)\s+\| [^|]*[^| ][^|]*\|$/;
    expect(rows.filter((row) => !sound.test(row))).toEqual([]);
    const open = rows.filter((row) => /\| (?:partly|not met) /.test(row));
    expect(open.filter((row) => !/not met|does not apply|not written/i.test(row))).toEqual([]);
  });
});
