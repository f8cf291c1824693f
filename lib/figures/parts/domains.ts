import { isNode, type Node } from "./mergeFigures.ts";

/** Ends of an axis, or the names on it. */
export type Domain = readonly (number | string)[];

/** The domains of a specification's scales, in the order in which they stand there. */
export function domainsIn(spec: Node): Domain[] {
  const found: Domain[] = [];
  walk(spec, (domain) => {
    found.push(domain);
    return domain;
  });
  return found;
}

/**
 * The specification with its scales' domains wide enough for others, in the same order; as it is, if there are none.
 *
 * @throws {TypeError} if it has more or fewer scales with a domain than there are others
 */
export function withDomains(spec: Node, others: readonly Domain[]): Node {
  if (others.length === 0) return spec;
  const own = domainsIn(spec).length;
  if (own !== others.length) {
    throw new TypeError(
      `Cannot steer a figure: at each setting it must have the same axes, got ${own} domains in place of ${others.length}`,
    );
  }
  let at = -1;
  return walk(spec, (domain) => {
    at += 1;
    return united(domain, others[at]!);
  }) as Node;
}

/** A copy, with what `change` makes of each domain. Rows of data are no part of it. */
function walk(node: unknown, change: (domain: Domain) => Domain, key = ""): unknown {
  if (key === "domain" && Array.isArray(node)) return change(node);
  if (Array.isArray(node)) return node.map((inner) => walk(inner, change));
  if (!isNode(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, inner]) => [
      name,
      name === "data" || name === "usermeta" ? inner : walk(inner, change, name),
    ]),
  );
}

function united(own: Domain, other: Domain): Domain {
  if ([...own, ...other].every((end) => typeof end === "number") && own.length === 2 && other.length === 2) {
    const ends = [...own, ...other] as number[];
    return [Math.min(...ends), Math.max(...ends)];
  }
  return [...other, ...own.filter((name) => !other.includes(name))];
}
