/** How long work will take that is part done, in words: "about 3 min left". "" while too little is done to tell. */
export function timeLeft(done: number, total: number, passedMs: number): string {
  if (done === 0 || passedMs < 1000 || done >= total) return "";
  const seconds = Math.ceil(((total - done) * passedMs) / done / 1000);
  return seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`;
}
