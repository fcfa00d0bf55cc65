import { readVersions } from '../../forms/versions.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { EmptyState, PostButton, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { FormTabs } from './tabs.tsx';
import { formWords } from './words.ts';

export const versionsPage = async (c: ConsoleContext, form: string) => {
  const words = wordsOf(c);
  const own = localised(c, formWords);
  const versions = await readVersions(c.get('db'), form);
  return show(c, {
    title: own.versions,
    back: ['/forms', words.forms],
    actions: <FormTabs c={c} form={form} />,
    children:
      versions.length === 0 ? (
        <EmptyState title={own.noVersions} />
      ) : (
        versions.map(({ version, changes, publishedAt }, at) => {
          const isFirst = at === versions.length - 1;
          return (
            <section class="card wide">
              <div class="top">
                <h2>
                  {fill(own.version, { n: version })} ·{' '}
                  <Time at={publishedAt} locale={localeOf(c)} />
                </h2>
                <PostButton
                  action={`/forms/${form}/restore`}
                  values={{ version }}
                  label={own.restore}
                />
              </div>
              {isFirst ? (
                <p>{own.first}</p>
              ) : (
                <details>
                  <summary>
                    {own.differs} ({changes.length})
                  </summary>
                  {changes.length === 0 ? (
                    <p>{own.none_changed}</p>
                  ) : (
                    <Table label={own.differs} head={[words.what, '–', '+']}>
                      {changes.slice(0, 200).map((change) => (
                        <tr>
                          <td>
                            <code class="long">{change.path}</code>
                          </td>
                          <td>
                            {change.before === null ? words.none : <del>{change.before}</del>}
                          </td>
                          <td>{change.after === null ? words.none : <ins>{change.after}</ins>}</td>
                        </tr>
                      ))}
                    </Table>
                  )}
                </details>
              )}
            </section>
          );
        })
      ),
  });
};
