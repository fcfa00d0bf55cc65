import type { Change, Pause, Preferences } from '../../contract/preferences.ts';

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

const pause = /^pause\.(.+)$/;
const lengths = { '0': 0, '1': 1, '3': 3, '6': 6 } as const;

const isLength = (value: unknown): value is keyof typeof lengths =>
  typeof value === 'string' && Object.hasOwn(lengths, value);

/** Pauses that were chosen; an empty choice leaves it as it is. */
export const pausesPosted = (posted: Posted): Pause[] =>
  Object.entries(posted).flatMap(([name, value]): Pause[] => {
    const subscription = pause.exec(name)?.[1];
    return subscription && isLength(value) ? [{ subscription, months: lengths[value] }] : [];
  });

const field = /^fields\.(.+)$/;

/** What is to be kept instead, by the names of the controls. */
export const correctionsPosted = (
  posted: Posted,
): { email: string | undefined; fields: Record<string, string> } => {
  const { email, ...fields } = Object.fromEntries(
    Object.entries(posted).flatMap(([name, value]) => {
      const key = field.exec(name)?.[1];
      return key && typeof value === 'string' ? [[key, value.slice(0, 5000)]] : [];
    }),
  );
  return { email, fields };
};
