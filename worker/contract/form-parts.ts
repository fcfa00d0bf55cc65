import { fieldKinds } from './field-kinds.ts';
import type { FormPart, FormView } from './form.ts';

/** Lists the parts of the widget that a form needs from the start. */
export const partsOf = ({
  sections,
  confirm,
}: Pick<FormView, 'sections' | 'confirm'>): FormPart[] => {
  const fields = sections.flatMap((section) => section.fields);
  const has = (part: FormPart) => fields.some(({ kind }) => fieldKinds[kind].part === part);
  const needs: Record<FormPart, boolean> = {
    kinds: has('kinds'),
    elements: has('elements'),
    paging: sections.length > 1 || fields.some(({ when }) => when),
    confirm: confirm === true,
  };
  return (['kinds', 'elements', 'paging', 'confirm'] as const).filter((part) => needs[part]);
};
