/** Node's path and what it gets. */
export function nodeOf(program: readonly string[]): { node: string; given: readonly string[] } {
  const [node, ...given] = program;
  if (node === undefined)
    throw new RangeError("Cannot launch: program must begin with the path of node, got nothing");
  return { node, given };
}
