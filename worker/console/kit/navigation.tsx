import type { Right } from '../../contract/rights.ts';
import type { ConsoleContext } from './app.ts';
import { maySee } from './may-see.ts';
import { type Words, wordsOf } from './words.ts';

/** A screen in the menu: shown to users with one of the rights, to everyone if there are none. */
type Item = { path: string; word: keyof Words; rights: Right[] };

type Group = { word: keyof Words; items: Item[] };

const groups: Group[] = [
  {
    word: 'marketing',
    items: [
      { path: '', word: 'overview', rights: [] },
      { path: '/forms', word: 'forms', rights: ['forms'] },
      { path: '/submissions', word: 'submissions', rights: ['people-read'] },
      { path: '/people', word: 'people', rights: ['people-read'] },
      { path: '/jobs', word: 'jobs', rights: ['people-register', 'bulk-update', 'bulk-delete'] },
    ],
  },
  {
    word: 'privacy',
    items: [
      { path: '/requests', word: 'requests', rights: ['requests'] },
      { path: '/notices', word: 'notices', rights: ['people-read'] },
      { path: '/retention', word: 'retention', rights: ['settings'] },
      { path: '/register', word: 'processing', rights: ['lists'] },
      { path: '/breaches', word: 'breaches', rights: ['breach'] },
    ],
  },
  {
    word: 'setup',
    items: [
      { path: '/lists', word: 'lists', rights: ['lists'] },
      { path: '/mail', word: 'mail', rights: ['mail'] },
      { path: '/settings', word: 'settings', rights: ['settings'] },
      { path: '/connections', word: 'connections', rights: ['settings'] },
      { path: '/users', word: 'users', rights: ['users'] },
      { path: '/keys', word: 'apiKeys', rights: ['api-keys'] },
      { path: '/webhooks', word: 'webhooks', rights: ['settings'] },
      { path: '/log', word: 'log', rights: ['settings'] },
      { path: '/audit', word: 'auditLog', rights: ['audit'] },
    ],
  },
];

const isCurrent = (current: string, path: string): boolean =>
  path === '' ? current === '/console' : current.startsWith(`/console${path}`);

const visibleTo = (c: ConsoleContext): Group[] =>
  groups
    .map(({ word, items }) => ({
      word,
      items: items.filter(({ rights }) => rights.length === 0 || maySee(c, ...rights)),
    }))
    .filter(({ items }) => items.length > 0);

const MenuLink = ({ c, item: { path, word } }: { c: ConsoleContext; item: Item }) => (
  <li>
    <a href={`/console${path}`} aria-current={isCurrent(c.req.path, path) ? 'page' : undefined}>
      {wordsOf(c)[word]}
    </a>
  </li>
);

/** The menu: the screens that the user's rights open. */
export const Navigation = ({ c }: { c: ConsoleContext }) => {
  const words = wordsOf(c);
  return (
    <nav aria-label={words.menu}>
      {visibleTo(c).map(({ word, items }) => (
        <section>
          <h2>{words[word]}</h2>
          <ul>
            {items.map((item) => (
              <MenuLink c={c} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
};
