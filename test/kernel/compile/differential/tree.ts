/** A piece of a program that remembers what it is, so that it can be made smaller and stay a program. */
export interface Tree {
  readonly kind: Kind;
  readonly parts: readonly (string | Tree)[];
}

/** A `list` may lose any of its children; the others can become the simplest of their kind. */
export type Kind = "list" | "statement" | "expression" | "type";

const simplest: Readonly<Record<Kind, string | undefined>> = {
  list: undefined,
  statement: undefined,
  expression: "0",
  type: "any",
};

export const textOf = (tree: Tree | string): string =>
  typeof tree === "string" ? tree : tree.parts.map(textOf).join("");

/**
 * The smallest tree, by the steps known here, on which `fails` still holds: statements are left out, expressions and
 * types become parts of themselves or the simplest there is.
 */
export async function shrink(tree: Tree, fails: (tree: Tree) => Promise<boolean>): Promise<Tree> {
  let smallest = tree;
  for (;;) {
    const smaller = await firstThat(variants(smallest), fails);
    if (!smaller) return smallest;
    smallest = smaller;
  }
}

async function firstThat(
  trees: readonly Tree[],
  fails: (tree: Tree) => Promise<boolean>,
): Promise<Tree | undefined> {
  for (const tree of trees) if (await fails(tree)) return tree;
  return undefined;
}

/** Every tree that is one step smaller, the boldest steps first. */
function variants(tree: Tree): Tree[] {
  const found: Tree[] = [];
  if (tree.kind === "list") {
    const children = tree.parts.length;
    for (let size = Math.ceil(children / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let from = 0; from < children; from += size)
        found.push({ ...tree, parts: tree.parts.toSpliced(from, size) });
    }
    for (const [index, part] of tree.parts.entries()) {
      if (typeof part === "string") continue;
      for (const inner of within(part, "list"))
        found.push({ ...tree, parts: tree.parts.toSpliced(index, 1, ...inner.parts) });
    }
  } else {
    found.push(...within(tree, tree.kind));
    const word = simplest[tree.kind];
    if (word !== undefined && textOf(tree) !== word) found.push({ kind: tree.kind, parts: [word] });
  }
  for (const [index, part] of tree.parts.entries()) {
    if (typeof part === "string") continue;
    for (const smaller of variants(part)) found.push({ ...tree, parts: tree.parts.with(index, smaller) });
  }
  return found;
}

/** The pieces of the same kind inside. */
function within(tree: Tree, kind: Kind): Tree[] {
  return tree.parts.flatMap((part) => {
    if (typeof part === "string") return [];
    return part.kind === kind ? [part] : within(part, kind);
  });
}
