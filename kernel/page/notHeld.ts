/** What is said of an import that a page does not hold. @param held what it holds, as cells write it */
export function notHeld(specifier: string, held: readonly string[]): string {
  const words =
    held.length > 0 ? `this page holds ${[...held].sort().join(", ")}` : "this page holds no modules";
  return `Cannot import "${specifier}" in a page: ${words}; open its notebook in Jupyter for others`;
}
