import type { Difference } from '../../contract/forms.ts';
import { readVersions } from '../../forms/versions.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { EmptyState, PostButton, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { FormTabs } from './tabs.tsx';
import { formWords } from './words/forms.ts';
import { versionWords } from './words/versions.ts';

const MAX_CHANGES = 200;

type Version = Awaited<ReturnType<typeof readVersions>>[number];

const ChangeRow = ({ c, change }: { c: ConsoleContext; change: Difference }) => {
  const { none } = wordsOf(c);
  return (
    <tr>
      <td>
        <code class="long">{change.path}</code>
      </td>
      <td>{change.before === null ? none : <del>{change.before}</del>}</td>
      <td>{change.after === null ? none : <ins>{change.after}</ins>}</td>
    </tr>
  );
};

const Changes = ({ c, changes }: { c: ConsoleContext; changes: readonly Difference[] }) => {
  const own = localised(c, versionWords);
  return (
    <details>
      <summary>
        {own.changes} ({changes.length})
      </summary>
      {changes.length === 0 ? (
        <p>{own.noVisibleChange}</p>
      ) : (
        <Table label={own.changes} head={[wordsOf(c).what, '–', '+']}>
          {changes.slice(0, MAX_CHANGES).map((change) => (
            <ChangeRow c={c} change={change} />
          ))}
        </Table>
      )}
    </details>
  );
};

const VersionCard = ({
  c,
  form,
  version: { version, changes, publishedAt },
  isFirst,
}: {
  c: ConsoleContext;
  form: string;
  version: Version;
  isFirst: boolean;
}) => {
  const own = localised(c, versionWords);
  return (
    <section class="card wide">
      <div class="top">
        <h2>
          {fill(own.version, { n: version })} · <Time at={publishedAt} locale={localeOf(c)} />
        </h2>
        <PostButton action={`/forms/${form}/restore`} values={{ version }} label={own.restore} />
      </div>
      {isFirst ? <p>{own.firstVersion}</p> : <Changes c={c} changes={changes} />}
    </section>
  );
};

/** Shows the published versions of a form, newest first, and what each of them changed. */
export const showVersions = async (c: ConsoleContext, form: string): Promise<Response> => {
  const versions = await readVersions(c.get('db'), form);
  const cards = versions.map((version, at) => (
    <VersionCard c={c} form={form} version={version} isFirst={at === versions.length - 1} />
  ));
  return show(c, {
    title: localised(c, formWords).versions,
    back: ['/forms', wordsOf(c).forms],
    actions: <FormTabs c={c} form={form} />,
    children:
      versions.length === 0 ? <EmptyState title={localised(c, versionWords).none} /> : cards,
  });
};
