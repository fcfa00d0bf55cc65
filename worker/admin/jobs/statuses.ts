import { plainName } from './plain-name.ts';

/**
 * What a tool says of an address as a whole: `yes` and `no` are its owner's, `bounced` says that it refuses emails
 * for good, and `nothing` that nobody has agreed.
 */
export type Status = 'yes' | 'no' | 'bounced' | 'nothing';

const words: Readonly<Record<Status, readonly string[]>> = {
  yes: ['subscribed', 'enabled', 'confirmed', 'opted in', 'opt in', 'yes', 'true', '1'],
  no: [
    ...['unsubscribed', 'unsubscribe', 'opted out', 'opt out', 'blocklisted', 'blacklisted'],
    ...['blocked', 'complained', 'complaint', 'spam', 'spam report', 'spam complaint'],
    ...['marked as spam', 'no', 'false', '0'],
  ],
  bounced: ['cleaned', 'bounced', 'hard bounce', 'hard bounced', 'invalid email', 'invalid'],
  nothing: [
    ...['never subscribed', 'not subscribed', 'non subscribed', 'nonsubscribed', 'transactional'],
    ...['pending', 'unconfirmed', 'archived', 'disabled', 'user suppressed', 'soft bounce'],
    ...['not specified', '[]'],
  ],
};

const statuses = new Map(
  Object.entries(words).flatMap(([status, all]) =>
    all.map((word) => [word, status as Status] as const),
  ),
);

/** Reads what a cell says of an address, which may be several things; null where one of them is not known. */
export const readStatuses = (cell: string): Status[] | null => {
  const read = cell
    .replaceAll(/["'[\]]/g, '')
    .split(/[,;|]/)
    .filter((word) => word.trim() !== '')
    .map((word) => statuses.get(plainName(word)));
  return read.includes(undefined) ? null : read.filter((status) => status !== undefined);
};
