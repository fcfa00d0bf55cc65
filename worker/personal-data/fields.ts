import { KeptDefinition } from '../contract/definition.ts';
import { type Field, FormView } from '../contract/form.ts';
import type { Person } from '../contract/people.ts';
import type { FilledIn } from './store.ts';

/** A field as it was asked for, to be corrected on its own: under no condition, and it may be left empty. */
const alone = (name: string, { label, kind, help, options, ...asked }: Field): Field => ({
  key: name,
  label,
  kind: options ? 'select' : kind === 'hidden' ? 'text' : kind,
  ...(help ? { help } : {}),
  ...(options ? { options } : {}),
  ...(asked.autocomplete ? { autocomplete: asked.autocomplete } : {}),
  ...(asked.minLength !== undefined ? { minLength: asked.minLength } : {}),
  ...(asked.maxLength !== undefined ? { maxLength: asked.maxLength } : {}),
  ...(asked.min !== undefined ? { min: asked.min } : {}),
  ...(asked.max !== undefined ? { max: asked.max } : {}),
});

/**
 * What is kept with a person besides the address, each field in the words in which it was asked for last
 * and with its value; and what was asked for and is empty.
 */
export const fieldsOf = (person: Person, forms: readonly FilledIn[]): Field[] => {
  const asked = new Map<string, Field>();
  for (const { definition, content } of forms.toReversed()) {
    const shown = FormView.parse(content).sections.flatMap(({ fields }) => fields);
    for (const { key, stores } of KeptDefinition.parse(definition).sections.flatMap(
      ({ fields }) => fields,
    )) {
      const field = shown.find((each) => each.key === key);
      if (stores && field) asked.set(stores, alone(stores, field));
    }
  }
  const names = new Set([...asked.keys(), ...Object.keys(person.fields)]);
  return [...names].map((name) => ({
    ...(asked.get(name) ?? { key: name, label: name, kind: 'text' }),
    value: person.fields[name] ?? '',
  }));
};
