import type { Change, Pause, Preferences, PurposePreference } from '../../contract/preferences.ts';
import { isOn } from '../../contract/standing.ts';

/** What a page without JavaScript posts, by control name. */
export type Posted = Readonly<Record<string, unknown>>;

const was = /^was\.(purposes|subscriptions)\.(.+)$/;

/** The purpose and the record that a button for objecting, or for allowing again, bears. */
const actedOn = (posted: Posted, button: 'object' | 'allow'): Change[] => {
  const [purpose, record] = String(posted[button] ?? '').split(':');
  return purpose ? [{ purpose, on: button === 'allow', seen: record || null }] : [];
};

/**
 * What differs between what the page showed (`was.purposes.news`: `on:` and its record) and what is
 * ticked now, and the purpose that is objected to or allowed again. A subscription is not asked for without
 * its purpose.
 */
export const changesPosted = (posted: Posted, { purposes }: Preferences): Change[] => {
  const acted = [...actedOn(posted, 'object'), ...actedOn(posted, 'allow')];
  const isTicked = (name: string) => posted[name] === 'yes';
  const isOpen = (purpose: PurposePreference): boolean =>
    purpose.change === 'consent'
      ? isTicked(`purposes.${purpose.key}`)
      : (acted.find((each) => each.purpose === purpose.key)?.on ?? isOn(purpose));
  const lacksPurpose = (subscription: string) =>
    purposes.some(
      (purpose) =>
        purpose.subscriptions.some(({ key }) => key === subscription) && !isOpen(purpose),
    );
  const switched = Object.entries(posted).flatMap(([name, value]): Change[] => {
    const [, group, key] = was.exec(name) ?? [];
    if (!group || !key) return [];
    const [before, record] = String(value).split(':');
    const on = isTicked(`${group}.${key}`);
    if (on === (before === 'on')) return [];
    const change = { on, seen: record || null };
    if (group === 'purposes') return [{ purpose: key, ...change }];
    return on && lacksPurpose(key) ? [] : [{ subscription: key, ...change }];
  });
  return [...acted, ...switched];
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
