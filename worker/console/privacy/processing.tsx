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
import { linesOf, readPosted } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { processingWords } from './words/processing.ts';

/** The record of processing activities, as the configuration makes it. */
type ProcessingRecord = Awaited<ReturnType<typeof readRegister>>;

const keptFor = (c: ConsoleContext, days: number | null): string => {
  const own = localised(c, processingWords);
  return days === null ? own.untilWithdrawn : fillCount(c, own.days, days);
};

const countryName = (c: ConsoleContext, code: string): string =>
  code ? (new Intl.DisplayNames([localeOf(c), 'en'], { type: 'region' }).of(code) ?? code) : '';

/** Lists what art. 30 asks for and nobody has said yet, and leads to where it is said. */
const Missing = ({
  c,
  names,
  record,
}: {
  c: ConsoleContext;
  names: Names;
  record: ProcessingRecord;
}) => {
  const own = localised(c, processingWords);
  const missing = [
    ...record.missing.map((what) => fill(own.missingHere, { what: own.what[what] })),
    ...record.processings.flatMap(({ purpose, missing: lacking }) =>
      lacking.map((what) =>
        fill(own.missingOf, { what: own.what[what], purpose: names.name('purposes', purpose) }),
      ),
    ),
  ];
  if (missing.length === 0) return null;
  return (
    <div class="warning">
      <p>{own.missing}</p>
      <ul>
        {missing.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      {hasRight(c, 'settings') ? <a href="/console/settings">{own.complete}</a> : null}
    </div>
  );
};

const Summary = ({ c, record }: { c: ConsoleContext; record: ProcessingRecord }) => {
  const words = wordsOf(c);
  const own = localised(c, processingWords);
  const { controller, jurisdiction, recipients, storage, evidenceDays, submissionDays } = record;
  const kept = fill(own.evidence, {
    evidence: keptFor(c, evidenceDays),
    submissions: keptFor(c, submissionDays === 0 ? null : submissionDays),
  });
  return (
    <dl class="facts card">
      <Fact term={own.controller}>
        {[controller.name || words.none, controller.address, controller.email, controller.url]
          .filter(Boolean)
          .join(', ')}
      </Fact>
      {controller.officer ? <Fact term={own.officer}>{controller.officer}</Fact> : null}
      <Fact term={own.jurisdiction}>{countryName(c, jurisdiction) || words.none}</Fact>
      <Fact term={own.storage}>{storage || words.none}</Fact>
      <Fact term={own.recipients}>{recipients.join(', ') || words.none}</Fact>
      <Fact term={own.keptFor}>{kept}</Fact>
    </dl>
  );
};

const ActivityRow = ({
  c,
  names,
  activity,
}: {
  c: ConsoleContext;
  names: Names;
  activity: ProcessingRecord['processings'][number];
}) => {
  const { purpose, texts, legalBasis, fields, retentionDays, recipients, storage, forms } =
    activity;
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
      <td>{storage}</td>
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
      head={[
        words.purpose,
        words.legalBasis,
        own.fields,
        own.keptFor,
        own.recipients,
        own.storage,
        words.forms,
      ]}
    >
      {record.processings.map((activity) => (
        <ActivityRow c={c} names={names} activity={activity} />
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
        <Missing c={c} names={names} record={record} />
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
    const recipients = linesOf(await readPosted(c), 'recipients');
    await saveSetting(callerOf(c), 'recipients', recipients);
    return redirectWith(c, '/register', 'saved');
  });
