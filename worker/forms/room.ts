import { imagePattern } from '../contract/field-settings.ts';
import type { Field, OpenForm, PurposeAsked } from '../contract/form.ts';

// What widget/styles/form.styles.ts makes of a form, in em of its font. Kept a little generous: a form that needs
// more room than was kept for it moves the page, one that needs less leaves a line free.
const LINE = 1.5;
const GAP = 1.1;
const CONTROL = 3.05;
const BUTTON = 2.75;
/** How wide a letter is in the middle of a text. */
const LETTER = 0.52;

/** The width of a form, and of the window around it, where each is narrow and where it is wide. */
const NARROW = { form: 20, window: 22.5 };
const WIDE = { form: 32, window: 48 };

const lines = (text: string | undefined, width: number, size = 1): number =>
  text ? Math.ceil((text.length * LETTER * size) / width) * LINE * size : 0;

/** So many pixels are an em for most visitors. */
const PIXELS = 16;

const heightOfImage = (value = '', width: number): number => {
  const [, , w = '1', h = '0'] = imagePattern.exec(value) ?? [];
  const shown = Math.min(width, Number(w) / PIXELS);
  return (shown * Number(h)) / Number(w);
};

const heightOfField = (field: Field, width: number): number => {
  const { kind, label, help, options = [], required, width: share } = field;
  if (kind === 'hidden' || field.when) return 0;
  if (kind === 'heading') return lines(label, width, 1.1) + GAP;
  if (kind === 'paragraph') return lines(label, width) + GAP;
  if (kind === 'image') return heightOfImage(field.value, width) + GAP;
  const note = lines(help, width, 0.875);
  if (kind === 'checkbox') return lines(label, width - 2.15) + 0.4 + note + GAP;
  const choices = kind === 'radio' || kind === 'checkboxes' ? options.length * 1.9 : CONTROL;
  const control = kind === 'textarea' ? CONTROL + 3 * LINE : choices;
  const whole = lines(required ? label : `${label} (optional)`, width) + note + control + GAP;
  return share === 'half' && width > 30 ? whole / 2 : whole;
};

const heightOfPurpose = (
  { asks, text, privacyTitle, subscriptions }: PurposeAsked,
  width: number,
): number => {
  const about = lines(`+ What this means ${privacyTitle}    `, width - 4, 0.875) + 0.7;
  const asked = asks ? lines(text, width - 2.15) + 0.4 : lines(text, width);
  // What can be received shows only once the purpose is agreed to; a notice shows it at once.
  return asked + about + (asks ? 0 : subscriptions.length * 3.5) + GAP;
};

const heightIn = ({ title, intro, sections }: OpenForm, width: number): number => {
  const [first] = sections;
  const above = [lines(title, width, 1.35), lines(intro, width), sections[1] ? 2.5 : 0];
  const within = [
    ...[lines(first?.title, width, 1.1), lines(first?.intro, width)],
    ...(first?.fields ?? []).map((field) => heightOfField(field, width)),
    ...(first?.purposes ?? []).map((purpose) => heightOfPurpose(purpose, width)),
  ];
  const heads = [...above, ...within.slice(0, 2)].filter((height) => height > 0).length;
  const sum = [...above, ...within].reduce((total, height) => total + height, 0);
  return sum + heads * GAP + BUTTON + 1;
};

const rounded = (value: number): number => Math.ceil(value * 10) / 10;

/**
 * The CSS length that keeps room for a form before it is here, so that nothing on the page moves when it
 * comes: as much as it takes on a phone, and less the wider the window is.
 */
export const roomFor = (view: OpenForm): string => {
  const [narrow, wide] = [heightIn(view, NARROW.form), heightIn(view, WIDE.form)];
  const shrink = (narrow - wide) / (WIDE.window - NARROW.window);
  if (shrink <= 0) return `${rounded(narrow)}em`;
  return `max(${rounded(wide)}em, ${rounded(narrow + shrink * NARROW.window)}em - ${rounded(shrink * 100)}vw)`;
};
