import type { DraftStyle } from '../../contract/draft.ts';
import { type Colours, lengths, styleColours, styleLengths } from '../../contract/style.ts';
import { ourAccent, ourCard } from '../../settings/branding/ours.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Checkbox, Field } from '../kit/fields.tsx';
import { isChecked, type Posted, textOf } from '../kit/posted.ts';
import { localised } from '../kit/words.ts';
import { formWords } from './words.ts';

/** What a colour starts from when it is first taken: what forms have without one. */
const usual: Record<(typeof styleColours)[number], Colours> = {
  accent: ourAccent,
  error: { light: '#b0102c', dark: '#ff9aa8' },
  border: { light: '#767b88', dark: '#8d93a1' },
  field: ourCard,
  dialog: ourCard,
};

/** How a form looks where it is to look otherwise than others: what is not ticked stays as it is. */
export const StyleCard = ({
  c,
  style = {},
}: {
  c: ConsoleContext;
  style?: DraftStyle | undefined;
}) => {
  const own = localised(c, formWords);
  return (
    <section class="card wide">
      <h2>{own.style}</h2>
      <p class="help">{own.styleHelp}</p>
      {styleColours.map((name) => (
        <fieldset class="colours">
          <legend>
            <Checkbox
              name={`style.${name}`}
              label={own.styles[name]}
              checked={style[name] !== undefined}
            />
          </legend>
          {(['light', 'dark'] as const).map((scheme) => (
            <label>
              <span>{own[scheme]}</span>
              <input
                type="color"
                name={`style.${name}.${scheme}`}
                value={(style[name] ?? usual[name])[scheme]}
              />
            </label>
          ))}
        </fieldset>
      ))}
      <div class="sides">
        {styleLengths.map((name) => (
          <Field
            name={`style.${name}`}
            type="number"
            min={lengths[name].least}
            max={lengths[name].most}
            step="0.05"
            label={own.styles[name]}
            placeholder={lengths[name].usual}
            value={style[name]}
          />
        ))}
      </div>
    </section>
  );
};

const lengthOf = (text: string): number | undefined => {
  const length = Number.parseFloat(text.replace(',', '.'));
  return Number.isFinite(length) ? length : undefined;
};

/** The style that a posted editor says; undefined where nothing of it is ticked or written. */
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
  const measures = styleLengths
    .map((name) => [name, lengthOf(textOf(posted, `style.${name}`))] as const)
    .filter(([, length]) => length !== undefined);
  const style = Object.fromEntries([...colours, ...measures]);
  return Object.keys(style).length > 0 ? style : undefined;
};
