/** How long the rest takes, if it goes on as before: "12 s", "3 min". */
export function timeLeft(done: number, of: number, elapsedMs: number): string {
  if (done === 0) return "";
  const seconds = Math.ceil(((elapsedMs / done) * (of - done)) / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
