const length = 3;

/** How alike two texts are, 0 to 1: the share of runs of three words or signs that they have in common (Jaccard). */
export function likeness(one: string, other: string): number {
  const [first, second] = [runsOf(one), runsOf(other)];
  if (first.size === 0 || second.size === 0) return 0;
  let shared = 0;
  for (const run of first) if (second.has(run)) shared += 1;
  return shared / (first.size + second.size - shared);
}

function runsOf(text: string): Set<string> {
  const words = text.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + Math.min(length, words.length) <= words.length && i < words.length; i += 1)
    runs.add(words.slice(i, i + length).join(" "));
  return runs;
}
