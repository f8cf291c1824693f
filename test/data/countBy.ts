/** How often each value of a key occurs; keys in the order of the alphabet. */
export function countBy<Row>(rows: readonly Row[], key: keyof Row): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of rows.map((row) => String(row[key])).sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
