import { afterEach, test } from 'vitest';
import { tryOnApiPage } from '../browser/api-page.ts';
import { leavePages } from '../browser/pages.ts';

afterEach(leavePages);

test('the page of the API shows and tries operations of the whole description', () =>
  tryOnApiPage());
