import type { Domain } from "./domains.ts";
import { isNode, type Node, rowsOf } from "./mergeFigures.ts";

/** A layer of a panel with what it has from the views around it. */
interface Layer {
  readonly rows: readonly Node[];
  readonly folds: readonly { readonly fold: readonly string[]; readonly as: readonly string[] }[];
  readonly encoding: Readonly<Record<string, Node>>;
  readonly mark: string;
}

const positions = { x: ["x", "x2"], y: ["y", "y2"] } as const;
type Axis = keyof typeof positions;

/**
 * A specification whose axes do not move when a filter changes: every x and y scale without a domain gets the one of
 * all its rows, as Vega-Lite would choose it for them.
 *
 * @param given domains to use instead
 * @param refuse called with an axis whose data the specification computes itself, so that its domain must be given
 */
export function stillAxes(
  spec: Node,
  given: Partial<Record<Axis, Domain>>,
  refuse: (axis: Axis) => never,
): Node {
  const children = ["hconcat", "vconcat", "concat"].find((name) => Array.isArray(spec[name]));
  if (children) {
    const inherited = { data: spec.data, transform: spec.transform };
    const panels = (spec[children] as Node[]).map((panel) => {
      const { data, transform, ...still } = stillAxes({ ...inherited, ...panel }, given, refuse);
      return { ...still, ...("data" in panel && { data }), ...("transform" in panel && { transform }) };
    });
    return { ...spec, [children]: panels };
  }
  if (isNode(spec.spec)) return { ...spec, spec: inPanel(spec.spec, layersOf(spec.spec, startOf(spec))) };
  return inPanel(spec, layersOf(spec, nothing));

  function inPanel(panel: Node, layers: readonly Layer[]): Node {
    let still = panel;
    for (const axis of ["x", "y"] as const) {
      const domain = given[axis] ?? domainOf(axis, layers, refuse);
      if (domain) still = withDomain(still, axis, domain, !given[axis], false);
    }
    return still;
  }
}

const nothing: Layer = { rows: [], folds: [], encoding: {}, mark: "" };
const startOf = (view: Node): Layer => ({ ...nothing, rows: rowsOf(view) ?? [], folds: foldsOf(view) });

function layersOf(view: Node, outer: Layer): Layer[] {
  const own = isNode(view.encoding) ? (view.encoding as Record<string, Node>) : {};
  const encoding = { ...outer.encoding };
  for (const [channel, def] of Object.entries(own)) encoding[channel] = { ...encoding[channel], ...def };
  const mark = isNode(view.mark) ? String(view.mark.type) : String(view.mark ?? "");
  const layer = {
    rows: rowsOf(view) ?? outer.rows,
    folds: [...outer.folds, ...foldsOf(view)],
    encoding,
    mark,
  };
  return Array.isArray(view.layer) ? view.layer.flatMap((inner: Node) => layersOf(inner, layer)) : [layer];
}

const foldsOf = (view: Node): Layer["folds"] =>
  ((view.transform ?? []) as Node[]).filter((step) => "fold" in step) as unknown as Layer["folds"];

/** The values that a layer shows along an axis. */
function valuesOf(axis: Axis, { rows, folds, encoding }: Layer): unknown[] {
  return positions[axis].flatMap((channel) => {
    const field = encoding[channel]?.field;
    if (typeof field !== "string") return [];
    const fold = folds.find(({ as }) => as[1] === field);
    const fields = fold ? fold.fold : [field];
    return rows.flatMap((row) => fields.map((name) => row[name])).filter((value) => value != null);
  });
}

/** The domain of an axis over all rows; undefined if the axis has one, or shows no data. */
function domainOf(axis: Axis, layers: readonly Layer[], refuse: (axis: Axis) => never): Domain | undefined {
  const shown = layers.filter(({ encoding }) => typeof encoding[axis]?.field === "string");
  const scales = shown.map(({ encoding }) => (encoding[axis]!.scale ?? {}) as Node);
  if (shown.length === 0 || scales.some(({ domain }) => domain !== undefined)) return undefined;
  const values = shown.flatMap((layer) => valuesOf(axis, layer));
  if (values.length === 0 || shown.some((layer) => stacks(axis, layer))) return refuse(axis);

  if (shown[0]!.encoding[axis]!.type !== "quantitative") {
    const names = [...new Set(values as (number | string)[])];
    const { sort } = shown[0]!.encoding[axis]!;
    if (sort === null) return names;
    const order = Array.isArray(sort) ? (sort as typeof names) : names.toSorted((a, b) => (a < b ? -1 : 1));
    return [...order, ...names.filter((name) => !order.includes(name))];
  }
  const numbers = values as number[];
  let [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  // As Vega-Lite does it: axes of amounts start at zero, except along a line.
  const isLinear = scales.every(({ type }) => type === undefined || type === "linear");
  const fromZero = axis === "y" || shown.some(({ mark }) => !/line|area|trail/.test(mark));
  if (isLinear && fromZero && scales.every(({ zero }) => zero !== false)) {
    [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  }
  return [low, high];
}

/** Bars and areas of several series, which Vega-Lite may put on one another: their sums are not in the rows. */
function stacks(axis: Axis, { mark, encoding }: Layer): boolean {
  const { [axis]: def, [axis === "x" ? "y" : "x"]: across } = encoding;
  const isStackable = /bar|area/.test(mark) && !encoding.x2 && !encoding.y2 && def?.stack !== null;
  const hasSeries = ["color", "fill", "detail"].some((channel) => encoding[channel]?.field !== undefined);
  return isStackable && hasSeries && def?.type === "quantitative" && across?.field !== undefined;
}

/** The view with a domain wherever one of its encodings of the axis has a scale, or a field and no scale above. */
function withDomain(view: Node, axis: Axis, domain: Domain, nice: boolean, hasScale: boolean): Node {
  const encoding = view.encoding as Record<string, Node> | undefined;
  const def = encoding?.[axis];
  const takes = isNode(def) && (isNode(def.scale) || (def.field !== undefined && !hasScale));
  const isNumbers = typeof domain[0] === "number" && domain.length === 2;
  const scale = { ...(nice && isNumbers && { nice: true }), ...(def?.scale as Node | undefined), domain };
  const layer = view.layer as Node[] | undefined;
  return {
    ...view,
    ...(takes && { encoding: { ...encoding, [axis]: { ...def, scale } } }),
    ...(layer && { layer: layer.map((inner) => withDomain(inner, axis, domain, nice, hasScale || takes)) }),
  };
}
