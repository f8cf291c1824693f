/** Measures a few times and gives the middle value. */
export function medianOf(repeats: number, measure: () => number): number {
  const values = Array.from({ length: repeats }, measure).sort((a, b) => a - b);
  return values[Math.floor(repeats / 2)] as number;
}
