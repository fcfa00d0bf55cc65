// Which data is kept for which purpose, as the published forms ask for it.
import type { FieldDefinition, FormDefinition } from '../../contract/definition.ts';
import type { KeptField } from '../../contract/processing.ts';

/** A published form. */
export type AskingForm = { key: string; definition: FormDefinition };

/** What is kept of people also where no form asks: by hand, by import, by programs. */
const OTHER_SOURCES = ['manual', 'import', 'api'];

type Asked = { form: string; field: FieldDefinition; assigned: boolean };

const purposesOf = ({ sections }: FormDefinition): string[] =>
  sections.flatMap(({ purposes }) => purposes.map(({ purpose }) => purpose));

/** The fields of a form that are asked for a purpose: those that say so, and those that say nothing. */
const askedFor = ({ key, definition }: AskingForm, purpose: string): Asked[] => {
  const own = purposesOf(definition);
  if (!own.includes(purpose)) return [];
  return definition.sections
    .flatMap(({ fields }) => fields)
    .flatMap((field): Asked[] => {
      const named = (field.purposes ?? []).filter((each) => own.includes(each));
      const assigned = named.length > 0 || own.length === 1;
      if (named.length > 0 && !named.includes(purpose)) return [];
      return [{ form: key, field, assigned }];
    });
};

/** The data that is kept for a purpose: the address, and each field that is asked for it. */
export const dataFor = (
  forms: readonly AskingForm[],
  purpose: string,
  sources: ReadonlySet<string>,
): KeptField[] => {
  const asked = forms.flatMap((form) => askedFor(form, purpose));
  const names = [...new Set(['email', ...asked.map(({ field }) => field.stores ?? field.key)])];
  return names.map((name) => {
    const own = asked.filter(({ field }) => (field.stores ?? field.key) === name);
    const isDetail = name === 'email' || own.some(({ field }) => field.stores);
    const ways = [...(own.length > 0 ? ['web-form'] : []), ...(isDetail ? OTHER_SOURCES : [])];
    return {
      field: name,
      labels: own[0]?.field.label ?? {},
      forms: [...new Set(own.map(({ form }) => form))],
      sources: ways.filter((source) => sources.has(source)),
      assigned: name === 'email' || own.every(({ assigned }) => assigned),
    };
  });
};
