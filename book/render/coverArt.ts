/**
 * The picture on the cover: the bell curve of a Gaussian that is refitted to few of its own samples, generation
 * after generation, front to back. An illustration, drawn from a formula: the spread shrinks by a tenth each time.
 */
export function coverArt(): string {
  const generations = 22;
  const lines = Array.from({ length: generations }, (_, index) => {
    const generation = generations - 1 - index; // back to front, so that nearer lines cover farther ones
    const spread = 0.9 ** generation;
    const drift = 0.16 * Math.sin(generation * 0.9) * (1 - 0.85 ** generation);
    const base = 292 - generation * 9;
    const height = 60 * spread ** -0.42;
    const inner = Array.from({ length: 65 }, (_, step) => drift + spread * (step - 32) * 0.11);
    const points = [-3, ...inner.filter((x) => Math.abs(x) < 3), 3].map((x) => {
      const y = Math.exp(-(((x - drift) / spread) ** 2) / 2);
      return `${round(320 + x * 104)} ${round(base - y * height)}`;
    });
    const share = generation / (generations - 1);
    const stroke =
      generation === 0
        ? "var(--ink)"
        : `color-mix(in oklab, var(--accent) ${Math.round(share * 100)}%, var(--ink))`;
    return `<path d="M${points.join("L")}" style="stroke:${stroke}"/>`;
  });
  return `<svg class="cover-art" viewBox="4 -56 632 352" aria-hidden="true" focusable="false">${lines.join("")}</svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
