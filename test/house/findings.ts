import { dirname } from 'node:path';
import { graphOf, tanglesOf } from './graph.ts';
import { apart, closedStores, entries, floors, owners, renderer, widgetForAll } from './rooms.ts';
import type { Import, Source } from './sources.ts';

const within = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** The room of a file: its folder, or itself where it assembles what lies below its folder. */
export const roomOf = (path: string): string => (entries.includes(path) ? path : dirname(path));

/** How high a file stands: the place of its floor, counted from the bottom. */
export const heightOf = (path: string): number => {
  const mine = floors.filter((floor) => within(path, floor));
  const deepest = Math.max(...mine.map(({ length }) => length));
  return floors.findIndex((floor) => mine.includes(floor) && floor.length === deepest);
};

type Arrow = { from: Source; to: Import };

const arrowsOf = (sources: readonly Source[]): Arrow[] =>
  sources.flatMap((from) => from.imports.map((to) => ({ from, to })));

const named = ({ from, to }: Arrow): string => `${from.path} -> ${to.path}`;

const circlesOf = (arrows: readonly Arrow[], nodeOf: (path: string) => string): string[] =>
  tanglesOf(graphOf(arrows.map(({ from, to }) => [nodeOf(from.path), nodeOf(to.path)]))).map(
    (tangle) => tangle.join(' <-> '),
  );

const isApart = ({ from, to }: Arrow): boolean =>
  apart.some(
    ([one, other]) =>
      (within(from.path, one) && within(to.path, other)) ||
      (within(from.path, other) && within(to.path, one)),
  );

const reachesElements = ({ from, to }: Arrow): boolean =>
  within(from.path, 'worker') &&
  !within(from.path, 'worker/tools') &&
  from.path !== renderer &&
  within(to.path, 'widget') &&
  !widgetForAll.some((folder) => within(to.path, folder));

const ownerOf = (table: string): string =>
  Object.entries(owners).find(([, tables]) => tables.includes(table))?.[0] ?? 'nobody';

const strangeWrites = ({ path, writes }: Source): string[] =>
  writes
    .filter((table) => !within(path, ownerOf(table)))
    .map((table) => `${path} writes ${table} of ${ownerOf(table)}`);

/** Looks over the whole house and names every offence against each of its rules. */
export const look = (sources: readonly Source[]) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const arrows = arrowsOf(sources);
  // A test looks at whatever it tests.
  const built = arrows.filter(({ from }) => !within(from.path, 'test'));
  const crossing = (pick: (target: Source) => string[]) =>
    built
      .filter(({ from, to }) => roomOf(from.path) !== roomOf(to.path))
      .flatMap((arrow) => {
        const target = byPath.get(arrow.to.path);
        const picked = target ? pick(target).filter((name) => arrow.to.names.includes(name)) : [];
        return picked.map((name) => `${named(arrow)}: ${name}`);
      });
  return {
    'imports that lead nowhere': built
      .filter(({ to }) => /\.tsx?$/.test(to.path) && !byPath.has(to.path))
      .map(named),
    'circles of files': circlesOf(arrows, (path) => path),
    'circles of rooms': circlesOf(built, roomOf),
    'arrows up': built.filter(({ from, to }) => heightOf(to.path) > heightOf(from.path)).map(named),
    'arrows between floors that stand apart': built.filter(isApart).map(named),
    'elements of the widget outside its renderer': built.filter(reachesElements).map(named),
    "SQL from another room's file": crossing(({ sql }) => sql),
    "writes through another room's store": crossing(({ path, writers }) =>
      /store\.ts$/.test(path) && closedStores.some((floor) => within(path, floor)) ? writers : [],
    ),
    'tables written outside their owner': sources
      .filter(({ path }) => within(path, 'worker'))
      .flatMap(strangeWrites),
  };
};

export type Findings = ReturnType<typeof look>;
