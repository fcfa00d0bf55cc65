import { type Colours, type FormStyle, styleColours, styleLengths } from '../contract/style.ts';
import { readableOn } from '../settings/branding/contrast.ts';

const lightDark = ({ light, dark }: Colours): string => `light-dark(${light},${dark})`;

const readable = ({ light, dark }: Colours): Colours => ({
  light: readableOn(light),
  dark: readableOn(dark),
});

/** The tokens that a style sets, without their prefix, and what to. */
const tokens = (style: FormStyle): [name: string, value: string][] => [
  ...styleColours.flatMap((name): [string, string][] => {
    const colours = style[name];
    if (!colours) return [];
    const hasText = name === 'accent' || name === 'dialog';
    return [
      [name, lightDark(colours)],
      ...(hasText ? [[`on-${name}`, lightDark(readable(colours))] as [string, string]] : []),
    ];
  }),
  ...styleLengths.flatMap((name): [string, string][] =>
    style[name] === undefined ? [] : [[name, `${style[name]}rem`]],
  ),
];

/** What the element puts on itself: declarations that give way to the page's own tokens. */
export const elementStyle = (style: FormStyle): string =>
  tokens(style)
    .map(([name, value]) => `--${name}:var(--samtykke-${name},${value})`)
    .join(';');

/** What a hosted page says of its form, before any script runs. */
export const pageStyle = (style: FormStyle = {}): string => {
  const declarations = tokens(style).map(([name, value]) => `--samtykke-${name}:${value}`);
  return declarations.length > 0 ? `samtykke-form{${declarations.join(';')}}` : '';
};
