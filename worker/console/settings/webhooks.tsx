import { Hono } from 'hono';
import { readFeed, switchFeed } from '../../admin/changes/feed.ts';
import {
  deleteWebhook,
  makeWebhook,
  readWebhooks,
  requireWebhook,
  rotateWebhook,
  saveWebhook,
  webhookEdit,
} from '../../admin/webhooks/manage.ts';
import { replay, tryWebhook } from '../../admin/webhooks/replay.ts';
import { readAttempts } from '../../admin/webhooks/waiting.ts';
import { AttemptsQuery, ReplayBody, WebhookBody } from '../../contract/webhooks.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { readEditable, seenOf } from '../kit/editable.tsx';
import { ErrorSummary, Field } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { LinkButton, PostButton, SubmitButton } from '../kit/parts.tsx';
import { attempt, dayOf, isChecked, type Posted, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { showSecret } from './secret.tsx';
import { WebhookForm, webhookFrom } from './webhook-form.tsx';
import { Attempts, Feed, WebhookFacts, WebhookTable } from './webhook-parts.tsx';
import { webhookWords } from './webhook-words.ts';

const showWebhooks = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, webhookWords);
  const [webhooks, feed] = await Promise.all([readWebhooks(callerOf(c)), readFeed(c.get('db'))]);
  return show(c, {
    title: wordsOf(c).webhooks,
    actions: (
      <LinkButton to="/webhooks/new" kind="main">
        {own.add}
      </LinkButton>
    ),
    children: (
      <>
        <p class="intro">{own.intro}</p>
        <WebhookTable c={c} webhooks={webhooks} />
        <Feed c={c} feed={feed} />
      </>
    ),
  });
};

const showNew = (c: ConsoleContext, submitted: Submitted = {}) =>
  show(
    c,
    {
      title: localised(c, webhookWords).add,
      back: ['/webhooks', wordsOf(c).webhooks],
      children: <WebhookForm c={c} submitted={submitted} />,
    },
    statusOf(submitted),
  );

const showOwnSecret = (
  c: ConsoleContext,
  { id, name, secret }: { id: string; name: string; secret: string },
) =>
  showSecret(c, {
    name,
    text: localised(c, webhookWords).once,
    secret,
    back: [`/webhooks/${id}`, name],
  });

const NewSecret = ({ c, id }: { c: ConsoleContext; id: string }) => {
  const own = localised(c, webhookWords);
  return (
    <section>
      <h2>{own.secret}</h2>
      <p class="help">{own.rotateHelp}</p>
      <PostButton action={`/webhooks/${id}/secret`} label={own.rotate} />
    </section>
  );
};

const Replay = ({ c, id, submitted }: { c: ConsoleContext; id: string; submitted: Submitted }) => {
  const own = localised(c, webhookWords);
  return (
    <form method="post" action={`/console/webhooks/${id}/replays`} class="sheet">
      <h2>{own.replay}</h2>
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      <Field
        name="since"
        type="date"
        label={own.since}
        help={own.sinceHelp}
        required
        submitted={submitted}
      />
      <SubmitButton label={own.again} />
    </form>
  );
};

const Removing = ({ c, id }: { c: ConsoleContext; id: string }) => {
  const own = localised(c, webhookWords);
  return (
    <section>
      <h2>{own.remove}</h2>
      <p class="help">{own.removeHelp}</p>
      <PostButton action={`/webhooks/${id}/delete`} label={own.remove} kind="danger" />
    </section>
  );
};

/** Shows a webhook; `saved` or `replayed` is what was refused. */
const showWebhook = async (
  c: ConsoleContext,
  { saved = {}, replayed = {} }: { saved?: Submitted; replayed?: Submitted } = {},
): Promise<Response> => {
  const id = c.req.param('id') ?? '';
  const { before } = parse(AttemptsQuery, c.req.query());
  const [editable, webhook, page] = await Promise.all([
    readEditable(c, [webhookEdit(id)], saved),
    requireWebhook(callerOf(c), id),
    readAttempts(c.get('db'), id, before),
  ]);
  return show(
    c,
    {
      title: webhook.name,
      back: ['/webhooks', wordsOf(c).webhooks],
      actions: (
        <PostButton action={`/webhooks/${id}/test`} label={localised(c, webhookWords).test} />
      ),
      children: (
        <>
          <WebhookFacts c={c} webhook={webhook} />
          <WebhookForm c={c} webhook={webhook} editable={editable} submitted={saved} />
          <NewSecret c={c} id={id} />
          <Replay c={c} id={id} submitted={replayed} />
          <Attempts c={c} id={id} page={page} />
          <Removing c={c} id={id} />
        </>
      ),
    },
    statusOf(saved, replayed),
  );
};

/** What a form asks to send again: one event, or everything since a day began where the operator is. */
const replayFrom = (c: ConsoleContext, posted: Posted): unknown => {
  const event = textOf(posted, 'event');
  if (event !== '') return { event };
  return { since: dayOf(posted, 'since', c.get('timeZone')) };
};

/** Lists webhooks, adds and changes them, and shows what was sent; switches the changes feed. */
export const webhookScreens = new Hono<ConsoleApp>()
  .use(screenFor('settings'))
  .get('/', showWebhooks)
  .post('/feed', async (c) => {
    await switchFeed(callerOf(c), isChecked(await readPosted(c), 'on'));
    return redirectWith(c, '/webhooks', 'saved');
  })
  .get('/new', (c) => showNew(c))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const made = await attempt(() =>
      makeWebhook(callerOf(c), parse(WebhookBody, webhookFrom(posted))),
    );
    if (!made.ok) return showNew(c, { values: posted, errors: made.errors });
    return showOwnSecret(c, made.value);
  })
  .get('/:id', (c) => showWebhook(c))
  .post('/:id', async (c) => {
    const [id, posted] = [c.req.param('id'), await readPosted(c)];
    const saved = await attempt(() =>
      saveWebhook(callerOf(c), id, parse(WebhookBody, webhookFrom(posted)), seenOf(posted)[0]),
    );
    if (!saved.ok) return showWebhook(c, { saved: { values: posted, errors: saved.errors } });
    return redirectWith(c, `/webhooks/${id}`, 'saved');
  })
  .post('/:id/secret', async (c) => {
    const id = c.req.param('id');
    const { name } = await requireWebhook(callerOf(c), id);
    const { secret } = await rotateWebhook(callerOf(c), id);
    return showOwnSecret(c, { id, name, secret });
  })
  .post('/:id/test', async (c) => {
    const id = c.req.param('id');
    await tryWebhook(callerOf(c), id);
    return redirectWith(c, `/webhooks/${id}`, 'sent');
  })
  .post('/:id/replays', async (c) => {
    const [id, posted] = [c.req.param('id'), await readPosted(c)];
    const asked = await attempt(() =>
      replay(callerOf(c), id, parse(ReplayBody, replayFrom(c, posted))),
    );
    if (!asked.ok) return showWebhook(c, { replayed: { values: posted, errors: asked.errors } });
    return redirectWith(c, `/webhooks/${id}`, 'done');
  })
  .post('/:id/delete', async (c) => {
    await deleteWebhook(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/webhooks', 'deleted');
  });
