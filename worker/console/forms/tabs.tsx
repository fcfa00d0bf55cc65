import type { Context } from 'hono';
import type { ConsoleApp } from '../kit/app.ts';
import { Act } from '../kit/parts.tsx';
import { said } from '../kit/words/words.ts';
import { formWords } from './words.ts';

/** Links between the pages about one form. */
export const FormTabs = ({ c, form }: { c: Context<ConsoleApp>; form: string }) => {
  const mine = said(c, formWords);
  const tabs = [
    ['', mine.edit],
    ['/embed', mine.embed],
    ['/statistics', mine.statistics],
    ['/versions', mine.versions],
  ] as const;
  return (
    <>
      {tabs.map(([path, name]) => (
        <a
          class="quiet button"
          href={`/console/forms/${form}${path}`}
          aria-current={c.req.path === `/console/forms/${form}${path}` ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
      <a class="quiet button" href={`/console/forms/${form}/export`}>
        {mine.exportJson}
      </a>
      <Act action={`/forms/${form}/duplicate`} label={mine.duplicate} />
    </>
  );
};
