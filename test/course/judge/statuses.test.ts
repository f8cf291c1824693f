import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { CellJudge, type JudgeOptions } from "../../../course/judge/cellJudge.ts";
import { JudgeGround } from "../../../course/judge/judgeGround.ts";
import { StudentProcesses } from "../../../course/judge/student/studentProcesses.ts";
import { variantNotebook } from "../../../course/variants/variantNotebook.ts";
import type { Cell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { code, notebookOf } from "../../book/tools/cells.ts";
import { cell, lines } from "../source/tools.ts";
import { type JudgeBench, judgeBench, limits, noJudging } from "./tools/judgeBench.ts";

const solution = "return n * factor;";
const exercise = notebookOf(
  cell.words("ask", "## Scale\n\nWrite `scale`: n times the factor."),
  cell.free("aside", "const offset = (n: number): number => n + 0;"),
  cell.given("factor", "const factor = 3; // variant"),
  cell.given(
    "rng",
    'import { seeded } from "generation-loss";\nconst list = [3, 1, 2];\nconst rng = seeded(5);',
  ),
  cell.answer(
    "scale",
    lines(
      "async function later(n: number): Promise<number> { return n; }",
      "function scale(n: number): any {",
      "  // BEGIN SOLUTION",
      `  ${solution}`,
      "  // END SOLUTION",
      "}",
    ),
  ),
  cell.tests(
    "test",
    3,
    lines(
      'if (scale(2) !== 2 * factor) throw new Error("twice");',
      "if (list.join() !== '3,1,2') throw new Error('the list is as it was');",
      "if (rng.next() !== seeded(5).next()) throw new Error('the stream stands where it stood');",
      "scale(list);",
      "scale(rng);",
      "// BEGIN HIDDEN TESTS",
      "// %% hidden: large",
      "const got = await scale(1000);",
      'if (got !== 1000 * factor) throw new Error("a thousand times");',
      "// %% hidden: whatever happens",
      "let text = 'fine';",
      "try { if (scale(-1) !== -factor) text = 'wrong'; } catch { text = 'thrown'; }",
      'if (text === "wrong") throw new Error("below zero");',
      "// END HIDDEN TESTS",
    ),
  ),
);

const more = "async function later(n) { return n; }\n";
const scale = (body: string, before = ""): string => `${before}${more}function scale(n) {\n${body}\n}`;
const when = (condition: string, then: string): string => scale(`if (${condition}) { ${then} } ${solution}`);
const [large, below] = ["n === 1000", "n === -1"];

interface Wanted {
  readonly answer: string;
  readonly status: string;
  /** Of the three tests. */
  readonly tests: readonly string[];
  readonly says?: RegExp;
}
const all = (status: string) => ({ status, tests: [status, status, status] });

const statuses: Readonly<Record<string, Wanted>> = {
  "is right": { answer: scale(solution), ...all("pass") },
  "is wrong": { answer: scale("return 1;"), status: "fail", tests: ["fail", "fail", "fail"], says: /twice/ },
  "is wrong once": { answer: when(large, "return 1;"), status: "fail", tests: ["pass", "fail", "pass"] },
  throws: {
    answer: when(large, 'throw new RangeError("too large");'),
    status: "error",
    tests: ["pass", "error", "pass"],
    says: /RangeError: too large/,
  },
  "throws what is no error": {
    answer: when(large, "throw { toString: () => { process.exit(); } };"),
    status: "error",
    tests: ["pass", "error", "pass"],
  },
  "throws what cannot be told": {
    answer: when(large, "throw { get message() { throw 1; }, [Symbol.toPrimitive]: 1 };"),
    status: "error",
    tests: ["pass", "error", "pass"],
  },
  "rejects later": {
    answer: when(large, 'return Promise.reject(new TypeError("later"));'),
    status: "error",
    tests: ["pass", "error", "pass"],
    says: /TypeError: later/,
  },
  "does not compile": {
    answer: "function scale(n { return; }",
    status: "error",
    tests: ["error", "error", "pass"],
    says: /SyntaxError/,
  },
  "fails as its cell runs": {
    answer: `${scale(solution)}\nnothing.there;`,
    status: "error",
    tests: ["error", "error", "pass"],
    says: /nothing is not defined/,
  },
  "has another name": {
    answer: scale(solution).replace("function scale", "function scales"),
    status: "error",
    tests: ["error", "error", "pass"],
    says: /scale is not defined/,
  },
  "never ends": { answer: when(large, "for (;;);"), status: "timeout", tests: ["pass", "timeout", "pass"] },
  "never ends as its cell runs": { answer: `${scale(solution)}\nfor (;;);`, ...all("timeout") },
  "gives a promise that never settles": {
    answer: when(large, "return new Promise(() => {});"),
    status: "timeout",
    tests: ["pass", "timeout", "pass"],
  },
  "gives a thenable that never settles": {
    answer: when(large, "return { then() {} };"),
    status: "timeout",
    tests: ["pass", "timeout", "pass"],
  },
  "waits for ever as its cell runs": {
    answer: `${scale(solution)}\nawait new Promise(() => {});`,
    ...all("timeout"),
  },
  "fills the memory with objects": {
    answer: when(large, "const all = []; for (;;) all.push(new Array(1e5).fill(1.5));"),
    status: "memory",
    tests: ["pass", "memory", "pass"],
  },
  "fills the memory with buffers": {
    answer: when(large, "const all = []; for (;;) all.push(new Uint8Array(1e8).fill(1));"),
    status: "memory",
    tests: ["pass", "memory", "pass"],
  },
  "gives back more than can be read": {
    answer: when(large, 'return "x".repeat(1e8);'),
    status: "memory",
    tests: ["pass", "memory", "pass"],
  },
  "ends its process": {
    answer: when(large, "process.exit(0);"),
    status: "crashed",
    tests: ["pass", "crashed", "pass"],
  },
  "ends its process where the test catches every error": {
    answer: when(below, "process.exit(0);"),
    status: "crashed",
    tests: ["pass", "pass", "crashed"],
  },
  "throws where the test catches every error": { answer: when(below, "throw 1;"), ...all("pass") },
  "looks like a sandbox that does not start": {
    answer: when(large, 'console.error("bwrap: no"); process.exit(125);'),
    status: "crashed",
    tests: ["pass", "crashed", "pass"],
  },
  "cannot be read": {
    answer: `Object.defineProperty(globalThis, "x", { value: 1 }); JSON.stringify = () => "no";\n${scale(solution)}`,
    ...all("crashed"),
  },
  "has values that cannot be carried": { answer: `const scale = Symbol("s");`, ...all("crashed") },
};

suite("statuses", { skip: noJudging }, async () => {
  if (noJudging) return;
  const bench = await judgeBench(exercise);
  after(() => bench[Symbol.dispose]());

  for (const [name, { answer, status, tests, says }] of Object.entries(statuses))
    test(`an answer that ${name}: ${status}`, async () => {
      const judged = await bench.judge({ scale: answer });
      const seen = judged.tests.map((each) => each.status);
      assert.deepEqual([judged.status, seen], [status, tests], JSON.stringify(judged));
      assert.deepEqual([judged.score, judged.points], [status === "pass" ? 3 : 0, 3]);
      if (says)
        assert.ok(
          judged.tests.some(({ message }) => says.test(message ?? "")),
          JSON.stringify(judged),
        );
    });

  test("what was handed out is not attempted", async () => {
    const { status, score, tests } = await bench.judge({});
    assert.deepEqual([status, score, tests], ["not-attempted", 0, []]);
  });

  test("a test that needs the names of the one before sees those of its own submission", async () => {
    const first = await bench.judge({ scale: scale(solution) });
    assert.equal(first.status, "pass");
    for (const answer of ["throw new Error('no cell');", "delete globalThis.x; process.exit();"]) {
      const { status, tests } = await bench.judge({ scale: answer });
      assert.ok(
        tests.every((each) => each.status !== "pass" || each.title === "whatever happens"),
        status,
      );
    }
  });

  test("what an answer prints is kept, up to the limit", async () => {
    const short = await bench.judge({
      scale: scale(solution, 'console.log("hello"); console.error("there");\n'),
    });
    assert.match(short.output, /hello/);
    const long = await bench.judge({ scale: scale(solution, 'console.log("x".repeat(1e6));\n') });
    assert.deepEqual([long.status, long.output.length], ["pass", limits.outputCharacters]);
  });

  test("what an answer changes of the cells above is not there for the next", async () => {
    const spoil = "if (Array.isArray(n)) n.length = 0; else if (typeof n === 'object') n.next();";
    for (const answer of [scale(`${spoil} ${solution}`), scale(solution)])
      assert.equal((await bench.judge({ scale: answer })).status, "pass");
  });

  test("an answer uses a cell of the notebook that the solution does not use", async () => {
    const { status, tests } = await bench.judge({ scale: scale("return offset(n * factor);") });
    assert.equal(status, "pass", JSON.stringify(tests));
  });

  test("an answer uses a cell of its author's own", async () => {
    const helper: Cell = code("mine", "const triple = (n: number): number => n * factor;");
    const cells = bench.release.cells.flatMap((each) =>
      each.id === "scale" ? [helper, { ...each, source: scale("return triple(n);") }] : [each],
    );
    const { status, tests } = await bench.judgeNotebook({ ...bench.release, cells });
    assert.equal(status, "pass", JSON.stringify(tests));
  });

  test("a cell of its author's own that fails declares nothing for the answer below", async () => {
    const broken: Cell = code("mine", "const triple = 3;\nnothing.there;");
    const uses = 'return typeof triple === "undefined" ? n * factor : 0;';
    const cells = bench.release.cells.flatMap((each) =>
      each.id === "scale" ? [broken, { ...each, source: scale(uses) }] : [each],
    );
    const { status, tests } = await bench.judgeNotebook({ ...bench.release, cells });
    assert.equal(status, "pass", JSON.stringify(tests));
  });

  test("each student's own numbers are on both sides", async () => {
    for (const student of ["s1", "s2", "s1"]) {
      const key = { secret: Buffer.alloc(32, 7), assignment: "a", student };
      const { notebook } = variantNotebook(bench.release, "exercise", key);
      const judged = async (body: string): Promise<string> =>
        (await bench.judgeNotebook(answered(notebook, scale(body)))).status;
      assert.equal(await judged(solution), "pass");
      assert.equal(await judged("return n * 3;"), "fail");
    }
  });
});

const answered = (notebook: Notebook, source: string): Notebook => ({
  ...notebook,
  cells: notebook.cells.map((each) => (each.id === "scale" ? { ...each, source } : each)),
});

suite("a share for each test", { skip: noJudging }, async () => {
  if (noJudging) return;
  const bench = await judgeBench(exercise, { credit: "per-test" });
  after(() => bench[Symbol.dispose]());
  const shares: readonly (readonly [string, string, number, ...string[]])[] = [
    [scale(solution), "pass", 3],
    [when(large, "return 1;"), "partial", 2, "a thousand times"],
    [when(large, "process.exit();"), "partial", 2, "the answer ended its process"],
    [when(large, "for (;;);"), "partial", 2, "the answer took too long, and was stopped"],
    [scale("return 1;"), "fail", 0, "twice", "a thousand times", "below zero"],
  ];
  for (const [answer, status, score, ...messages] of shares)
    test(`${score} of 3: ${status}, and why the rest is missing`, async () => {
      const judged = await bench.judge({ scale: answer });
      assert.deepEqual([judged.status, judged.score], [status, score], JSON.stringify(judged));
      assert.deepEqual(
        judged.tests.flatMap(({ message = [] }) => message),
        messages,
      );
    });
});

suite("what is not the answer's fault", { skip: noJudging }, async () => {
  if (noJudging) return;
  const broken: Readonly<Record<string, Partial<JudgeOptions>>> = {
    "a Node that is not there": { node: "/nowhere/node" },
    "no room for the program": { limits: { ...limits, memoryMegabytes: -700 } },
  };
  for (const [name, options] of Object.entries(broken))
    test(`${name}: infra-error`, async () => {
      using bench: JudgeBench = await judgeBench(exercise, options);
      const { status, tests } = await bench.judge({ scale: scale(solution) });
      assert.equal(status, "infra-error", JSON.stringify(tests));
      assert.ok(tests.every((each) => each.status === "infra-error" && (each.message ?? "") !== ""));
    });

  test("a host program that is not there: infra-error", async () => {
    using processes = new StudentProcesses("A");
    using bench = await judgeBench(exercise, { processes });
    const program = { args: ["/nowhere/host.cjs"], files: ["/nowhere/host.cjs"] };
    const options = { limits, credit: "all" as const, slot: 0, node: process.execPath, processes };
    const judge = new CellJudge(
      { ...bench.prepared, program },
      options,
      await JudgeGround.open(bench.prepared.ground),
    );
    const { status, tests } = await judge.judge(answered(bench.release, scale(solution)));
    assert.equal(status, "infra-error", JSON.stringify(tests));
  });

  test("a sandbox that this machine does not have is refused in words", () => {
    const path = process.env.PATH;
    process.env.PATH = "/nowhere";
    try {
      assert.throws(() => new StudentProcesses("A"), /sandbox must reach level A/);
    } finally {
      process.env.PATH = path;
    }
  });
});
