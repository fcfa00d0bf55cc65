import type { OpenForm } from '../../worker/contract/form.ts';
import { fetchPart } from '../part.ts';
import type { ShownSection } from '../shown.ts';
import type { RobotCheck } from '../turnstile.ts';
import type { upload } from './elements.ts';
import type { KindTemplate } from './field.ts';
import type { FormInPage } from './state.ts';
import type { SummaryTemplate } from './summary.ts';

/** What some forms need beyond what every form does, once fetched. */
export type Extras = {
  robotCheck?: RobotCheck;
  kind?: KindTemplate;
  /** Sends the files of a form that asks for some, and returns what stands for them in its submission. */
  upload?: typeof upload;
  summary?: SummaryTemplate;
  paging?: typeof import('./paging.ts') | undefined;
  confirm?: typeof import('./confirm.ts') | undefined;
  dialog?: Dialog;
};

export type Dialog = Partial<typeof import('../display/dialog.ts')>;

/** Fetches what a form needs beyond what every form does. */
export const fetchExtras = async ({ parts = [] }: OpenForm, host: string): Promise<Extras> => {
  const fetched = parts.map(async (name) => [name, await fetchPart(host, name)]);
  const { kinds, elements, ...extras } = Object.fromEntries(await Promise.all(fetched));
  return {
    ...extras,
    upload: elements?.upload,
    kind: (...field) => elements?.element(...field) ?? kinds?.kind(...field),
  };
};

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
