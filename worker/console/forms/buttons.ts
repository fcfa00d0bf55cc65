import type { Draft, DraftSection } from '../../contract/draft.ts';

/** A draft after a button did its part, and which control is to have the focus then. */
export type Applied = { draft: Draft; focus: string };

const freeKey = (draft: Draft): string => {
  const taken = new Set(draft.sections.flatMap(({ fields }) => fields.map(({ key }) => key)));
  for (let n = taken.size; ; n++) if (!taken.has(`field-${n}`)) return `field-${n}`;
};

/** Moves an item by one place, in place; at either end it stays. Returns where it is then. */
const move = <Item>(items: Item[], from: number, by: -1 | 1): number => {
  const to = from + by;
  const [item] = items.slice(from, from + 1);
  if (item === undefined || to < 0 || to >= items.length) return from;
  items.splice(from, 1);
  items.splice(to, 0, item);
  return to;
};

const addLanguage = (draft: Draft, locale: string): Draft => ({
  ...draft,
  locales: locale ? [...new Set([...draft.locales, locale])] : draft.locales,
});

/** Does what a button does to the sections, in place. Returns the control to focus. */
const change = (sections: DraftSection[], draft: Draft, what: string, where: string): string => {
  const [s = 0, f = 0] = where.split('.').map(Number);
  const section = sections[s];
  switch (what) {
    case 'add-field':
      if (!section) return '';
      section.fields.push({ key: freeKey(draft), kind: 'text', label: {} });
      return `s.${s}.f.${section.fields.length - 1}.label`;
    case 'remove-field':
      section?.fields.splice(f, 1);
      return `s.${s}.f.${Math.max(0, f - 1)}.label`;
    case 'field-up':
      return section ? `s.${s}.f.${move(section.fields, f, -1)}.up` : '';
    case 'field-down':
      return section ? `s.${s}.f.${move(section.fields, f, 1)}.down` : '';
    case 'add-section':
      sections.push({ key: freeSectionKey(sections), fields: [], purposes: [] });
      return `s.${sections.length - 1}.title`;
    case 'remove-section':
      sections.splice(s, 1);
      return `s.${Math.max(0, s - 1)}.title`;
    case 'section-up':
      return `s.${move(sections, s, -1)}.up`;
    case 'section-down':
      return `s.${move(sections, s, 1)}.down`;
    default:
      return '';
  }
};

const freeSectionKey = (sections: readonly DraftSection[]): string => {
  const taken = new Set(sections.map(({ key }) => key));
  for (let n = sections.length + 1; ; n++) if (!taken.has(`page-${n}`)) return `page-${n}`;
};

/**
 * Does what a button of the editor asks for: `add-field:0`, `field-up:0.2`, `remove-section:1`; `language` is
 * the one that `add-language` adds.
 */
export const applyButton = (draft: Draft, button: string, language = ''): Applied => {
  const [what = '', where = ''] = button.split(':');
  if (what === 'add-language') return { draft: addLanguage(draft, language), focus: '' };
  const sections = draft.sections.map((section) => ({ ...section, fields: [...section.fields] }));
  const focus = change(sections, draft, what, where);
  return { draft: { ...draft, sections }, focus };
};
