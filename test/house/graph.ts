/** What each node points to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Makes a graph of pairs; a node that points to itself is no circle and is left out. */
export const graphOf = (pairs: Iterable<readonly [from: string, to: string]>): Graph => {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    const out = graph.get(from) ?? new Set<string>();
    graph.set(from, out);
    if (!graph.has(to)) graph.set(to, new Set());
    if (from !== to) out.add(to);
  }
  return graph;
};

const reachedFrom = (graph: Graph, start: string): Set<string> => {
  const reached = new Set<string>();
  const next = [start];
  for (let node = next.pop(); node !== undefined; node = next.pop())
    for (const to of graph.get(node) ?? [])
      if (!reached.has(to)) {
        reached.add(to);
        next.push(to);
      }
  return reached;
};

/** Finds the tangles of a graph: sets of nodes each of which reaches all the others, largest first. */
export const tanglesOf = (graph: Graph): string[][] => {
  const reach = new Map([...graph.keys()].map((node) => [node, reachedFrom(graph, node)]));
  const placed = new Set<string>();
  const tangles: string[][] = [];
  for (const [node, reached] of reach) {
    if (placed.has(node) || !reached.has(node)) continue;
    const tangle = [...reached].filter((other) => reach.get(other)?.has(node));
    for (const each of tangle) placed.add(each);
    tangles.push(tangle.toSorted());
  }
  return tangles.toSorted((one, other) => other.length - one.length);
};
