import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeHost } from "../../../kernel/node/nodeHost.ts";
import type { CellFailure } from "../../../kernel/session/describeFailure.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";
import { Session } from "../../../kernel/session/session.ts";
import { parseStackFrame } from "../../../kernel/session/stackFrame.ts";

async function failureOf(...sources: string[]): Promise<CellFailure> {
  const session = new Session(await nodeHost("/tmp/notebook.ipynb"));
  let failure: CellFailure | undefined;
  for (const [index, source] of sources.entries()) {
    const outcome = await session.run({ id: `c${index + 1}`, source, outputs: new OutputQueue(() => {}) });
    if (outcome.status === "error") failure = outcome.failure;
  }
  assert.ok(failure);
  return failure;
}

test("a failure shows no call of ours, and no folder of this machine", async () => {
  const { output } = await failureOf(
    'const f = async () => { await 0; return JSON.parse("{") }',
    "await Promise.all([f(), f()])",
  );
  assert.doesNotMatch(output.traceback.join("\n"), /kernel|session|node:|\/work|\$cell|cell-imports/);
});

test("a failure shows at most ten calls", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `f${index}`);
  const source = names.map((name, i) => `function ${name}() { ${names[i + 1] ?? "nowhere"}() }`).join("\n");
  const { output } = await failureOf(`${source}\nf0()`);
  assert.equal(output.traceback.filter((line) => line.includes("called from")).length, 10);
});

test("a failure finds the cell's line below many calls of a library", async () => {
  const { position } = await failureOf(
    "\nconst deep = (n) => n ? [1].map(() => deep(n - 1)) : nowhere",
    "1\n\ndeep(5)",
  );
  assert.deepEqual(position?.line, 3);
});

test("a failure cuts a message without end", async () => {
  const { message } = await failureOf('throw new Error("x".repeat(1e6))');
  assert.match(message.slice(9_990), /^x{10}… \(990000 more characters\)$/);
});

test("a failure survives every trap of a proxy and every getter", async () => {
  const traps = "get getPrototypeOf has ownKeys getOwnPropertyDescriptor".split(" ");
  const source = `throw new Proxy({}, { ${traps.map((trap) => `${trap}() { throw 1 }`)} })`;
  assert.equal(typeof (await failureOf(source)).name, "string");
  const getters = "name message stack cause".split(" ");
  const all = `const e = new Error(); for (const k of ${JSON.stringify(getters)}) Object.defineProperty(e, k, { get() { throw 1 } }); throw e`;
  assert.equal((await failureOf(all)).message, "(an error that cannot be read)");
});

test("a failure cuts a line without end around the fault", async () => {
  const { excerpt } = await failureOf(
    `const a = "${"x".repeat(50_000)}"; nowhere; const b = "${"y".repeat(50_000)}"`,
  );
  assert.ok(excerpt.length < 500, `${excerpt.length}`);
  const [line = "", caret = ""] = excerpt.split("\n");
  assert.equal(line.slice(caret.indexOf("^")).slice(0, 7), "nowhere");
});

test("a cell may have any id", async () => {
  const session = new Session(await nodeHost("/tmp/notebook.ipynb"));
  for (const id of ["a b", "x(y):1:2", "\uD800", "ü/#?", ""]) {
    const outcome = await session.run({ id, source: "\nnowhere", outputs: new OutputQueue(() => {}) });
    assert.equal(outcome.status === "error" && outcome.failure.position?.line, 2, id);
  }
});

const frames = [
  { text: "    at f (cell:1/a#1:2:3)", callee: "f", location: "cell:1/a#1", line: 2 },
  { text: "    at async Promise.all (index 0)" },
  { text: "    at async cell:1/a#1:2:3", callee: "", location: "cell:1/a#1", line: 2 },
  { text: "    at new A (file:///x/y.ts:10:2)", callee: "new A", location: "file:///x/y.ts", line: 10 },
  { text: "    at Object.g [as h] (/x/y.js:1:2)", callee: "g [as h]", location: "/x/y.js", line: 1 },
  { text: "f@cell:1/a#1:4:5", callee: "f", location: "cell:1/a#1", line: 4 },
  { text: "async*g@https://x.org/b.js:4:5", callee: "g", location: "https://x.org/b.js", line: 4 },
  { text: "Error: at something (else)" },
];
for (const { text, ...expected } of frames) {
  test(`parseStackFrame() reads ${text.trim()}`, () => {
    const found = parseStackFrame(text);
    const { column: _, ...rest } = found ?? { column: 0 };
    assert.deepEqual(rest, expected);
  });
}
