import type { FeedState } from '../../contract/events.ts';
import type { Attempt, AttemptsPage, Webhook } from '../../contract/webhooks.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Badge, EmptyState, Fact, NextPage, PostButton, Table, Time } from '../kit/parts.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { webhookWords } from './webhook-words.ts';

/** The state of a webhook, as a word with its own colour; also whether anything arrives. */
export const WebhookBadge = ({
  c,
  webhook: { state, failingSince },
}: {
  c: ConsoleContext;
  webhook: Webhook;
}) => {
  if (state === 'active' && failingSince !== null)
    return <Badge is="warn">{localised(c, webhookWords).notArriving}</Badge>;
  const colour = state === 'active' ? 'good' : state === 'paused' ? 'off' : 'bad';
  return <Badge is={colour}>{localised(c, webhookWords).states[state]}</Badge>;
};

/** The webhooks, each with where to and how it fares. */
export const WebhookTable = ({
  c,
  webhooks,
}: {
  c: ConsoleContext;
  webhooks: readonly Webhook[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, webhookWords);
  if (webhooks.length === 0) return <EmptyState title={own.none} />;
  return (
    <Table
      label={words.webhooks}
      head={[words.name, own.receiver, own.waiting, own.failed, words.state]}
    >
      {webhooks.map((webhook) => (
        <tr>
          <td>
            <a href={`/console/webhooks/${webhook.id}`}>{webhook.name}</a>
          </td>
          <td>{new URL(webhook.url).host}</td>
          <td>{webhook.waiting}</td>
          <td>{webhook.failed}</td>
          <td>
            <WebhookBadge c={c} webhook={webhook} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

/** Whether the changes feed is on, and what switches it. */
export const Feed = ({ c, feed: { on } }: { c: ConsoleContext; feed: FeedState }) => {
  const own = localised(c, webhookWords);
  return (
    <section>
      <h2>{own.feed}</h2>
      <p>
        {own.feedHelp} <Badge is={on ? 'good' : 'off'}>{on ? own.feedOn : own.feedOff}</Badge>
      </p>
      <PostButton
        action="/webhooks/feed"
        values={on ? {} : { on: 'yes' }}
        label={on ? own.turnOff : own.turnOn}
      />
    </section>
  );
};

/** How a webhook fares. */
export const WebhookFacts = ({ c, webhook }: { c: ConsoleContext; webhook: Webhook }) => {
  const words = wordsOf(c);
  const own = localised(c, webhookWords);
  const locale = localeOf(c);
  const { publicKey, rotatingUntil, failingSince, waiting, failed } = webhook;
  return (
    <dl class="facts">
      <Fact term={words.state}>
        <WebhookBadge c={c} webhook={webhook} />
      </Fact>
      {failingSince === null ? null : (
        <Fact term={own.failingSince}>
          <Time at={failingSince} locale={locale} />
        </Fact>
      )}
      <Fact term={own.waiting}>{waiting}</Fact>
      <Fact term={own.failed}>{failed}</Fact>
      <Fact term={own.publicKey}>
        {publicKey === null ? own.noPublicKey : <code>{publicKey}</code>}
      </Fact>
      {rotatingUntil === null ? null : (
        <Fact term={own.rotatingUntil}>
          <Time at={rotatingUntil} locale={locale} />
        </Fact>
      )}
    </dl>
  );
};

const AttemptRow = ({ c, id, attempt }: { c: ConsoleContext; id: string; attempt: Attempt }) => {
  const own = localised(c, webhookWords);
  const { event, type, at, ms, status, error, tries } = attempt;
  return (
    <tr>
      <td>
        <Time at={at} locale={localeOf(c)} />
      </td>
      <td>
        {type} <small>{event}</small>
      </td>
      <td>{tries}</td>
      <td class="tight">
        <Badge is={error === null ? 'good' : 'bad'}>
          {[status, error && own.errors[error]].filter(Boolean).join(' · ')}
        </Badge>
      </td>
      <td class="tight">{fill(own.ms, { n: String(ms) })}</td>
      <td class="tight">
        {type === 'webhook.test' ? null : (
          <PostButton
            action={`/webhooks/${id}/replays`}
            values={{ event }}
            label={own.again}
            kind="small"
          />
        )}
      </td>
    </tr>
  );
};

/** What was sent to a webhook, the newest first, a page at a time. */
export const Attempts = ({
  c,
  id,
  page: { attempts, next },
}: {
  c: ConsoleContext;
  id: string;
  page: AttemptsPage;
}) => {
  const words = wordsOf(c);
  const own = localised(c, webhookWords);
  return (
    <section>
      <h2>{own.attempts}</h2>
      {attempts.length === 0 ? (
        <EmptyState title={own.noAttempts} />
      ) : (
        <Table
          label={own.attempts}
          head={[words.when, own.event, own.tries, own.answer, own.took, words.actions]}
        >
          {attempts.map((attempt) => (
            <AttemptRow c={c} id={id} attempt={attempt} />
          ))}
        </Table>
      )}
      {next === null ? null : (
        <NextPage query={new URLSearchParams({ before: next })} label={words.nextPage} />
      )}
    </section>
  );
};
