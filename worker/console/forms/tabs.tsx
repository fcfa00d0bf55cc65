import type { ConsoleContext } from '../kit/app.ts';
import { PostButton } from '../kit/parts.tsx';
import { localised } from '../kit/words.ts';
import { formWords } from './words.ts';

/** Links between the pages about one form. */
export const FormTabs = ({ c, form }: { c: ConsoleContext; form: string }) => {
  const own = localised(c, formWords);
  const tabs = [
    ['', own.edit],
    ['/embed', own.embed],
    ['/statistics', own.statistics],
    ['/versions', own.versions],
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
        {own.exportJson}
      </a>
      <PostButton action={`/forms/${form}/duplicate`} label={own.duplicate} />
    </>
  );
};
