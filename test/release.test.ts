import { describe, expect, test } from 'vitest';
import { changelogOf, unreleasedIn, versionAfter } from '../worker/tools/release.ts';

const changelog = `# Changelog

## [Unreleased]

### Added

- A form.

## [0.1.0] - 2026-01-02

### Added

- Everything.
`;

describe('a release', () => {
  test.each([
    ['major', '2.0.0'],
    ['minor', '1.3.0'],
    ['patch', '1.2.4'],
    ['1.10.0', '1.10.0'],
  ])('%s after 1.2.3 is %s', (asked, version) => {
    expect(versionAfter('1.2.3', asked)).toBe(version);
  });

  test.each([undefined, 'next', '1.2', 'v1.2.4'])('is not made for %s', (asked) => {
    expect(() => versionAfter('1.2.3', asked)).toThrow('Usage');
  });

  test('lists what was unreleased under its version and date', () => {
    expect(unreleasedIn(changelog)).toBe('### Added\n\n- A form.');
    const released = changelogOf(changelog, '0.2.0', '2026-02-03');
    expect(released).toContain(
      '## [Unreleased]\n\n## [0.2.0] - 2026-02-03\n\n### Added\n\n- A form.\n\n## [0.1.0]',
    );
    expect(() => unreleasedIn(released)).toThrow('lists nothing');
  });
});
