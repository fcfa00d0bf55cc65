import { AUTHORITY_MS } from '../../admin/breach/cases.ts';
import type { BreachCase } from '../../contract/breach.ts';
import { HOUR } from '../../platform/time.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Badge, Time } from '../kit/parts.tsx';
import { fillCount, localeOf, localised } from '../kit/words.ts';
import { breachWords } from './words/breaches.ts';

/** The hours left to notify the authority, or when it was notified. */
export const AuthorityDeadline = ({ c, breach }: { c: ConsoleContext; breach: BreachCase }) => {
  const own = localised(c, breachWords);
  if (breach.authorityAt !== null)
    return (
      <Badge is="good">
        {own.authorityNotifiedAt} <Time at={breach.authorityAt} locale={localeOf(c)} />
      </Badge>
    );
  const hours = Math.floor((breach.discoveredAt + AUTHORITY_MS - Date.now()) / HOUR);
  return (
    <Badge is={hours < 0 ? 'bad' : 'warn'}>
      {hours < 0 ? fillCount(c, own.hoursLate, -hours) : fillCount(c, own.hoursLeft, hours)}
    </Badge>
  );
};
