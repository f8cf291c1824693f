import { cacheMargin, type Growth } from "./measureGrowth.ts";

const number = (value: number): string => value.toLocaleString("en-GB").replaceAll(",", " ");

/** What was measured, as a table for a reader. */
export function growthTable(growths: readonly Growth[], node: string): string {
  const rows = growths.map(({ line, seconds, slope, standardError, expected, isAbove }) => {
    const [first, last] = [line.sizes[0]!, line.sizes.at(-1)!];
    const grows = `${line.grows}, ${number(first)}–${number(last)}${line.fixed ? `; ${line.fixed}` : ""}`;
    const measured = `${slope.toFixed(2)} ± ${standardError.toFixed(2)}`;
    return `| ${line.what} | ${grows} | ${isAbove ? `**${measured}**` : measured} | ${expected.toFixed(2)} | ${line.algorithm} | ${(1000 * seconds.at(-1)!).toPrecision(2)} |`;
  });
  const above = growths.filter(({ isAbove }) => isAbove).map(({ line }) => `${line.what} (${line.grows})`);
  return `# How cost grows

Made by \`npm run bench -- growth\`, Node ${node}. For each model, metric and loop of the library processor time against a size: at least four sizes,
of five rounds over all of them the least (of three or two, where a run takes half a second, or two). A slope is that of log time against log size over the last four sizes, by least
squares, ± its standard error; beside it the slope of the algorithm's count of steps over the same sizes.
Bold: above the algorithm's by more than two standard errors and ${cacheMargin}, which are left to caches. Below it: what is done once still counts.

${above.length === 0 ? "No slope is above its algorithm's." : `Above: ${above.join("; ")}.`}

| what | grows | slope | algorithm's | algorithm | ms at the largest |
|---|---|---|---|---|---|
${rows.join("\n")}
`;
}
