import type { Need } from '../../contract/overview.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Badge, momentOn } from '../kit/parts.tsx';
import { fill, fillCount, localised } from '../kit/words.ts';
import { overviewWords, taskWords } from './words.ts';

type DescribedNeed = { text: string; path?: string; isLate: boolean };

type FailingTask = Extract<Need, { kind: 'failing-task' }>;

const describeFailure = (c: ConsoleContext, { task, since, tries, error }: FailingTask): string => {
  const names: Record<string, string> = localised(c, taskWords);
  return fill(localised(c, overviewWords).needs.failingTask, {
    task: names[task] ?? task,
    since: momentOn(c, since),
    n: tries,
    error,
  });
};

type TroubledWebhook = Extract<Need, { kind: 'webhook' }>;

const describeWebhook = (c: ConsoleContext, { name, state, since }: TroubledWebhook): string => {
  const { webhook } = localised(c, overviewWords).needs;
  if (state === 'gone' || state === 'failing') return fill(webhook[state], { name });
  return fill(webhook.active, { name, since: since === null ? '' : momentOn(c, since) });
};

/** Describes a need in a sentence; `path` leads to the screen where the user meets it, if there is one. */
const describeNeed = (c: ConsoleContext, need: Need): DescribedNeed => {
  const { needs } = localised(c, overviewWords);
  switch (need.kind) {
    case 'breach':
      return {
        text: fillCount(c, needs.breach, need.hours, { title: need.title }),
        path: `/breaches/${need.id}`,
        isLate: need.hours < 0,
      };
    case 'request':
      return {
        text: fillCount(c, need.days < 0 ? needs.requestLate : needs.request, Math.abs(need.days), {
          number: need.number,
        }),
        path: `/requests/${need.number}`,
        isLate: need.days < 0,
      };
    case 'breach-reports':
      return {
        text: fillCount(c, needs.breachReports, need.count),
        path: '/breaches',
        isLate: true,
      };
    case 'due-notices':
      return {
        text: [
          need.late > 0 ? fillCount(c, needs.overdueNotices, need.late) : '',
          need.count > need.late ? fillCount(c, needs.dueNotices, need.count - need.late) : '',
        ]
          .filter(Boolean)
          .join(' · '),
        path: '/notices',
        isLate: need.late > 0,
      };
    case 'failed-emails':
      return { text: fillCount(c, needs.failedEmails, need.count), path: '/mail', isLate: true };
    case 'failing-task':
      return { text: describeFailure(c, need), isLate: true };
    case 'log-halted':
      return {
        text: fill(needs.logHalted[need.by], {
          since: momentOn(c, need.since),
        }),
        path: '/log',
        isLate: true,
      };
    case 'connection':
      return {
        text: fill(needs.connection[need.why], { name: need.name }),
        path: `/connections/${need.id}`,
        isLate: need.why !== 'failed',
      };
    case 'differences':
      return {
        text: fillCount(c, needs.differences, need.count, { name: need.name }),
        path: `/connections/${need.id}`,
        isLate: false,
      };
    case 'webhook':
      return {
        text: describeWebhook(c, need),
        path: `/webhooks/${need.id}`,
        isLate: need.state !== 'active',
      };
    case 'no-public-url':
      return { text: needs.noPublicUrl, path: '/settings', isLate: false };
    case 'no-sender':
      return { text: needs.noSender, path: '/settings', isLate: false };
    case 'no-privacy-link':
      return { text: needs.noPrivacyLink, path: '/lists', isLate: false };
  }
};

const NeedItem = ({ need: { text, path, isLate } }: { need: DescribedNeed }) => (
  <li>
    <Badge is={isLate ? 'bad' : 'warn'}>!</Badge>{' '}
    {path ? <a href={`/console${path}`}>{text}</a> : text}
  </li>
);

/** Lists what needs attention, the most pressing first. */
export const Needs = ({ c, needs }: { c: ConsoleContext; needs: readonly Need[] }) => {
  const own = localised(c, overviewWords);
  return (
    <section class="card wide">
      <h2>{own.needsAttention}</h2>
      {needs.length === 0 ? (
        <p>{own.nothingNeeded}</p>
      ) : (
        <ul class="needs">
          {needs.map((need) => (
            <NeedItem need={describeNeed(c, need)} />
          ))}
        </ul>
      )}
    </section>
  );
};
