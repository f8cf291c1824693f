import type { ImportsTable } from "../page/importsTable.ts";

/** The part of a table that some specifiers need, with what their libraries import on demand. */
export function tableOf(
  { entries, needs }: ImportsTable,
  sources: ReadonlyMap<string, string>,
  specifiers: readonly string[],
): ImportsTable {
  const kept = Object.fromEntries(Object.entries(entries).filter(([name]) => specifiers.includes(name)));
  const wanted = new Set(Object.values(kept));
  for (const name of wanted) {
    for (const needed of needs[name] ?? []) wanted.add(needed);
    // What a library imports on demand is named in its text alone.
    for (const other of sources.keys())
      if (sources.get(name)?.includes(`require.import("./${other}")`)) wanted.add(other);
  }
  return {
    entries: kept,
    needs: Object.fromEntries([...wanted].sort().map((name) => [name, needs[name] ?? []])),
  };
}
