import type { Context } from 'hono';
import { readVersions } from '../../forms/versions.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Act, Empty, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { FormTabs } from './tabs.tsx';
import { formWords } from './words.ts';

export const versionsPage = async (c: Context<ConsoleApp>, form: string) => {
  const words = wordsOf(c);
  const mine = said(c, formWords);
  const versions = await readVersions(c.get('db'), form);
  return show(c, {
    title: mine.versions,
    back: ['/forms', words.forms],
    beside: <FormTabs c={c} form={form} />,
    children:
      versions.length === 0 ? (
        <Empty title={mine.noVersions} />
      ) : (
        versions.map(({ version, changes, publishedAt }, at) => {
          const isFirst = at === versions.length - 1;
          return (
            <section class="card wide">
              <div class="top">
                <h2>
                  {fill(mine.version, { n: version })} ·{' '}
                  <Time at={publishedAt} locale={localeOf(c)} />
                </h2>
                <Act action={`/forms/${form}/restore`} values={{ version }} label={mine.restore} />
              </div>
              {isFirst ? (
                <p>{mine.first}</p>
              ) : (
                <details>
                  <summary>
                    {mine.differs} ({changes.length})
                  </summary>
                  {changes.length === 0 ? (
                    <p>{mine.none_changed}</p>
                  ) : (
                    <Table label={mine.differs} head={[words.what, '–', '+']}>
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
