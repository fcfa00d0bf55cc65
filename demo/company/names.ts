import { chances } from './chance.ts';

/** Someone whom the demo's company knows. */
export type Known = { name: string; email: string; locale: 'en' | 'da' };

const danish = {
  given:
    'Anna Mads Freja Emil Ida Noah Clara Oscar Sofie William Alma Lucas Karla Magnus Josefine Viktor Laura Malthe Agnes Storm',
  family:
    'Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Holm Lund Møller Kjær Dahl Bech',
};
const english = {
  given:
    'Alice Tom Grace Harry Ruby Jack Emily George Isla Leo Amelia Arthur Maya Finn Nora Adam Zoe Hugo Elena Marco',
  family:
    'Smith Taylor Walker Hughes Bennett Clarke Murphy Evans Shaw Brooks Fischer Rossi Novak Silva Janssen',
};

const plain = (name: string): string =>
  name.toLowerCase().replaceAll('ø', 'oe').replaceAll('æ', 'ae').replaceAll('å', 'aa');

/** Returns so many people, each with an address of their own at a domain that never gets mail (RFC 2606). */
export const peopleOf = (count: number): Known[] => {
  const chance = chances(1);
  const pick = (words: string): string => {
    const all = words.split(' ');
    return all[Math.floor(chance() * all.length)] ?? '';
  };
  return Array.from({ length: count }, (_, at): Known => {
    const locale = chance() < 0.6 ? 'da' : 'en';
    const { given, family } = locale === 'da' ? danish : english;
    const name = `${pick(given)} ${pick(family)}`;
    return { name, email: `${plain(name).replace(' ', '.')}.${at + 1}@example.com`, locale };
  });
};
