import { simple } from '../../worker/contract/field-kinds.ts';
import type { OpenForm } from '../../worker/contract/form.ts';
import type { Styles } from '../element.ts';
import { fetchPart } from '../part.ts';
import type { ShownSection } from '../shown.ts';
import type { RobotCheck } from '../turnstile.ts';
import type { KindTemplate } from './field.ts';
import type { FormInPage } from './state.ts';

/** What some forms need beyond what every form does, once fetched. */
export type Extras = {
  robotCheck?: RobotCheck;
  kind?: KindTemplate;
  paging?: typeof import('./paging.ts');
  confirm?: typeof import('./confirm.ts');
  dialog?: typeof import('../display/dialog.ts');
};

/** Fetches what a form needs beyond what every form does. */
export const fetchExtras = async (
  { sections, confirming }: OpenForm,
  host: string,
  display?: string,
): Promise<Extras> => {
  const extras: Extras = {};
  const fields = sections.flatMap(({ fields }) => fields);
  if (fields.some(({ kind }) => !simple.test(kind)))
    extras.kind = (await fetchPart<typeof import('./kinds.ts')>(host, 'kinds')).kind;
  if (sections[1] || fields.some(({ when }) => when))
    extras.paging = await fetchPart(host, 'paging');
  if (confirming) extras.confirm = await fetchPart(host, 'confirm');
  if (display) extras.dialog = await fetchPart(host, 'dialog');
  return extras;
};

/** Returns the style sheets of what was fetched. */
export const stylesOf = ({ paging, dialog }: Extras): Styles[] =>
  [paging?.styles, dialog?.styles].filter((sheet) => sheet !== undefined);

/** Returns the sections and fields in view; before the form is live, and without conditions, all of them. */
export const shownOf = (
  { answers, definition }: FormInPage,
  { paging }: Extras,
): readonly ShownSection[] => {
  const sections = definition?.sections ?? [];
  return answers && paging
    ? paging.shownWith(sections, answers)
    : sections.map((section) => ({ section, fields: section.fields }));
};
