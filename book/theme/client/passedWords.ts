/**
 * What is said of an answer that its check has nothing against: how much of what it is tried with that was. A book for a
 * class does not know how many tests there are.
 *
 * @param check the check's cell
 * @param took in brackets
 */
export function passedWords(check: HTMLElement, took: string): string {
  const seen = Number(check.dataset.tests ?? 1);
  const more = check.closest<HTMLElement>(".exercise")?.dataset.more;
  const passed = `✓ The ${seen === 1 ? "test" : `${seen} tests`} that you see passed (${took}).`;
  if (more === undefined) return `${passed} More are run when it is handed in.`;
  if (more === "0") return `${passed} There are no others.`;
  const are = more === "1" ? "1 more, which you do not see, is" : `${more} more, which you do not see, are`;
  return `${passed} ${are} run when it is handed in, and by genloss check.`;
}
