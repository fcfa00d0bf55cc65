import type { Change, Preferences } from '../contract/preferences.ts';

/** What a page without JavaScript posts, by control name. */
export type Posted = Readonly<Record<string, unknown>>;

const was = /^was\.(purposes|subscriptions)\.(.+)$/;

/**
 * What differs between what the page showed (`was.purposes.news`: `on:` and its record) and what is
 * ticked now; all off with `everything`. A subscription is not asked for without its purpose.
 */
export const changesPosted = (posted: Posted, { purposes }: Preferences): Change[] => {
  const isTicked = (name: string) => posted.everything === undefined && posted[name] === 'yes';
  const lacksPurpose = (subscription: string) =>
    purposes.some(
      ({ key, subscriptions }) =>
        subscriptions.some((each) => each.key === subscription) && !isTicked(`purposes.${key}`),
    );
  return Object.entries(posted).flatMap(([name, value]): Change[] => {
    const [, group, key] = was.exec(name) ?? [];
    if (!group || !key) return [];
    const [before, record] = String(value).split(':');
    const on = isTicked(`${group}.${key}`);
    if (on === (before === 'on')) return [];
    const change = { on, seen: record || null };
    if (group === 'purposes') return [{ purpose: key, ...change }];
    return on && lacksPurpose(key) ? [] : [{ subscription: key, ...change }];
  });
};
