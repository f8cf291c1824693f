/** A sweep into a folder: the same bytes whoever ran it, whatever it lived through, and no folder of somebody else's. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { folderWith } from "../cli/tools/folderWith.ts";
import { type Ended, type Started, startGenloss } from "./tools/genloss.ts";
import { specText } from "./tools/specText.ts";

const genloss = fileURLToPath(new URL("../../cli/genloss.mjs", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
/** Sweeps stand where `generation-loss` is found by its name. */
const home = folderWith({ "package.json": '{ "type": "module" }' });
symlinkSync(join(root, "node_modules"), join(home, "node_modules"));

const spec = specText;
let made = 0;
function specFile(text = spec()): string {
  made += 1;
  const folder = join(home, String(made));
  mkdirSync(folder);
  writeFileSync(join(folder, "spread.ts"), text);
  return join(folder, "spread.ts");
}

const start = (args: readonly string[], cwd: string): Started => startGenloss(["sweep", ...args], cwd);
const run = (args: readonly string[], cwd: string): Promise<Ended> => start(args, cwd).ended;
const results = ["rows.jsonl", "rows.arrow", "runs.arrow", "report.html"];
const bytesOf = (folder: string): string[] =>
  results.map((name) => readFileSync(join(folder, name), "base64"));

const file = specFile();
const cwd = folderWith({});
const whole = await run([file, "-o", "whole", "--workers", "1", "--runs"], cwd);
assert.equal(whole.status, 0, whole.stderr);
const wanted = bytesOf(join(cwd, "whole"));

test("it says what was done, and that the means are near their laws", () => {
  assert.match(whole.stdout, /^4 points, 2400 runs in \d+\.\d s: whole\/report\.html\n/);
  assert.match(
    whole.stdout,
    /\nAll (\d+) means that a law speaks of are within 4 standard errors of it\.\n(\d+) means have a tail so heavy that a few runs make them, and are not compared\.\n$/,
  );
  const [, compared, heavy] = /All (\d+) .*\n(\d+) means/.exec(whole.stdout)!;
  assert.equal(Number(compared) + Number(heavy), 24);
});

for (const workers of [2, 4])
  test(`${workers} threads give the same bytes as one`, async () => {
    const { status, stderr } = await run(
      [file, "-o", `w${workers}`, "--workers", String(workers), "--runs"],
      cwd,
    );
    assert.equal(status, 0, stderr);
    assert.deepEqual(bytesOf(join(cwd, `w${workers}`)), wanted);
  });

test("killed at random moments, and run again, it ends with the same bytes and does little twice", async (t) => {
  let kills = 0;
  for (let i = 0; kills < 8 && i < 40; i += 1) {
    const { child, ended } = start([file, "-o", "killed", "--workers", "2", "--runs"], cwd);
    // From before the first run is kept until late in the work.
    const alive = await Promise.race([ended, pause(700 + 90 * i).then(() => "alive")]);
    if (alive !== "alive") {
      rmSync(join(cwd, "killed"), { recursive: true });
      continue;
    }
    child.kill("SIGKILL");
    await ended;
    kills += 1;
  }
  t.diagnostic(`${kills} kills`);
  assert.ok(kills >= 4, `${kills} kills`);
  const { status, stderr } = await run([file, "-o", "killed", "--runs"], cwd);
  assert.equal(status, 0, stderr);
  assert.deepEqual(bytesOf(join(cwd, "killed")), wanted);
  assert.ok(!existsSync(join(cwd, "killed/running")));
});

const linesOf = (folder: string): string[] =>
  readFileSync(join(cwd, folder, "runs.jsonl"), "utf8").split("\n");
/** A copy of the finished sweep whose kept runs are changed, and no results. */
function changed(name: string, change: (lines: string[]) => string): void {
  mkdirSync(join(cwd, name));
  copyFileSync(join(cwd, "whole/.genloss-sweep.json"), join(cwd, name, ".genloss-sweep.json"));
  writeFileSync(join(cwd, name, "runs.jsonl"), change(linesOf("whole")));
}

test("a last line that a kill cut is run once more", async () => {
  changed("cut", (lines) => lines.slice(0, 3).join("\n") + lines[3]!.slice(0, 400));
  const { status, stderr } = await run([file, "-o", "cut", "--runs"], cwd);
  assert.equal(status, 0, stderr);
  assert.deepEqual(bytesOf(join(cwd, "cut")), wanted);
});

test("a damaged line is told by its number, and is run once more when asked", async () => {
  changed("damaged", (lines) => lines.with(2, lines[2]!.replace(/[A-Za-z]{4}/, "AAAA")).join("\n"));
  const before = readFileSync(join(cwd, "damaged/runs.jsonl"), "utf8");
  const refused = await run([file, "-o", "damaged", "--runs"], cwd);
  assert.equal(refused.status, 2);
  assert.match(
    refused.stderr,
    /^Cannot go on from .*runs\.jsonl: line 3 must be as it was written, and is damaged\n {2}Try {3}--mend/m,
  );
  assert.equal(readFileSync(join(cwd, "damaged/runs.jsonl"), "utf8"), before);
  const mended = await run([file, "-o", "damaged", "--mend", "--runs"], cwd);
  assert.equal(mended.status, 0, mended.stderr);
  assert.match(mended.stderr, /1 damaged lines of runs\.jsonl: their runs are done once more/);
  assert.deepEqual(bytesOf(join(cwd, "damaged")), wanted);
});

test("kept runs of another sweep, and what is no such file, are refused and stay", async () => {
  for (const [name, text] of [
    ["other", undefined],
    ["rubbish", "hello\n"],
  ] as const) {
    changed(name, (lines) => text ?? lines.join("\n"));
    const before = readFileSync(join(cwd, name, "runs.jsonl"), "utf8");
    const another = specFile(spec().replace("seed: 3", "seed: 4"));
    const { status, stderr } = await run([another, "-o", name], cwd);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /^Cannot go on from .*runs\.jsonl: it must hold runs of this sweep, and /m);
    assert.equal(readFileSync(join(cwd, name, "runs.jsonl"), "utf8"), before);
  }
});

test("a file that the sweep imports counts as its own", async () => {
  const importing = specFile(`import { seed } from "./seed.ts";\n${spec().replace("seed: 3", "seed")}`);
  writeFileSync(join(importing, "../seed.ts"), "export const seed = 5;");
  assert.equal((await run([importing, "-o", "importing"], cwd)).status, 0);
  writeFileSync(join(importing, "../seed.ts"), "export const seed = 6;");
  const { status, stderr } = await run([importing, "-o", "importing"], cwd);
  assert.equal(status, 2);
  assert.match(stderr, /of this one before it or the code under it changed/);
});

test("a full disk is said, keeps what was kept, and the same command goes on", async (t) => {
  if (process.platform !== "linux") return t.skip("limits of files as here are Linux's");
  // A file may grow to 40 blocks of 512 bytes: then writing fails as on a full disk, if the signal is not heard.
  const limited = spawnSync(
    "bash",
    [
      "-c",
      `trap '' XFSZ; ulimit -f 40; exec "$0" "$@"`,
      process.execPath,
      genloss,
      "sweep",
      file,
      "-o",
      "full",
    ],
    { cwd, encoding: "utf8" },
  );
  assert.equal(limited.status, 2, limited.stderr);
  assert.match(limited.stderr, /Cannot keep runs in .*full\/runs\.jsonl: EFBIG/);
  assert.match(limited.stderr, /What was kept before is good: make room, and the same command goes on/);
  const { status, stderr } = await run([file, "-o", "full", "--runs"], cwd);
  assert.equal(status, 0, stderr);
  assert.deepEqual(bytesOf(join(cwd, "full")), wanted);
});

test("somebody's folder is refused, and nothing in it is touched", async () => {
  const folder = folderWith({ "mine.txt": "mine" });
  const { status, stderr } = await run([file, "-o", folder], cwd);
  assert.equal(status, 2);
  assert.match(
    stderr,
    /must be a new or an empty folder, or one that genloss sweep made, got one that holds mine\.txt/,
  );
  assert.ok(!existsSync(join(folder, "runs.jsonl")));
});

test("a folder that another process writes is refused", async () => {
  changed("held", (lines) => lines.slice(0, 2).join("\n"));
  writeFileSync(join(cwd, "held/running"), `${process.pid}\n`);
  const { status, stderr } = await run([file, "-o", "held"], cwd);
  assert.equal(status, 2);
  assert.match(stderr, new RegExp(`into .*held: process ${process.pid} does so already`));
});

test("runs that fail name the point and the run, and keep what was done", async () => {
  const failing = specFile(
    spec("")
      .replace(
        "const family",
        "if (size === 50 && range.firstRun > 0) throw new Error('no more');\n    const family",
      )
      .replace("runs: 600", "runs: 60000"),
  );
  const { status, stderr } = await run([failing, "-o", "failing", "--workers", "1"], cwd);
  assert.equal(status, 1, stderr);
  assert.match(stderr, /^Cannot run size=50, from run \d+: Error: no more\n {2}What is done is kept/m);
  assert.ok(linesOf("failing").length > 4);
});

test("--dry-run says what it will cost, and writes nothing", async () => {
  const { status, stdout } = await run([file, "-o", "dry", "--dry-run"], cwd);
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^4 points, 2400 runs at most, of which one takes [\d.e-]+ ms here\nReadings: mean, variance\nAbout \d+ s on \d+ threads?, 0\.1 MB of numbers, \d+ runs to a job\n$/,
  );
  assert.ok(!existsSync(join(cwd, "dry")));
});

for (const [what, text, words] of [
  ["no file", undefined, /Cannot read the sweep .*: it must be a file, and there is none/],
  [
    "a file without a sweep",
    "export default 3;",
    /it must export one value of sweep\(\) of generation-loss\/sweep, got none/,
  ],
  ["a file that does not parse", "export const {", /Cannot read the sweep/],
  [
    "an unknown option",
    spec("metrics: 3,"),
    /Cannot make a sweep: options must hold nothing but .*, got metrics/,
  ],
  [
    "an unknown reading",
    spec().replace("mean: () => 0", "spread: () => 0"),
    /Cannot run size=5: laws must name a reading, of mean, variance, got spread/,
  ],
] as const)
  test(`${what} is told in words, with nothing written`, async () => {
    const path = text === undefined ? join(home, "missing.ts") : specFile(text);
    const { status, stderr } = await run([path, "-o", "none"], cwd);
    assert.equal(status, 2, stderr);
    assert.match(stderr, words);
    assert.ok(!existsSync(join(cwd, "none")));
  });

test("a sweep that ends early has as many runs as it needs, with one thread and with four", async () => {
  const early = specFile(spec('until: { reading: "mean", generation: 1, standardError: 0.04, every: 20 },'));
  for (const workers of ["1", "4"]) {
    const { status, stderr } = await run([early, "-o", `early${workers}`, "--workers", workers], cwd);
    assert.equal(status, 0, stderr);
  }
  const rows = ["early1", "early4"].map((name) => readFileSync(join(cwd, name, "rows.jsonl"), "utf8"));
  assert.equal(rows[0], rows[1]);
  const first = rows[0]!
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ reading, generation }) => reading === "mean" && generation === 1);
  // The standard error of the mean of `size` standard normal numbers over n runs is √(1 / (size n)).
  for (const { size, runs, standardError } of first) {
    assert.ok(standardError <= 0.04, `${standardError}`);
    const needed = 1 / (size * 0.04 ** 2);
    assert.ok(
      runs >= 20 && runs <= Math.max(20, 2.5 * needed) && runs % 20 === 0,
      `${size}: ${runs} runs for ${needed}`,
    );
  }
});

test("tables hold the same numbers: every row in JSON and in Arrow, every run in Arrow", () => {
  const rows = readFileSync(join(cwd, "whole/rows.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const arrow = tableFromIPC(readFileSync(join(cwd, "whole/rows.arrow")));
  assert.equal(arrow.numRows, 24);
  assert.deepEqual(
    arrow.toArray().map((row) => row.toJSON()),
    rows,
  );
  const runs = tableFromIPC(readFileSync(join(cwd, "whole/runs.arrow")));
  assert.equal(runs.numRows, 4 * 600 * 3);
  const one = rows.find(
    ({ point, reading, generation }) => point === 2 && reading === "variance" && generation === 40,
  );
  const values = runs
    .toArray()
    .filter((row) => row.point === 2 && row.generation === 40)
    .map((row) => row.variance);
  assert.equal(values.length, 600);
  assert.ok(Math.abs(values.reduce((sum, value) => sum + value, 0) / 600 - one.mean) < 1e-12);
});
