import { Hono } from 'hono';
import { namingIn } from '../../admin/processing/naming.ts';
import { readRegister } from '../../admin/processing/register.ts';
import { mappingTable, type Naming, registerTable } from '../../admin/processing/tables.ts';
import type { Register } from '../../contract/processing.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { answerTable } from '../../platform/tables/answer.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { readEditable } from '../kit/editable.tsx';
import { redirectWith } from '../kit/flash.ts';
import { hasRight, requireRight, screenFor } from '../kit/guard.ts';
import { ExportLinks, LinkButton, Table } from '../kit/parts.tsx';
import { readPosted } from '../kit/posted.ts';
import { editsOf, savePosted } from '../kit/posted-settings.ts';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { localeOf, localised, personFieldName, wordsOf } from '../kit/words.ts';
import { readShared, SharedForm, sharedControl, sharedFrom } from './processing-form.tsx';
import { Activity, Missing, Summary } from './processing-parts.tsx';
import { processingWords } from './words/processing.ts';

type Read = { record: Register; naming: Naming; languages: string[] };

/** Reads the record, and what names it in the user's language. */
const readRecord = async (c: ConsoleContext): Promise<Read> => {
  const reading = readWholeLists(c.get('db'));
  const [record, lists] = await Promise.all([readRegister(c.get('db'), reading), reading]);
  const detail = (field: string): string | undefined =>
    field === 'email' ? wordsOf(c).email : personFieldName(c, field);
  const naming = namingIn(lists, localeOf(c), localised(c, processingWords).heads, detail);
  const languages = new Set(lists.purposes.flatMap(({ texts }) => Object.keys(texts)));
  return { record, naming, languages: [...languages] };
};

const Exports = ({ c, path }: { c: ConsoleContext; path: string }) => (
  <p>
    {localised(c, processingWords).export}: <ExportLinks path={path} />
  </p>
);

const showProcessing = async (c: ConsoleContext, submitted: Submitted = {}): Promise<Response> => {
  const own = localised(c, processingWords);
  const [editable, { record, naming, languages }, shared] = await Promise.all([
    readEditable(c, editsOf(sharedFrom({})), submitted),
    readRecord(c),
    readShared(c.get('db')),
  ]);
  return show(
    c,
    {
      title: wordsOf(c).processing,
      views: <LinkButton to="/register/mapping">{own.mapping}</LinkButton>,
      children: (
        <>
          <p class="intro">{own.intro}</p>
          <Exports c={c} path="/register/table" />
          <Missing c={c} record={record} naming={naming} />
          <Summary c={c} record={record} />
          {record.processings.map((activity) => (
            <Activity c={c} activity={activity} naming={naming} />
          ))}
          {hasRight(c, 'settings') ? (
            <SharedForm
              c={c}
              shared={shared}
              languages={languages}
              editable={editable}
              submitted={submitted}
            />
          ) : null}
        </>
      ),
    },
    statusOf(submitted),
  );
};

const showMapping = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, processingWords);
  const { record, naming } = await readRecord(c);
  const table = mappingTable(record, naming);
  const { value } = await table.slices('').next();
  return show(c, {
    title: own.mapping,
    back: ['/register', wordsOf(c).processing],
    children: (
      <>
        <p class="intro">{own.mappingIntro}</p>
        <Exports c={c} path="/register/mapping/table" />
        <Table label={own.mapping} head={table.head}>
          {(value?.rows ?? []).map((row: readonly unknown[]) => (
            <tr>
              {row.map((cell) => (
                <td>{String(cell)}</td>
              ))}
            </tr>
          ))}
        </Table>
      </>
    ),
  });
};

const exporting = (make: typeof registerTable) => async (c: ConsoleContext) => {
  const { record, naming } = await readRecord(c);
  return answerTable(c, make(record, naming), c.get('timeZone'));
};

/** Shows and exports the record of processing activities (GDPR art. 30), and saves what holds for all purposes. */
export const processingScreens = new Hono<ConsoleApp>()
  .use(screenFor('lists'))
  .get('/', (c) => showProcessing(c))
  .get('/table', exporting(registerTable))
  .get('/mapping', showMapping)
  .get('/mapping/table', exporting(mappingTable))
  .post('/', requireRight('settings'), async (c) => {
    const posted = await readPosted(c);
    const saved = await savePosted(c, posted, sharedFrom(posted), sharedControl);
    if (!saved.ok) return showProcessing(c, { values: posted, errors: saved.errors });
    return redirectWith(c, '/register', 'saved');
  });
