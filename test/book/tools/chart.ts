/** A seeded stand-in for experiments: fixtures need numbers that look alive and never change. */
export function seededDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The chart most chapters have: a quantity by generation, one line per run, and what theory says. */
export function varianceChart(description: string | undefined, runs = 5, generations = 40): object {
  const draw = seededDraws(1);
  const values = Array.from({ length: runs }, (_, run) => {
    let variance = 1;
    return Array.from({ length: generations + 1 }, (_, generation) => {
      if (generation > 0) variance *= Math.exp((draw() - 0.5) * 0.5 - 0.05);
      return { generation, run: `run ${run + 1}`, variance };
    });
  }).flat();
  const law = Array.from({ length: generations + 1 }, (_, generation) => ({
    generation,
    law: Math.exp(-0.05 * generation),
  }));
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    ...(description !== undefined && { description }),
    width: 560,
    height: 280,
    layer: [
      {
        data: { values },
        mark: { type: "line", strokeWidth: 1.5, opacity: 0.75 },
        encoding: {
          x: { field: "generation", type: "quantitative", title: "generation" },
          y: { field: "variance", type: "quantitative", title: "variance" },
          detail: { field: "run" },
          color: { value: "#9a3412" },
        },
      },
      {
        data: { values: law },
        mark: { type: "line", strokeDash: [6, 4], strokeWidth: 2 },
        encoding: {
          x: { field: "generation", type: "quantitative" },
          y: { field: "law", type: "quantitative" },
          color: { value: "#1c1b19" },
        },
      },
    ],
  };
}
