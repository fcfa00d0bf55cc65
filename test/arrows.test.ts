import { describe, expect, test } from 'vitest';
import { tableOf } from './arrows.ts';
import { type Findings, look } from './house/findings.ts';
import { readSource, readSources } from './house/sources.ts';

/** Offences that remain: none. */
const known: Findings = {
  'imports that lead nowhere': [],
  'circles of files': [],
  'circles of rooms': [],
  'arrows up': [],
  'arrows between floors that stand apart': [],
  'elements of the widget outside its renderer': [],
  "SQL from another room's file": [],
  "writes through another room's store": [],
  'tables written outside their owner': [],
};

describe('the house has', () => {
  const findings = look(readSources('.'));

  test.each(Object.entries(known))('no %s besides the known ones', (rule, exceptions) => {
    expect(Object.entries(findings).find(([name]) => name === rule)?.[1]).toEqual(exceptions);
  });
});

describe('the guard notices', () => {
  const lookAt = (files: Record<string, string>): Partial<Findings> =>
    Object.fromEntries(
      Object.entries(
        look(Object.entries(files).map(([path, text]) => readSource(path, text))),
      ).filter(([, offences]) => offences.length > 0),
    );

  // Put together here, or this very file would seem to import it.
  const typeOf = (path: string) => `typeof import('${path}')`;

  test('a circle that only types close', () => {
    expect(
      lookAt({
        'worker/forms/one.ts': "import type { Two } from './two.ts';",
        'worker/forms/two.ts': `export const one: ${typeOf('./one.ts')} = {};`,
      }),
    ).toEqual({ 'circles of files': ['worker/forms/one.ts <-> worker/forms/two.ts'] });
  });

  test('a circle of rooms whose files have none', () => {
    expect(
      lookAt({
        'worker/admin/jobs/run.ts': "import { a } from '../mail/save.ts';",
        'worker/admin/mail/save.ts': 'export const a = 1;',
        'worker/admin/mail/routes.ts': "export * from '../jobs/store.ts';",
        'worker/admin/jobs/store.ts': '',
      }),
    ).toEqual({ 'circles of rooms': ['worker/admin/jobs <-> worker/admin/mail'] });
  });

  test('an arrow up, also over several lines', () => {
    expect(
      lookAt({
        'worker/ledger/decide.ts':
          "import {\n  type Person,\n  find,\n} from '../people/store.ts';",
        'worker/people/store.ts': '',
      }),
    ).toEqual({ 'arrows up': ['worker/ledger/decide.ts -> worker/people/store.ts'] });
  });

  test('what visitors do leaning on what staff do', () => {
    expect(
      lookAt({
        'worker/admin/mail/save.ts': "import '../../visitor/verify/entry.ts';",
        'worker/visitor/verify/entry.ts': '',
      }),
    ).toEqual({
      'arrows between floors that stand apart': [
        'worker/admin/mail/save.ts -> worker/visitor/verify/entry.ts',
      ],
    });
  });

  test('an element of the widget in a room of the server', () => {
    expect(
      lookAt({
        'worker/pages/words.ts': "import { t } from '../../widget/locales/en.ts';",
        'worker/forms/open.ts': "import type { F } from '../../widget/form/samtykke-form.ts';",
        'widget/locales/en.ts': '',
        'widget/form/samtykke-form.ts': '',
      }),
    ).toEqual({
      'elements of the widget outside its renderer': [
        'worker/forms/open.ts -> widget/form/samtykke-form.ts',
      ],
    });
  });

  test("another room's SQL, and a write by another room's store", () => {
    expect(
      lookAt({
        'worker/admin/jobs/store.ts':
          "const STOP = 'UPDATE job SET state = 2';\nexport const COUNT = `\nSELECT 1`;\n" +
          'export const stop = (db: Database) => db.run(STOP);\nexport const read = () => 1;\n',
        'worker/console/jobs/jobs.tsx':
          "import { COUNT, read, stop } from '../../admin/jobs/store.ts';",
      }),
    ).toEqual({
      "SQL from another room's file": [
        'worker/console/jobs/jobs.tsx -> worker/admin/jobs/store.ts: COUNT',
      ],
      "writes through another room's store": [
        'worker/console/jobs/jobs.tsx -> worker/admin/jobs/store.ts: stop',
      ],
    });
  });

  test('a table written outside its owner, and none in an upsert or a comment', () => {
    expect(
      lookAt({
        'worker/ledger/store.ts':
          '// UPDATE person\nconst A = `INSERT INTO record ON CONFLICT DO UPDATE SET a = 1`;',
        'worker/forms/store.ts':
          'const B = `\nINSERT OR IGNORE INTO person (id)`;\nconst C = `DELETE FROM $tables`;',
      }),
    ).toEqual({
      'tables written outside their owner': [
        'worker/forms/store.ts writes $tables of nobody',
        'worker/forms/store.ts writes person of worker/people',
      ],
    });
  });
});

test('the printed table counts, room by room, what is in the way', () => {
  const sources = [
    readSource(
      'worker/forms/open.ts',
      "import '../people/store.ts';\nimport '../admin/mail/save.ts';",
    ),
    readSource('worker/people/store.ts', 'const A = `DELETE FROM form`;'),
    readSource('worker/admin/mail/save.ts', ''),
  ];
  expect(tableOf(sources, look(sources)).split('\n')).toEqual(
    expect.arrayContaining([
      '| worker/forms | 1 | 2 | 1 |  | 0 |',
      '| worker/people | 1 | 0 | 0 |  | 1 |',
      '3 rooms, 3 files',
      '1 arrows up',
    ]),
  );
});
