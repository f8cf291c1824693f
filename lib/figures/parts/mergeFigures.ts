/** An object of a specification. */
export type Node = Readonly<Record<string, unknown>>;

/** Where specifications differ though they may not: the path, which of them, and what the first and it have there. */
export interface Difference {
  readonly path: string;
  readonly index: number;
  readonly values: readonly [unknown, unknown];
}

/**
 * Several specifications as one: their rows of data joined, each with the columns of its setting and behind a filter;
 * two-number domains of scales united; everything else as all of them have it.
 *
 * @param specs the specifications, one per setting
 * @param settings the columns that the rows of each get
 * @param filter the expression that leaves the rows of one setting
 * @param refuse called at the first difference elsewhere
 */
export function mergeFigures(
  specs: readonly Node[],
  settings: readonly Node[],
  filter: string,
  refuse: (difference: Difference) => never,
): Node {
  const merge = (nodes: readonly unknown[], path: string): unknown => {
    const first = nodes[0];
    const index = nodes.findIndex((node) => !same(node, first));
    if (index < 0) return first;
    if (path.endsWith(".domain") && nodes.every(isSpan)) return united(nodes);
    if (nodes.every(Array.isArray) && nodes.every(({ length }) => length === nodes[0]!.length)) {
      return nodes[0]!.map((_, i) =>
        merge(
          nodes.map((node) => node[i]),
          `${path}[${i}]`,
        ),
      );
    }
    if (nodes.every(isNode)) return mergeNodes(nodes, path);
    return refuse({ path, index, values: [first, nodes[index]] });
  };

  const mergeNodes = (nodes: readonly Node[], path: string): Node => {
    const tables = nodes.map(rowsOf);
    const isSteered = tables.every((rows) => rows !== undefined) && !tables.every((t) => same(t, tables[0]));
    const names = new Set(nodes.flatMap((node) => Object.keys(node)));
    const entries = [...names].map((name): [string, unknown] => {
      if (name !== "data" || !isSteered) {
        const values = nodes.map((node) => node[name]);
        return [name, merge(values, path ? `${path}.${name}` : name)];
      }
      const rows = tables.flatMap((table, i) => table!.map((row) => ({ ...settings[i], ...row })));
      return [name, { values: rows }];
    });
    const merged = Object.fromEntries(entries);
    if (isSteered) merged.transform = [{ filter }, ...((merged.transform as unknown[]) ?? [])];
    return merged;
  };

  return merge(specs, "") as Node;
}

/** The inline rows of a view; undefined if it has none of its own. */
export function rowsOf(view: Node): readonly Node[] | undefined {
  const values = isNode(view.data) ? view.data.values : undefined;
  return Array.isArray(values) && values.every(isNode) ? values : undefined;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isSpan = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === "number");

const united = (spans: readonly (readonly [number, number])[]): [number, number] => [
  Math.min(...spans.map(([low]) => low)),
  Math.max(...spans.map(([, high]) => high)),
];
