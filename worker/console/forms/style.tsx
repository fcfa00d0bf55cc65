import type { DraftStyle } from '../../contract/draft.ts';
import { type Colours, lengths, REM_PX, styleColours, styleLengths } from '../../contract/style.ts';
import { ourAccent, ourCard } from '../../settings/branding/ours.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Checkbox, Field } from '../kit/fields.tsx';
import { isChecked, type Posted, textOf } from '../kit/posted.ts';
import { localised } from '../kit/words.ts';
import { styleWords } from './words/style.ts';

/** The colours that forms have by default: what a picker starts from. */
const defaultColours: Record<(typeof styleColours)[number], Colours> = {
  accent: ourAccent,
  error: { light: '#b0102c', dark: '#ff9aa8' },
  border: { light: '#767b88', dark: '#8d93a1' },
  field: ourCard,
  dialog: ourCard,
};

type StyleProps = { c: ConsoleContext; style: DraftStyle };

/** A colour in light and in dark; it counts only if its checkbox is checked. */
const ColourFields = ({ c, style, name }: StyleProps & { name: (typeof styleColours)[number] }) => {
  const own = localised(c, styleWords);
  const colours = style[name] ?? defaultColours[name];
  return (
    <fieldset class="colours">
      <legend>
        <Checkbox
          name={`style.${name}`}
          label={own.tokens[name]}
          checked={style[name] !== undefined}
        />
      </legend>
      {(['light', 'dark'] as const).map((scheme) => (
        <label>
          <span>{own[scheme]}</span>
          <input type="color" name={`style.${name}.${scheme}`} value={colours[scheme]} />
        </label>
      ))}
    </fieldset>
  );
};

/** Marketers measure in pixels; a form's lengths follow the size of its page's text (rem). */
const pixelsOf = (rem: number): number => Math.round(rem * REM_PX * 10) / 10;

const LengthField = ({ c, style, name }: StyleProps & { name: (typeof styleLengths)[number] }) => (
  <Field
    name={`style.${name}`}
    type="number"
    min={pixelsOf(lengths[name].least)}
    max={pixelsOf(lengths[name].most)}
    step="any"
    label={localised(c, styleWords).tokens[name]}
    placeholder={String(pixelsOf(lengths[name].usual))}
    value={style[name] === undefined ? undefined : pixelsOf(style[name])}
  />
);

/** Edits a form's style. What is not checked or filled in stays as it is for every form. */
export const StyleCard = ({
  c,
  style = {},
}: {
  c: ConsoleContext;
  style?: DraftStyle | undefined;
}) => {
  const own = localised(c, styleWords);
  return (
    <section class="card wide">
      <h2>{own.title}</h2>
      <p class="help">{own.help}</p>
      {styleColours.map((name) => (
        <ColourFields c={c} style={style} name={name} />
      ))}
      <div class="sides">
        {styleLengths.map((name) => (
          <LengthField c={c} style={style} name={name} />
        ))}
      </div>
    </section>
  );
};

const lengthOf = (text: string): number | undefined => {
  const pixels = Number.parseFloat(text.replace(',', '.'));
  return Number.isFinite(pixels) ? pixels / REM_PX : undefined;
};

/** Returns the style that a posted editor holds; undefined if nothing of it is checked or filled in. */
export const styleFrom = (posted: Posted): DraftStyle | undefined => {
  const colours = styleColours
    .filter((name) => isChecked(posted, `style.${name}`))
    .map((name) => [
      name,
      {
        light: textOf(posted, `style.${name}.light`),
        dark: textOf(posted, `style.${name}.dark`),
      },
    ]);
  const chosenLengths = styleLengths
    .map((name) => [name, lengthOf(textOf(posted, `style.${name}`))] as const)
    .filter(([, length]) => length !== undefined);
  const style = Object.fromEntries([...colours, ...chosenLengths]);
  return Object.keys(style).length > 0 ? style : undefined;
};
