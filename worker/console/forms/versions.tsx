import { Draft } from '../../contract/draft.ts';
import { formEdit } from '../../forms/store.ts';
import { readVersions } from '../../forms/versions.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { readEditable } from '../kit/editable.tsx';
import { EmptyState, PostButton, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { ChangeTable } from './changes.tsx';
import { FormActions, FormTabs } from './tabs.tsx';
import { formWords } from './words/forms.ts';
import { versionWords } from './words/versions.ts';

type Version = Awaited<ReturnType<typeof readVersions>>[number];

const Changes = ({ c, version }: { c: ConsoleContext; version: Version }) => {
  const own = localised(c, versionWords);
  const { changes, definition } = version;
  return (
    <details>
      <summary>
        {own.changes} ({changes.length})
      </summary>
      {changes.length === 0 ? (
        <p>{own.noVisibleChange}</p>
      ) : (
        <ChangeTable
          c={c}
          draft={Draft.parse(definition)}
          changes={changes}
          heads={[own.before, own.after]}
        />
      )}
    </details>
  );
};

const VersionCard = ({
  c,
  form,
  version,
  seen,
  isFirst,
}: {
  c: ConsoleContext;
  form: string;
  version: Version;
  seen: string;
  isFirst: boolean;
}) => {
  const own = localised(c, versionWords);
  return (
    <section class="card wide">
      <div class="top">
        <h2>
          {fill(own.version, { n: version.version })} ·{' '}
          <Time at={version.publishedAt} locale={localeOf(c)} />
        </h2>
        <PostButton
          action={`/forms/${form}/restore`}
          values={{ version: version.version, loaded: seen }}
          label={own.restore}
        />
      </div>
      {isFirst ? <p>{own.firstVersion}</p> : <Changes c={c} version={version} />}
    </section>
  );
};

/** Shows the published versions of a form, newest first, and what each of them changed. */
export const showVersions = async (c: ConsoleContext, form: string): Promise<Response> => {
  const [{ seen }, versions] = await Promise.all([
    readEditable(c, [formEdit(form)]),
    readVersions(c.get('db'), form),
  ]);
  const cards = versions.map((version, at) => (
    <VersionCard
      c={c}
      form={form}
      version={version}
      seen={seen}
      isFirst={at === versions.length - 1}
    />
  ));
  return show(c, {
    title: localised(c, formWords).versions,
    back: ['/forms', wordsOf(c).forms],
    views: <FormTabs c={c} form={form} />,
    actions: <FormActions c={c} form={form} />,
    children:
      versions.length === 0 ? <EmptyState title={localised(c, versionWords).none} /> : cards,
  });
};
