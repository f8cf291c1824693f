/** 1 + r + r² + … , `terms` of them (an integer, or Infinity), for r = e^logRatio ≤ 1; exact also for r near 1. */
export function geometricSum(logRatio: number, terms: number): number {
  return logRatio === 0 || terms === 0 ? terms : Math.expm1(terms * logRatio) / Math.expm1(logRatio);
}
