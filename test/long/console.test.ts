import { afterEach, test } from 'vitest';
import { expectUsable } from '../browser/at-console.ts';
import { leavePages } from '../browser/pages.ts';

afterEach(leavePages);

/** Every screen, in groups that each fit well into the time that a test has on a busy machine. */
const screens = [
  ['', '/account', '/users', '/users/new', '/keys', '/keys/new', '/audit'],
  ['/forms', '/forms/new', '/forms/newsletter', '/forms/newsletter/publish'],
  ['delete', 'embed', 'versions', 'statistics'].map((of) => `/forms/newsletter/${of}`),
  ['/submissions', '/people', '/people/register', '/people/listed', '/jobs', '/jobs/import'],
  ['/requests', '/notices', '/retention', '/register', '/breaches', '/breaches/new'],
  ['/lists', '/lists/purposes/e-marketing', '/lists/sources/phone', '/settings', '/log'],
  ['/webhooks', '/connections'],
  ['/mail', '/mail/entry/en', '/mail/notice-partners/da', '/register/mapping'],
  ['/jobs/new?kind=notice', '/people?text=orchard&notice=due'],
];

test.each(screens.map((group) => [group.join(' '), group] as const))(
  'axe finds nothing on the screens %s, and none scrolls sideways on a phone',
  (_, group) => expectUsable(group),
);
