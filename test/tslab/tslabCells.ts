/**
 * Cells in the manner of tslab's own introductory notebooks, for TypeScript and for JavaScript, with what each must
 * show: lines on stdout (a last expression counts: stock tslab prints it), and displays by MIME type.
 */
export interface TslabCell {
  readonly source: string;
  /** Text of stdout and of the value, without the last line break. */
  readonly text?: string;
  /** [MIME type, content] of each display, in order; an update of one that stands counts too. */
  readonly displays?: readonly (readonly [string, unknown])[];
}

const bytes = [137, 80, 78, 71, 1, 2, 250];
const base64 = Buffer.from(bytes).toString("base64");

export const typescriptCells: readonly TslabCell[] = [
  { source: 'import * as tslab from "tslab";\nimport fs from "fs";\nimport * as path from "path";' },
  { source: "console.log('hello from ' + path.basename('a/tslab'))", text: "hello from tslab" },
  { source: "function fib(n: number): number {\n  return n > 1 ? fib(n - 1) + fib(n - 2) : 1;\n}" },
  { source: "{\n  const n = 10;\n  console.log(n, fib(n));\n}", text: "10 89" },
  {
    source: `interface Greeting { text(): string }
class Hello implements Greeting {
  constructor(private name: string) {}
  text(): string { return \`hi \${this.name}\`; }
}
console.log(new Hello("you").text());`,
    text: "hi you",
  },
  { source: "let kind = 'a text';\nkind.length", text: "6" },
  { source: "let kind = [1, 2, 3];\nkind.map((x) => x * 2).length", text: "3" },
  {
    source: "const later = <T>(value: T) => new Promise<T>((done) => setTimeout(() => done(value), 5));",
  },
  { source: "const answer = await later(42);\nanswer + 1", text: "43" },
  { source: "for (const value of [1, 2]) console.log(await later(value));", text: "1\n2" },
  { source: "later(1);", text: "Promise { <pending> }" },
  { source: 'tslab.display.html("some <b>bold</b>")', displays: [["text/html", "some <b>bold</b>"]] },
  { source: 'tslab.display.markdown("some *text*")', displays: [["text/markdown", "some *text*"]] },
  { source: 'tslab.display.latex("$x^2$")', displays: [["text/latex", "$x^2$"]] },
  { source: 'tslab.display.javascript("1 + 1")', displays: [["text/javascript", "1 + 1"]] },
  { source: 'tslab.display.svg("<svg></svg>")', displays: [["image/svg+xml", "<svg></svg>"]] },
  { source: 'tslab.display.text("plain")', displays: [["text/plain", "plain"]] },
  {
    source: `const file = new Uint8Array([${bytes}]);
tslab.display.png(file); tslab.display.jpeg(file); tslab.display.gif(Buffer.from(file)); tslab.display.pdf(file);`,
    displays: [
      ["image/png", base64],
      ["image/jpeg", base64],
      ["image/gif", base64],
      ["application/pdf", base64],
    ],
  },
  { source: 'tslab.display.raw("text/x-own", "own")', displays: [["text/x-own", "own"]] },
  {
    source: 'const place = tslab.newDisplay();\nplace.text("first");\nplace.text("second");',
    displays: [
      ["text/plain", "first"],
      ["text/plain", "second"],
    ],
  },
  {
    source: 'import { display as show } from "tslab";\nshow.text("by name")',
    displays: [["text/plain", "by name"]],
  },
  { source: "console.log(Object.keys(tslab.versions).join())", text: "tslab,typescript,node" },
];

/** As for tslab's JavaScript kernel: no types; `require` for what is no display. */
export const javascriptCells: readonly TslabCell[] = [
  { source: 'import * as tslab from "tslab";\nconst path = require("path");' },
  { source: 'console.log(path.join("a", "b"))', text: "a/b" },
  { source: "function twice(x) { return 2 * x; }\ntwice(4)", text: "8" },
  { source: "class Point { constructor(x) { this.x = x; } }\nnew Point(3).x", text: "3" },
  { source: "await new Promise((done) => setTimeout(done, 5));\nconsole.log('later')", text: "later" },
  { source: 'tslab.display.html("<i>js</i>")', displays: [["text/html", "<i>js</i>"]] },
];
