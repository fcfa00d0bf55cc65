import { connectionOf, targetsOf } from '../../admin/connections/connections.ts';
import { connectors } from '../../connectors/all.ts';
import { readPassedOn } from '../../connectors/erasures.ts';
import { type Differing, readDiffering } from '../../connectors/notes.ts';
import type { Kept } from '../../connectors/store.ts';
import type { PassedOn, Target } from '../../contract/connections.ts';
import { callerOf } from '../../platform/caller.ts';
import { publicUrl } from '../../platform/public-url.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Submitted } from '../kit/fields.tsx';
import { readNames } from '../kit/names.ts';
import { Badge, PostButton, Table, Time } from '../kit/parts.tsx';
import { attempt } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { statusOf } from '../kit/submitted.tsx';
import { fill, formatNumber, localeOf, localised, wordsOf } from '../kit/words.ts';
import { ConnectionForm, itemsOf } from './form.tsx';
import { ReportPart } from './report.tsx';
import { connectionWords } from './words.ts';

type Props = { c: ConsoleContext; kept: Kept };

/** How a connection fares, as a badge. */
export const StateBadge = ({ c, kept: { state, stopped } }: Props) => {
  const own = localised(c, connectionWords);
  const kind = stopped ? 'warn' : state === 'live' ? 'good' : 'off';
  return <Badge is={kind}>{stopped ? own.stopped[stopped] : own.states[state]}</Badge>;
};

/** What can be done next with a connection. */
const Actions = ({ c, kept: { id, state, dryRun } }: Props) => {
  const own = localised(c, connectionWords);
  const act = (name: string, label: string, kind: 'main' | 'quiet' = 'quiet') => (
    <PostButton
      action={`/connections/${id}/acts`}
      values={{ act: name }}
      label={label}
      kind={kind}
    />
  );
  if (state === 'live')
    return (
      <>
        {act('reconcile', own.compare)}
        {act('pause', own.pause)}
      </>
    );
  return (
    <>
      {act('dry-run', own.dryRun, dryRun || state === 'paused' ? 'quiet' : 'main')}
      {state === 'paused' ? act('start', own.resume, 'main') : null}
      {state === 'draft' && dryRun ? act('start', own.start, 'main') : null}
    </>
  );
};

const DifferingPeople = ({
  c,
  differing,
  itemName,
}: {
  c: ConsoleContext;
  differing: readonly Differing[];
  itemName: (item: string) => string;
}) => {
  const own = localised(c, connectionWords);
  const words = wordsOf(c);
  return (
    <section>
      <h2>{own.differing}</h2>
      {differing.length === 0 ? (
        <p>{own.noneDiffer}</p>
      ) : (
        <Table label={own.differing} head={[words.email, words.what]}>
          {differing.map(({ person, email, differences }) => (
            <tr>
              <td>
                <a href={`/console/people/${person}`}>{email}</a>
              </td>
              <td>
                {Object.entries(differences)
                  .map(([item, why]) => `${itemName(item)}: ${own.differences[why]}`)
                  .join('; ')}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
};

const Erasures = ({ c, erasures }: { c: ConsoleContext; erasures: readonly PassedOn[] }) => {
  const own = localised(c, connectionWords);
  const words = wordsOf(c);
  return (
    <section>
      <h2>{own.erasures}</h2>
      {erasures.length === 0 ? (
        <p>{own.noErasures}</p>
      ) : (
        <Table label={own.erasures} head={[words.person, words.when, words.state]}>
          {erasures.map(({ person, askedAt, answer, answeredAt }) => (
            <tr>
              <td>
                <code>{person}</code>
              </td>
              <td>
                <Time at={answeredAt ?? askedAt} locale={localeOf(c)} />
              </td>
              <td>{answer ? own.answers[answer] : own.waiting}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
};

/** Where the tool reports what happens there; none where it reports nothing. */
const WebhookAddress = ({ c, kept: { id, connector } }: Props) => {
  const own = localised(c, connectionWords);
  const host = publicUrl(c.env);
  if (connectors[connector].interpret === null || host === null) return null;
  return (
    <section>
      <h2>{own.webhook}</h2>
      <p class="help">{own.webhookHelp}</p>
      <p class="secret">
        <code>{`${host}/v1/connections/${id}/events`}</code>
      </p>
    </section>
  );
};

/** Reads the tool's lists for the mapping, or why they cannot be read: the rest of the screen does without. */
const readTargets = async (
  c: ConsoleContext,
  kept: Kept,
): Promise<{ targets: Target[]; why: string | null }> => {
  const read = await attempt(() => targetsOf(callerOf(c), kept));
  if (read.ok) return { targets: read.value, why: null };
  return { targets: [], why: read.errors[0]?.message ?? '' };
};

/** Shows a connection: what is what, how it fares, and what differs. */
export const showConnection = async (
  c: ConsoleContext,
  submitted: Submitted = {},
): Promise<Response> => {
  const db = c.get('db');
  const kept = await connectionOf(callerOf(c), c.req.param('id') ?? '');
  const own = localised(c, connectionWords);
  const [names, read, differing, erasures] = await Promise.all([
    readNames(db, localeOf(c)),
    readTargets(c, kept),
    readDiffering(db, kept.number, 50),
    readPassedOn(db, kept.number, 50),
  ]);
  const byItem = new Map(itemsOf(names));
  const itemName = (item: string): string => byItem.get(item) ?? item;
  const { dryRun, reconciled, running } = kept;
  const isDraft = kept.state === 'draft';
  // What is to be set up or corrected comes first; else how it fares does.
  const isFormFirst = isDraft || submitted.errors !== undefined;
  const form = (
    <>
      <ConnectionForm c={c} kept={kept} names={names} {...read} submitted={submitted} />
      <WebhookAddress c={c} kept={kept} />
    </>
  );
  const isBeyond = kept.stopped === 'over-limit';
  const found = running ? formatNumber(c, running.report.there) : '';
  return show(
    c,
    {
      title: kept.name,
      back: ['/connections', wordsOf(c).connections],
      actions: <Actions c={c} kept={kept} />,
      children: (
        <>
          <p class="tags">
            <StateBadge c={c} kept={kept} />
          </p>
          {running && !isBeyond ? <p role="status">{fill(own.running, { n: found })}</p> : null}
          {running && isBeyond ? (
            <>
              <p class="problem">{own.pausedHelp}</p>
              <ReportPart c={c} title={own.paused} report={running.report} itemName={itemName} />
            </>
          ) : null}
          {dryRun && isDraft ? (
            <ReportPart c={c} title={own.lastDryRun} report={dryRun} itemName={itemName} />
          ) : null}
          {isFormFirst ? form : null}
          {reconciled ? (
            <ReportPart c={c} title={own.lastReconciled} report={reconciled} itemName={itemName} />
          ) : null}
          <DifferingPeople c={c} differing={differing} itemName={itemName} />
          <Erasures c={c} erasures={erasures} />
          {isFormFirst ? null : form}
          <section>
            <h2>{own.remove}</h2>
            <p class="help">{own.removeIntro}</p>
            <PostButton
              action={`/connections/${kept.id}/remove`}
              label={own.remove}
              kind="danger"
            />
          </section>
        </>
      ),
    },
    statusOf(submitted),
  );
};
