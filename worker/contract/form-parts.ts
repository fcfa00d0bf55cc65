import { simple } from './field-kinds.ts';
import type { OpenForm } from './form.ts';

/** The parts of the widget that some forms need from the start, by name. */
export const partsOfForms = ['kinds', 'paging', 'confirm'] as const;
export type FormPart = (typeof partsOfForms)[number];

/** The parts of the widget that a form needs from the start; the widget and the script of one form ask. */
export const partsOf = ({
  sections,
  confirming,
}: Pick<OpenForm, 'sections' | 'confirming'>): FormPart[] => {
  const fields = sections.flatMap((section) => section.fields);
  const needs = {
    kinds: fields.some(({ kind }) => !simple.test(kind)),
    paging: !!sections[1] || fields.some(({ when }) => when),
    confirm: !!confirming,
  };
  return partsOfForms.filter((part) => needs[part]);
};
