import { type Findings, look, roomOf } from './house/findings.ts';
import { readSources, type Source } from './house/sources.ts';

/** Counts per room what a newcomer would stumble over, and the totals of each rule. */
export const tableOf = (sources: readonly Source[], findings: Findings): string => {
  const built = sources.filter(({ path }) => /^(worker|widget)\//.test(path));
  const rooms = Map.groupBy(built, ({ path }) => roomOf(path));
  const circles = findings['circles of rooms'].map((circle) => circle.split(' <-> '));
  const startsIn = (room: string, offences: readonly string[]) =>
    offences.filter((offence) => roomOf(offence.split(' ')[0] ?? '') === room).length;
  const rows = [...rooms]
    .toSorted()
    .map(([room, files]) => [
      room,
      files.length,
      new Set(
        files
          .flatMap(({ imports }) => imports.map(({ path }) => roomOf(path)))
          .filter((to) => to !== room),
      ).size,
      startsIn(room, findings['arrows up']),
      circles.some((circle) => circle.includes(room)) ? 'yes' : '',
      startsIn(room, findings['tables written outside their owner']),
    ]);
  const head = [
    'room',
    'files',
    'rooms it imports',
    'arrows up',
    'in a circle',
    'tables of others',
  ];
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
    `${rooms.size} rooms, ${built.length} files`,
    ...Object.entries(findings).map(([rule, offences]) => `${offences.length} ${rule}`),
  ].join('\n');
};

if (process.argv.includes('--print')) {
  const root = process.argv[process.argv.indexOf('--print') + 1] ?? '.';
  const sources = readSources(root);
  console.log(tableOf(sources, look(sources)));
}
