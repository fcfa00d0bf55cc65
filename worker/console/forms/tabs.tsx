import type { ConsoleContext } from '../kit/app.ts';
import { LinkButton, PostButton } from '../kit/parts.tsx';
import { localised } from '../kit/words.ts';
import { formWords } from './words/forms.ts';
import { removingWords } from './words/removing.ts';

/** Links between the screens of a form, and its export. */
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
      <LinkButton to={`/forms/${form}/export`}>{own.export}</LinkButton>
    </>
  );
};

/** What copies a form, and what deletes it. */
export const FormActions = ({ c, form }: { c: ConsoleContext; form: string }) => {
  const own = localised(c, formWords);
  return (
    <>
      <PostButton action={`/forms/${form}/duplicate`} label={own.duplicate} />
      <LinkButton to={`/forms/${form}/delete`}>{localised(c, removingWords).delete}</LinkButton>
    </>
  );
};
