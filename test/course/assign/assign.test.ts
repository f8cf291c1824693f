/** What is tried before students get an assignment, with a judge that runs the cells. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { assignAssignment } from "../../../course/assign/assignAssignment.ts";
import { calibrate } from "../../../course/assign/calibrate.ts";
import { clopperPearson } from "../../../course/assign/clopperPearson.ts";
import { lintAssignment } from "../../../course/assign/lintAssignment.ts";
import { drawsIn, reseed } from "../../../course/assign/reseed.ts";
import { noCache, trialCache } from "../../../course/assign/trialCache.ts";
import type { OpenJudge } from "../../../course/assign/trialJudge.ts";
import { trustedJudge } from "../../../course/assign/trustedJudge.ts";
import { readSource } from "../../../course/source/readSource.ts";
import { inWords } from "../../../course/source/sourceFault.ts";
import type { Cell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { cell, lines, sample, sampleWrong } from "../source/tools.ts";

const place = folderWith({});
const openJudge = trustedJudge(({ name }) => join(place, `${name}.ipynb`), 10);
const options = { openJudge, cache: noCache, version: "1", seeds: 200, slots: 2 };

const sourceOf = (notebook: Notebook, wrong = sampleWrong, name = "hw") => ({
  name,
  notebooks: [readSource(notebook, { name, wrong, folder: `source/${name}` })],
  files: new Map<string, Buffer>(),
});
const assigned = (notebook: Notebook, wrong = sampleWrong) =>
  assignAssignment(sourceOf(notebook, wrong), options);
const changed = (id: string, from: string, to: string, given = sample()): Notebook => ({
  ...given,
  cells: given.cells.map(
    (each): Cell => (each.id === id ? { ...each, source: each.source.replace(from, to) } : each),
  ),
});

test("a sound assignment is ready: the solution passes, the starter and the wrong answers do not", async () => {
  const report = await assigned(sample());
  assert.deepEqual(report.faults, []);
  assert.equal(report.isReady, true);
  assert.equal(report.points, 5.50001);
  assert.deepEqual(
    report.cells.map(({ gradeId, kind, tests, wrong, calibration }) => [
      gradeId,
      kind,
      tests,
      wrong,
      calibration,
    ]),
    [
      ["entropy-test", "tests", 3, 2, undefined],
      ["essay", "answer", 0, 0, undefined],
      ["sketch", "task", 0, 0, undefined],
    ],
  );
});

for (const [about, notebook, wrong, says] of [
  [
    "a solution that fails",
    changed("entropy", "share > 0", "true"),
    "",
    'source/hw/hw.ipynb, cell entropy-test: the solution fails the test "a sure event": Error: 0 times infinity',
  ],
  [
    "a solution that throws as it is declared",
    changed("entropy", "function entropy", "throw new Error('no');\nfunction entropy"),
    "",
    'the solution fails the test "visible checks": Error: no',
  ],
  [
    "a test that would give points by its value",
    changed("entropy-test", "// BEGIN HIDDEN", "entropy([0.5, 0.5]) * 1.5\n// BEGIN HIDDEN"),
    "",
    'the solution fails the test "visible checks": it ends in the value 1.5, which gives no points here',
  ],
  [
    "a starter that passes",
    changed("entropy", "return NaN;", "return [0, 0, 1, 0, 2][p.length] === 2 ? 2 : p[0] === 1 ? 0 : 1;"),
    "",
    "what students get passes all tests of entropy-test",
  ],
  [
    "a wrong answer that passes",
    sample(),
    "// %% wrong entropy: not wrong\nconst entropy = (p: number[]) => p.reduce((s, x) => s - (x > 0 ? x * log2(x) : 0), 0);",
    'the wrong answer "not wrong" passes all tests',
  ],
  [
    "a wrong answer that another test rejects",
    sample(),
    sampleWrong
      .replace("-> four sides; visible", "-> a sure event")
      .replace("p.reduce((sum, share) => sum - share * Math.log(share), 0)", "p[0] === 1 ? 0 : 3"),
    'the wrong answer "in nats" passes the test "a sure event", which must reject it',
  ],
] as const)
  test(`${about} is told`, async () => {
    const report = await assigned(notebook, wrong);
    assert.equal(report.isReady, false);
    assert.ok(
      report.faults.some((words) => words.includes(says)),
      report.faults.join("\n"),
    );
  });

for (const [about, notebook, says] of [
  [
    "a starter that does not compile",
    changed("entropy", "return NaN;\n}", ""),
    "cell entropy: what students get of it does not compile",
  ],
  [
    "a test that declares the answer's name",
    changed("entropy-test", "const fair", "const entropy = () => 1;\nconst fair"),
    'cell entropy-test: the test "four sides" declares entropy, so that it would test itself',
  ],
  [
    "tests that declare a name twice",
    changed("entropy-test", "// %% hidden: a sure event", "// %% hidden: a sure event\nconst fair = 1;"),
    'the tests "four sides" and "a sure event" both declare fair',
  ],
  [
    "a name that is declared again below",
    changed("sketch", "", "", {
      ...sample(),
      cells: sample().cells.flatMap((each) =>
        each.id === "entropy-test"
          ? [cell.given("again", "function entropy(p: number[]) { return 1; }"), each]
          : [each],
      ),
    }),
    "cell again declares entropy after the answer",
  ],
  [
    "another language",
    { ...sample(), metadata: { kernelspec: { language: "python" } } },
    'its metadata must say kernelspec.language "typescript", got "python"',
  ],
  ["nothing that gives points", { ...sample(), cells: [cell.words("a", "Hello")] }, "no cell gives points"],
] as const)
  test(`${about} is told before anything runs`, () => {
    const faults = lintAssignment(sourceOf(notebook, "")).map(inWords);
    assert.ok(
      faults.some((words) => words.includes(says)),
      faults.join("\n"),
    );
  });

test("names that cannot be folders are told", () => {
  const faults = lintAssignment(sourceOf(sample(), sampleWrong, "a+b")).map(inWords);
  assert.equal(faults.filter((words) => words.includes("must be letters, digits")).length, 2);
});

/** A die whose fairness is tested by drawing: the test refuses a share that is off by chance, too. */
const dice = (tolerance: number): Notebook =>
  sample(
    cell.given(
      "streams",
      lines(
        "const seeded = (seed: number) => {",
        "  let state = seed >>> 0;",
        "  const next = () => {",
        "    state = (state + 0x9e3779b9) >>> 0;",
        "    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);",
        "    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);",
        "    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;",
        "  };",
        "  return { next };",
        "};",
      ),
    ),
    cell.answer(
      "coin",
      lines(
        "function coin(stream: { next(): number }): 0 | 1 {",
        "  // BEGIN SOLUTION",
        "  return stream.next() < 0.5 ? 1 : 0;",
        "  // END SOLUTION",
        "  return 0;",
        "}",
      ),
    ),
    cell.tests(
      "coin-test",
      1,
      lines(
        "// BEGIN HIDDEN TESTS",
        "// %% hidden: half of them",
        "const stream = seeded(4);",
        "let heads = 0;",
        "for (let i = 0; i < 100; i += 1) heads += coin(stream);",
        `if (Math.abs(heads - 50) > ${tolerance}) throw new Error("not fair: " + heads);`,
        "// END HIDDEN TESTS",
      ),
    ),
  );

test("tests that draw are tried with 200 seeds, and the rate at which they reject the right answer is near the law's", async () => {
  const report = await assigned(dice(10));
  assert.deepEqual(report.faults, []);
  const { calibration } = report.cells.find(({ gradeId }) => gradeId === "coin-test") ?? {};
  assert.ok(calibration);
  assert.equal(calibration.seeds, 200);
  // P(|heads − 50| > 10) of 100 fair throws is 0.0352 (binomial, exactly summed); four standard errors of 200 trials: 0.052.
  const rate = calibration.failed / 200;
  assert.ok(Math.abs(rate - 0.0352) < 0.052, `${rate}`);
  assert.ok(calibration.failed > 0, "another seed is another draw");
  assert.deepEqual(calibration.byTest, { "half of them": calibration.failed });
  assert.ok(calibration.atMost > rate);
});

test("what was tried is known the next time, and a changed test is tried anew", async () => {
  const folder = folderWith({});
  let opened = 0;
  const counting: OpenJudge = (notebook, one) => {
    opened += 1;
    return openJudge(notebook, one);
  };
  const run = (notebook: Notebook) =>
    assignAssignment(sourceOf(notebook), {
      ...options,
      openJudge: counting,
      cache: trialCache(folder, "hw"),
    });
  const first = await run(dice(45));
  assert.equal(opened, 2);
  assert.deepEqual(await run(dice(45)), first);
  assert.equal(opened, 2, "the second time nothing runs");
  await run(changed("entropy-test", "0 times infinity", "zero", dice(45)));
  assert.equal(opened, 3, "only the changed exercise runs");
});

test("reseed() varies the seeds and the stream that tests name, and nothing else", () => {
  const test_ = (source: string) => ({ title: "t", hidden: true, source });
  const of = (...sources: string[]) => reseed(sources.map(test_), 2).map(({ source }) => source);
  assert.deepEqual(of('const s = seeded(7).split("x"); f(s, 7)'), [
    'const s = seeded((7) + 2000006).split("x"); f(s, 7)',
  ]);
  assert.deepEqual(of("a(seeded(1)); b(seeded(40 + n));"), [
    "a(seeded((1) + 2000006)); b(seeded((40 + n) + 2000006));",
  ]);
  assert.deepEqual(of('f(rng.split("a"), { rng, x: o.rng });'), [
    'f(rng.split("round 2").split("a"), { rng: rng.split("round 2"), x: o.rng });',
  ]);
  assert.deepEqual(of("const rng = seeded(3);", "f(rng)"), ["const rng = seeded((3) + 2000006);", "f(rng)"]);
  assert.deepEqual(of("f({ rng: seeded(1) })"), ["f({ rng: seeded((1) + 2000006) })"]);
  assert.deepEqual(reseed([test_("seeded(1)")], 0), [test_("seeded(1)")]);
  assert.equal(drawsIn([test_('check("rng", seededValue)')]), false);
  assert.equal(drawsIn([test_("1"), test_("rng.next()")]), true);
});

test("calibrate() refuses fewer than 200 seeds", async () => {
  const judge = await openJudge(
    sourceOf(sample()).notebooks[0]!.manifest,
    sourceOf(sample()).notebooks[0]!.manifest.cells[0]!,
  );
  await assert.rejects(
    calibrate(judge, { tests: [] }, new Map(), 199),
    /seeds must be a whole number from 200 on, got 199/,
  );
});

// Closed forms where there are some; the others by bisection of the binomial sum with Python's exact binomial coefficients.
for (const [k, n, bound] of [
  [0, 200, 1 - 0.05 ** (1 / 200)],
  [0, 1, 0.95],
  [1, 1, 1],
  [1, 2, Math.sqrt(0.95)],
  [3, 200, 0.03830970849856936],
  [20, 200, 0.14198925159094505],
  [199, 200, 0.9997435664127766],
] as const)
  test(`the bound for ${k} of ${n}`, () => {
    assert.ok(Math.abs(clopperPearson(k, n, 0.95) - bound) < 1e-9, `${clopperPearson(k, n, 0.95)}`);
  });
