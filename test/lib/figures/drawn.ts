import type { Figure } from "../../../lib/index.ts";

type Node = Record<string, unknown>;

/** What one layer of a figure draws. */
export interface Drawn {
  /** The mark, its own colour, what it leaves out, and which field stands where: "area #9a3412 x=generation y=low y2=high". */
  readonly how: string;
  /** The rows that it is given; its filter, if it has one, stands in `how`. */
  readonly rows: readonly Node[];
}

/** The layers of a figure from back to front, each with what it has from the views around it. */
export function drawn(spec: Figure | Node, outer: { rows: Node[]; encoding: Node } = empty): Drawn[] {
  const view = spec as Node;
  const values = (view.data as { values?: Node[] } | undefined)?.values;
  const encoding = { ...outer.encoding } as Record<string, Node | null>;
  for (const [channel, own] of Object.entries((view.encoding ?? {}) as Record<string, Node | null>)) {
    encoding[channel] = own === null ? null : { ...encoding[channel], ...own };
  }
  const inner = { rows: values ?? outer.rows, encoding: encoding as Node };
  const layers = (view.layer ?? view.concat) as Node[] | undefined;
  if (layers) return layers.flatMap((layer) => drawn(layer, inner));
  const mark = (typeof view.mark === "string" ? { type: view.mark } : view.mark) as Node;
  const steps = (view.transform ?? []) as Node[];
  const filters = steps.flatMap(({ filter }) => (filter === undefined ? [] : [String(filter)]));
  const places = Object.entries(encoding).flatMap(([channel, def]) => {
    const { test, value } = (def?.condition ?? {}) as Node;
    const condition = test === undefined ? "" : ` if ${test} ${value} else `;
    if (def?.field !== undefined) return [`${channel}=${def.field}${axisOf(channel, def)}`];
    return def?.value !== undefined ? [`${channel}:${condition}${def.value}`] : [];
  });
  const dash = mark.strokeDash && `dashed ${String(mark.strokeDash)}`;
  const how = [mark.type, mark.text, mark.color, dash, ...filters.map((filter) => `(${filter})`), ...places];
  return [{ how: how.filter((word) => word !== undefined).join(" "), rows: inner.rows }];
}

/** What an axis does to places: its ends, a logarithm, whether it must begin at 0, whether it runs backwards. */
function axisOf(channel: string, { scale }: Node): string {
  if (channel !== "x" && channel !== "y") return "";
  const { domain, type, zero, reverse } = (scale ?? {}) as Node;
  return (
    (domain === undefined ? "" : `[${String(domain)}]`) +
    (type === "log" ? " log" : "") +
    (zero === undefined ? "" : zero ? " from 0" : " from anywhere") +
    (reverse ? " down" : "")
  );
}

const empty = { rows: [], encoding: {} };

/** What each name of a scale looks like: the pairs of its domain and range, by channel, in the first layer that has it. */
export function looks(spec: unknown, channel: string): [unknown, unknown][] {
  if (typeof spec !== "object" || spec === null) return [];
  const node = spec as Node;
  const scale = (
    node.encoding as Record<string, { scale?: { domain?: unknown[]; range?: unknown[] } }> | undefined
  )?.[channel]?.scale;
  if (scale?.domain && scale.range) return scale.domain.map((name, i) => [name, scale.range![i]]);
  for (const inner of Object.values(node)) {
    const found = looks(inner, channel);
    if (found.length > 0) return found;
  }
  return [];
}
