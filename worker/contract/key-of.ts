/** Letters that are no letter with a mark, as they are written without them. */
const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
};

/** Makes a key of a name: `Åbent hus i maj` → `aabent-hus-i-maj`; empty if the name has no letter or digit for one. */
export const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æøåßłđ]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 50)
    .replace(/-$/, '');
