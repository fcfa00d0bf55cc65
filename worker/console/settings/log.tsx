import { Hono } from 'hono';
import { settingEdit } from '../../admin/settings/save.ts';
import { type LogSetting, type LogState, LogSuccession } from '../../contract/log.ts';
import { numberOf } from '../../log/origin.ts';
import { readCopy } from '../../log/outside.ts';
import { readLastSent } from '../../log/send-copies.ts';
import { readState } from '../../log/state.ts';
import { succeedLog } from '../../log/succeed.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom, readEditable } from '../kit/editable.tsx';
import { ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { EmptyState, Fact, momentOn, SubmitButton, Time } from '../kit/parts.tsx';
import { attempt, linesOf, type Posted, readPosted, textOf } from '../kit/posted.ts';
import { savePosted } from '../kit/posted-settings.ts';
import { show } from '../kit/shell.tsx';
import { statusOf } from '../kit/submitted.tsx';
import { fill, formatNumber, localeOf, localised, wordsOf } from '../kit/words.ts';
import { LogSeen, type Seen } from './log-seen.tsx';
import { logWords } from './log-words.ts';

/** What was refused, and in which of the screen's two forms. */
type Refused = { form: 'successor' | 'setting'; submitted: Submitted };

const submittedIn = (refused: Refused | undefined, form: Refused['form']): Submitted =>
  refused?.form === form ? refused.submitted : {};

const Halted = ({
  c,
  state: { haltedAt, haltedBy },
  submitted,
}: {
  c: ConsoleContext;
  state: LogState;
  submitted: Submitted;
}) => {
  const own = localised(c, logWords);
  // Someone else may have started another one meanwhile.
  if (haltedAt === null || haltedBy === null)
    return <ErrorSummary submitted={submitted} words={wordsOf(c)} />;
  const since = momentOn(c, haltedAt);
  return (
    <form method="post" action="/console/log/successor" class="sheet">
      <h2>{own.halted}</h2>
      <p role="alert">
        <strong>{own.by[haltedBy]}</strong>
      </p>
      <p>{fill(own.haltedText, { since })}</p>
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      <TextArea
        name="reason"
        label={own.reason}
        help={own.reasonHelp}
        required
        submitted={submitted}
      />
      <SubmitButton label={own.succeed} />
    </form>
  );
};

const Facts = ({ c, state }: { c: ConsoleContext; state: LogState }) => {
  const own = localised(c, logWords);
  const { origin, address, size, signedAt, keys } = state;
  return (
    <>
      <dl class="facts">
        <Fact term={own.origin}>
          <code class="long">{origin}</code>
        </Fact>
        <Fact term={own.size}>{formatNumber(c, size)}</Fact>
        <Fact term={own.signedAt}>
          <Time at={signedAt} locale={localeOf(c)} />
        </Fact>
        <Fact term={own.keys}>
          {keys.map(({ vkey }) => (
            <p>
              <code class="long">{vkey}</code>
            </p>
          ))}
          <small>{own.keysHelp}</small>
        </Fact>
      </dl>
      <p class="buttons">
        <a href={`${address}/checkpoint`}>{own.checkpoint}</a> <a href="/verify">{own.verifier}</a>
      </p>
    </>
  );
};

const SettingForm = ({
  c,
  setting: { witnesses, witnessed, timestamps, receivers },
  witness,
  editable,
  submitted,
}: {
  c: ConsoleContext;
  setting: LogSetting;
  witness: string | null;
  editable: Editable;
  submitted: Submitted;
}) => {
  const own = localised(c, logWords);
  return (
    <form method="post" action="/console/log/setting" class="sheet">
      <h2>{own.setting}</h2>
      <EditedFrom c={c} editable={editable} submitted={submitted} />
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      <TextArea
        name="witnesses"
        label={own.witnesses}
        help={own.witnessesHelp}
        value={witnesses.map(({ vkey, url }) => `${vkey} ${url}`).join('\n')}
        submitted={submitted}
      />
      <Field
        name="timestamps"
        type="url"
        label={own.timestamps}
        help={own.timestampsHelp}
        value={timestamps}
        submitted={submitted}
      />
      <TextArea
        name="receivers"
        label={own.receivers}
        help={own.receiversHelp}
        value={receivers.join('\n')}
        submitted={submitted}
      />
      <TextArea
        name="witnessed"
        label={own.witnessed}
        help={own.witnessedHelp}
        value={witnessed.join('\n')}
        submitted={submitted}
      />
      <p>
        {own.own}: {witness ? <code class="long">{witness}</code> : own.ownNone}
      </p>
      <SubmitButton label={wordsOf(c).save} />
    </form>
  );
};

const NothingSealed = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, logWords);
  return (
    <EmptyState title={own.none}>
      <p>{own.noneText}</p>
    </EmptyState>
  );
};

const readSeen = async (
  c: ConsoleContext,
  state: LogState,
  { receivers }: LogSetting,
): Promise<Seen> => {
  const [copy, sent] = await Promise.all([
    // A copy that does not answer, or cannot be read, is a failing task on the overview.
    c.env.FILES ? readCopy(c.env).catch(() => null) : undefined,
    readLastSent(c.get('db'), numberOf(state.origin) ?? 0, receivers),
  ]);
  return { state, copy, sent };
};

const showLog = async (c: ConsoleContext, refused?: Refused): Promise<Response> => {
  const own = localised(c, logWords);
  const submitted = submittedIn(refused, 'setting');
  const [state, setting, editable] = await Promise.all([
    readState(c.env, c.get('db')),
    readSetting(c.get('db'), 'log'),
    readEditable(c, [settingEdit('log')], submitted),
  ]);
  const seen = state && (await readSeen(c, state, setting));
  return show(
    c,
    {
      title: wordsOf(c).log,
      children: (
        <>
          <p class="intro">{own.intro}</p>
          {seen ? (
            <>
              <Halted c={c} state={seen.state} submitted={submittedIn(refused, 'successor')} />
              <Facts c={c} state={seen.state} />
              <LogSeen c={c} seen={seen} />
            </>
          ) : (
            <NothingSealed c={c} />
          )}
          <SettingForm
            c={c}
            setting={setting}
            witness={state?.witness ?? null}
            editable={editable}
            submitted={submitted}
          />
        </>
      ),
    },
    statusOf(refused?.submitted ?? {}),
  );
};

/** Reads the setting as the form has it; what is no key and address is refused by the setting's own rules. */
const settingFrom = (posted: Posted) => ({
  witnesses: linesOf(posted, 'witnesses').map((line) => {
    const [vkey = '', url = ''] = line.split(/\s+/);
    return { vkey, url };
  }),
  witnessed: linesOf(posted, 'witnessed'),
  timestamps: textOf(posted, 'timestamps').trim(),
  receivers: linesOf(posted, 'receivers'),
});

/** Shows how the log over the ledger stands, starts another after a halted one, and saves who else sees it. */
export const logScreens = new Hono<ConsoleApp>()
  .use(screenFor('settings'))
  .get('/', (c) => showLog(c))
  .post('/successor', async (c) => {
    const posted = await readPosted(c);
    const done = await attempt(async () => {
      const { reason } = parse(LogSuccession, { reason: textOf(posted, 'reason') });
      await succeedLog(callerOf(c), reason);
    });
    if (done.ok) return redirectWith(c, '/log', 'done');
    return showLog(c, {
      form: 'successor',
      submitted: { values: posted, errors: done.errors },
    });
  })
  .post('/setting', async (c) => {
    const posted = await readPosted(c);
    const saved = await savePosted(
      c,
      posted,
      [['log', settingFrom(posted)]],
      // Each of the lists is one control.
      (_, field) => field.split('.')[0] ?? '',
    );
    if (saved.ok) return redirectWith(c, '/log', 'saved');
    return showLog(c, { form: 'setting', submitted: { values: posted, errors: saved.errors } });
  });
