/** The cells of a benchmark, in one language. `index` makes each unlike the ones before. */
export interface Dialect {
  readonly expression: string;
  expressionLike(index: number): string;
  declaring(index: number): string;
  /** Imports of a large package, by its name; a name missing here is not measured. */
  readonly imports: Readonly<Record<string, string>>;
  /** Code to complete at its end, and a name it declares. */
  readonly completing: string;
  readonly inspected: string;
  readonly endless: string;
  printing(lines: number): string;
}

export const typescript: Dialect = {
  expression: "1+1",
  expressionLike: (index) => `1 + ${index} * 2`,
  declaring: (index) =>
    `const v${index}: number = ${index};\nfunction f${index}(x: number): number {\n  return x + v${index};\n}`,
  imports: {
    typescript: 'import * as compiler from "typescript";',
    "vega-lite 6": 'import * as charts from "vega-lite";',
  },
  completing: "const list = [1]; list.ma",
  inspected: "process.version",
  endless: "while (true) {}",
  printing: (lines) => `for (let i = 0; i < ${lines}; i++) console.log("line " + i);`,
};

export const python: Dialect = {
  expression: "1+1",
  expressionLike: (index) => `1 + ${index} * 2`,
  declaring: (index) => `v${index}: int = ${index}\ndef f${index}(x: int) -> int:\n    return x + v${index}`,
  imports: {},
  completing: "import os; os.pa",
  inspected: "print",
  endless: "while True: pass",
  printing: (lines) => `for i in range(${lines}): print("line", i)`,
};
