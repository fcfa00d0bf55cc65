import { AUTHORITY_MS } from '../../admin/breach/cases.ts';
import type { BreachCase } from '../../contract/breach.ts';
import { HOUR } from '../../platform/time.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Badge, momentOn, Time } from '../kit/parts.tsx';
import { fill, fillCount, localeOf, localised } from '../kit/words.ts';
import { breachWords } from './words/breaches.ts';

/** Until when the authority must be informed and how long that is, or when it was. */
export const AuthorityDeadline = ({ c, breach }: { c: ConsoleContext; breach: BreachCase }) => {
  const own = localised(c, breachWords);
  if (breach.authorityAt !== null)
    return (
      <Badge is="good">
        {own.authorityNotifiedAt} <Time at={breach.authorityAt} locale={localeOf(c)} />{' '}
        {breach.authorityReference}
      </Badge>
    );
  if (breach.details.risk === 'none') return <Badge is="off">{own.risks.none}</Badge>;
  const dueAt = breach.discoveredAt + AUTHORITY_MS;
  const hours = Math.floor((dueAt - Date.now()) / HOUR);
  const due = fill(own.due, {
    time: momentOn(c, dueAt),
  });
  const left = hours < 0 ? fillCount(c, own.hoursLate, -hours) : fillCount(c, own.hoursLeft, hours);
  return <Badge is={hours < 0 ? 'bad' : 'warn'}>{`${due} · ${left}`}</Badge>;
};
