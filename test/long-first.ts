import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, and of these those that are small: by its size Vitest would start one of them last, alone. */
const long: readonly string[] = [
  'test/browser/console.test.ts',
  'test/browser/preferences.test.ts',
  'test/browser/preferences-links.test.ts',
  'test/browser/receivers.test.ts',
  'test/browser/story.test.ts',
  'test/browser/accessibility.test.ts',
  'test/browser/advice.test.ts',
  'test/browser/failing.test.ts',
  'test/mail/queue.test.ts',
  'test/mail/webhooks.test.ts',
  'test/worker/api/api.test.ts',
  'test/worker/connectors/every.test.ts',
  'test/worker/api/fuzz.test.ts',
  'test/worker/api/failures.test.ts',
  'test/worker/access/rights.test.ts',
  'test/worker/ledger/histories.test.ts',
  'test/worker/demo/company.test.ts',
  'test/worker/costs.test.ts',
  'test/worker/api/fuzz-files.test.ts',
];

/** Starts the files of a project that take longest first. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const sorted = await super.sort(files);
    const projects = Map.groupBy(sorted, ({ project }) => project.name);
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.indexOf(relative(root, moduleId));
      return at < 0 ? long.length : at;
    };
    return [...projects.values()].flatMap((own) => own.toSorted((a, b) => place(a) - place(b)));
  }
}
