/** The colours of a summary's charts: as they are drawn, on paper, and what stands for them in the dark. */
export const colours = {
  ink: ["#1c1b19", "#e7e5e0"],
  soft: ["#57534e", "#a8a29e"],
  rule: ["#e7e2d6", "#33373f"],
  bar: ["#0072b2", "#56b4e9"],
  good: ["#00805d", "#1fb58a"],
  partly: ["#8cc6ae", "#2f6b57"],
  wrong: ["#d55e00", "#e8752b"],
  thrown: ["#a34a7c", "#d68fb6"],
  stopped: ["#6b4a9e", "#a78bda"],
  nothing: ["#bdb7ab", "#5d626b"],
  waits: ["#e5b700", "#c79a00"],
} as const;

export const colour = (name: keyof typeof colours): string => colours[name][0];

/** Charts are drawn once, in the colours of paper; in the dark a rule of the page replaces each. */
export const darkRules = (): string =>
  Object.values(colours)
    .map(
      ([light, dark]) =>
        `svg [fill="${light}"] { fill: ${dark}; } svg [stroke="${light}"] { stroke: ${dark}; }`,
    )
    .join("\n    ");
