import { Hono } from 'hono';
import { readRegister } from '../../admin/processing/register.ts';
import { saveSetting } from '../../admin/settings/save.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { TextArea } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight } from '../kit/guard.ts';
import { type Names, readNames } from '../kit/names.ts';
import { Fact, Table } from '../kit/parts.tsx';
import { readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { processingWords } from './words/processing.ts';

/** The record of processing activities, as the configuration makes it. */
type ProcessingRecord = Awaited<ReturnType<typeof readRegister>>;

const keptFor = (c: ConsoleContext, days: number | null): string => {
  const own = localised(c, processingWords);
  return days === null ? own.untilWithdrawn : fillCount(c, own.days, days);
};

const Summary = ({ c, record }: { c: ConsoleContext; record: ProcessingRecord }) => {
  const words = wordsOf(c);
  const own = localised(c, processingWords);
  const { controller, recipients, evidenceDays, submissionDays } = record;
  const kept = fill(own.evidence, {
    evidence: keptFor(c, evidenceDays),
    submissions: keptFor(c, submissionDays === 0 ? null : submissionDays),
  });
  return (
    <dl class="facts card">
      <Fact term={own.controller}>
        {controller.name || words.none} {controller.address}
      </Fact>
      <Fact term={own.recipients}>{recipients.join(', ') || words.none}</Fact>
      <Fact term={own.keptFor}>{kept}</Fact>
    </dl>
  );
};

const ActivityRow = ({
  c,
  names,
  activity,
  recipients,
}: {
  c: ConsoleContext;
  names: Names;
  activity: ProcessingRecord['processings'][number];
  recipients: readonly string[];
}) => {
  const { purpose, texts, legalBasis, fields, retentionDays, forms } = activity;
  return (
    <tr>
      <td>
        <strong>{names.name('purposes', purpose)}</strong>
        <small class="help">{(texts[localeOf(c)] ?? texts.en)?.description}</small>
      </td>
      <td>{`${legalBasis} · ${names.name('legal-bases', legalBasis)}`}</td>
      <td>{fields.join(', ')}</td>
      <td>{keptFor(c, retentionDays)}</td>
      <td>{recipients.join(', ')}</td>
      <td class="number">{forms}</td>
    </tr>
  );
};

const Activities = ({
  c,
  names,
  record,
}: {
  c: ConsoleContext;
  names: Names;
  record: ProcessingRecord;
}) => {
  const words = wordsOf(c);
  const own = localised(c, processingWords);
  return (
    <Table
      label={words.processing}
      head={[words.purpose, words.legalBasis, own.fields, own.keptFor, own.recipients, words.forms]}
    >
      {record.processings.map((activity) => (
        <ActivityRow c={c} names={names} activity={activity} recipients={record.recipients} />
      ))}
    </Table>
  );
};

const RecipientsForm = ({
  c,
  recipients,
}: {
  c: ConsoleContext;
  recipients: readonly string[];
}) => {
  const own = localised(c, processingWords);
  return (
    <form method="post" class="sheet">
      <TextArea
        name="recipients"
        label={own.recipients}
        help={own.recipientsHelp}
        value={recipients.join('\n')}
      />
      <button class="quiet">{wordsOf(c).save}</button>
    </form>
  );
};

const showProcessing = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, processingWords);
  const [record, names] = await Promise.all([
    readRegister(c.get('db')),
    readNames(c.get('db'), localeOf(c)),
  ]);
  return show(c, {
    title: wordsOf(c).processing,
    children: (
      <>
        <p class="intro">
          {own.intro} {own.print}
        </p>
        <Summary c={c} record={record} />
        <Activities c={c} names={names} record={record} />
        {hasRight(c, 'settings') ? <RecipientsForm c={c} recipients={record.recipients} /> : null}
      </>
    ),
  });
};

/** Shows the record of processing activities (GDPR art. 30), and saves who receives the data. */
export const processingScreens = new Hono<ConsoleApp>()
  .use(requireRight('lists'))
  .get('/', showProcessing)
  .post('/', requireRight('settings'), async (c) => {
    const recipients = textOf(await readPosted(c), 'recipients')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    await saveSetting(callerOf(c), 'recipients', recipients);
    return redirectWith(c, '/register', 'saved');
  });
