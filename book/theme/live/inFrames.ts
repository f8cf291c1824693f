/** Of the 16 ms of a frame, what work may take so that the page goes on moving. */
const shareMs = 6;

/** Does work step by step, as much in each frame as it has time for, until a step says that none is left. */
export function inFrames(step: () => boolean): void {
  requestAnimationFrame(() => {
    const until = performance.now() + shareMs;
    while (step()) {
      if (performance.now() < until) continue;
      inFrames(step);
      return;
    }
  });
}
