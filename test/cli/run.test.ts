import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { fingerprint } from "./tools/fingerprint.ts";
import { folderWith } from "./tools/folderWith.ts";

const genloss = fileURLToPath(new URL("../../cli/genloss.mjs", import.meta.url));
/** The Node that a user may have: the one outside the project, as far as there is one. */
const oldNode = (process.env.PATH ?? "")
  .split(":")
  .map((folder) => join(folder, "node"))
  .find((path) => {
    const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
    return /^v(?:1\d|20)\./.test(stdout ?? "");
  });

const code = (source: string): object => ({
  cell_type: "code",
  id: "a",
  source,
  metadata: {},
  outputs: [],
  execution_count: null,
});
const notebook = (source: string, more: object = {}): string =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [code(source)], ...more });

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(folder: string, flags: readonly string[], node = process.execPath): Promise<Ended> {
  const child = spawn(node, [genloss, "run", ...flags], { cwd: folder });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const [status] = (await once(child, "close")) as [number | null];
  return { status, stdout, stderr };
}

const refused: { why: string; file?: string; flags?: string[]; status: number; says: RegExp }[] = [
  {
    why: "a file that is no JSON",
    file: "not json {",
    status: 2,
    says: /Cannot read .*n\.ipynb: it must be JSON/,
  },
  { why: "an empty file", file: "", status: 2, says: /the file is empty/ },
  { why: "JSON that is no notebook", file: '{"a":1}', status: 2, says: /it is JSON but no notebook/ },
  { why: "no cells", file: notebook("", { cells: [] }), status: 2, says: /at least one cell, got none/ },
  {
    why: "nbformat 3",
    file: notebook("", { nbformat: 3 }),
    status: 2,
    says: /nbformat must be 4, got 3; convert it/,
  },
  { why: "a folder", flags: ["."], status: 2, says: /it is a folder/ },
  { why: "a missing file", flags: ["nowhere.ipynb"], status: 2, says: /there is no such file/ },
  {
    why: "a Python notebook",
    file: notebook("1", { metadata: { language_info: { name: "python" } } }),
    status: 2,
    says: /must be TypeScript, got python/,
  },
  {
    why: "a cell with a syntax error",
    file: notebook("\nconst = 1"),
    status: 1,
    says: /cell 1 \("a"\), line 2[\s\S]*> 2 \| const = 1[\s\S]*SyntaxError: [\s\S]*Nothing was written/,
  },
  {
    why: "a failing cell",
    file: notebook("1\nnowhere"),
    status: 1,
    says: /line 2[\s\S]*ReferenceError: nowhere is not defined/,
  },
  {
    why: "a failing cell, in place",
    file: notebook("nowhere"),
    flags: ["n.ipynb", "--in-place"],
    status: 1,
    says: /nowhere is not defined/,
  },
  { why: "an unknown flag", flags: ["n.ipynb", "--nope"], status: 2, says: /unknown option '--nope'/ },
  { why: "no file", flags: [], status: 2, says: /missing required argument/ },
  { why: "two files", flags: ["n.ipynb", "m.ipynb"], status: 2, says: /too many arguments/ },
  {
    why: "a timeout that is no number",
    flags: ["n.ipynb", "--timeout", "soon"],
    status: 2,
    says: /--timeout must be a number of seconds above 0 .*got soon/,
  },
  { why: "a timeout below 0", flags: ["n.ipynb", "--timeout=-1"], status: 2, says: /--timeout must be/ },
  {
    why: "a timeout longer than a timer",
    flags: ["n.ipynb", "--timeout", "1e12"],
    status: 2,
    says: /at most 2147483/,
  },
  {
    why: "--out with --in-place",
    flags: ["n.ipynb", "--out", "o.ipynb", "--in-place"],
    status: 2,
    says: /not both/,
  },
  {
    why: "the notebook as --out",
    flags: ["n.ipynb", "--out", "./n.ipynb"],
    status: 2,
    says: /must name another file/,
  },
  { why: "a folder as --out", flags: ["n.ipynb", "--out", "."], status: 2, says: /it is a folder/ },
  {
    why: "an --out below a file",
    flags: ["n.ipynb", "--out", "other.txt/x/o.ipynb"],
    status: 2,
    says: /Cannot write/,
  },
];

describe("genloss run", { concurrency: 2 }, () => {
  for (const { why, file = notebook("1 + 1"), flags = ["n.ipynb"], status, says } of refused) {
    for (const node of [process.execPath, ...(oldNode ? [oldNode] : [])]) {
      test(`refuses ${why}, and touches nothing (${node === oldNode ? "Node 20 or older" : "our Node"})`, async () => {
        const folder = folderWith({ "n.ipynb": file, "other.txt": "other" });
        const before = fingerprint(folder);
        const ended = await run(folder, flags, node);
        assert.equal(ended.status, status, ended.stderr);
        assert.match(ended.stderr, says);
        assert.doesNotMatch(ended.stderr, /\n\s+at |bug in genloss/);
        assert.deepEqual(fingerprint(folder), before);
      });
    }
  }

  test("refuses a file that it may not read", async () => {
    const folder = folderWith({ "n.ipynb": notebook("1") });
    chmodSync(join(folder, "n.ipynb"), 0o000);
    // Root may read everything but its own memory from the start.
    const file = process.getuid?.() === 0 ? "/proc/self/mem" : "n.ipynb";
    const { status, stderr } = await run(folder, [file]);
    assert.equal(status, 2);
    assert.match(stderr, /^Cannot read .*(?:permission denied|i\/o error)/m);
  });

  test("finds Node 20 or older to be tried with", {
    skip: !oldNode && "there is no Node 20 or older on the PATH",
  }, () => {
    assert.ok(oldNode);
  });

  for (const node of [process.execPath, ...(oldNode ? [oldNode] : [])]) {
    test(`writes a copy with the outputs (${node === oldNode ? "Node 20 or older" : "our Node"})`, async () => {
      const source = notebook("console.log(process.versions.node.split('.')[0]); 6 * 7");
      const folder = folderWith({ "n.ipynb": source });
      const { status, stdout } = await run(folder, ["n.ipynb"], node);
      assert.equal(status, 0);
      assert.match(stdout, /^Wrote n\.out\.ipynb \(\d+\.\d s\)\n$/);
      assert.equal(readFileSync(join(folder, "n.ipynb"), "utf8"), source);
      const [cell] = parseNotebook(readFileSync(join(folder, "n.out.ipynb"), "utf8"), "n.out.ipynb").cells;
      assert.deepEqual(cell?.cell_type === "code" && cell.outputs, [
        { output_type: "stream", name: "stdout", text: "24\n" },
        { output_type: "execute_result", execution_count: 1, data: { "text/plain": "42" }, metadata: {} },
      ]);
      assert.deepEqual(readdirSync(folder).sort(), ["n.ipynb", "n.out.ipynb"]);
    });
  }

  test("--out writes where it is told, also into new folders", async () => {
    const folder = folderWith({ "n.ipynb": notebook("1") });
    const { status, stdout } = await run(folder, ["n.ipynb", "--out", "new/deep/o.ipynb"]);
    assert.deepEqual([status, stdout.startsWith("Wrote new/deep/o.ipynb")], [0, true]);
    assert.ok(statSync(join(folder, "new/deep/o.ipynb")).isFile());
  });

  test("--in-place writes the notebook itself, keeps its permissions, and a link a link", async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, "real"));
    writeFileSync(join(folder, "real/n.ipynb"), notebook("1"));
    chmodSync(join(folder, "real/n.ipynb"), 0o640);
    symlinkSync("real/n.ipynb", join(folder, "n.ipynb"));
    assert.equal((await run(folder, ["n.ipynb", "--in-place"])).status, 0);
    assert.ok(lstatSync(join(folder, "n.ipynb")).isSymbolicLink());
    assert.equal(statSync(join(folder, "real/n.ipynb")).mode & 0o777, 0o640);
    assert.match(readFileSync(join(folder, "real/n.ipynb"), "utf8"), /execute_result/);
  });

  test("--in-place does not write over what was saved meanwhile", async () => {
    // The cell says that it runs, and goes on when the author has saved.
    const wait = `import { existsSync, writeFileSync } from "node:fs";
writeFileSync("running", "");
while (!existsSync("saved")) await new Promise((resolve) => setTimeout(resolve, 20));`;
    const folder = folderWith({ "n.ipynb": notebook(wait) });
    const running = run(folder, ["n.ipynb", "--in-place", "--timeout", "60"]);
    for (let tries = 0; tries < 1000 && !existsSync(join(folder, "running")); tries++) await sleep(20);
    const saved = notebook("'what the author typed meanwhile'");
    writeFileSync(join(folder, "n.ipynb"), saved);
    writeFileSync(join(folder, "saved"), "");
    const { status, stderr } = await running;
    assert.equal(status, 1);
    assert.match(stderr, /it was changed while it ran/);
    assert.equal(readFileSync(join(folder, "n.ipynb"), "utf8"), saved);
  });

  test("--allow-errors goes on, writes and succeeds; --timeout ends a cell", async () => {
    const folder = folderWith({ "n.ipynb": notebook("nowhere"), "long.ipynb": notebook("while (true) {}") });
    assert.equal((await run(folder, ["n.ipynb", "--allow-errors"])).status, 0);
    const { status, stderr } = await run(folder, ["long.ipynb", "--timeout", "1"]);
    assert.equal(status, 1);
    assert.match(stderr, /Timeout: The cell took longer than 1 s/);
  });

  test("leaves the source whole, and no process behind, when it is killed", async () => {
    const wait =
      "import { writeFileSync } from 'node:fs'; writeFileSync('pid', String(process.pid)); await new Promise(() => setInterval(() => {}, 50))";
    const source = notebook(wait);
    const folder = folderWith({ "n.ipynb": source });
    const child = spawn(process.execPath, [genloss, "run", "n.ipynb", "--in-place"], { cwd: folder });
    const pidFile = join(folder, "pid");
    for (let tries = 0; tries < 100 && !readdirSync(folder).includes("pid"); tries++) await sleep(50);
    child.kill("SIGKILL");
    await once(child, "close");
    assert.equal(readFileSync(join(folder, "n.ipynb"), "utf8"), source);
    const pid = Number(readFileSync(pidFile, "utf8"));
    for (let tries = 0; tries < 60 && isAlive(pid); tries++) await sleep(50);
    assert.equal(isAlive(pid), false);
    assert.deepEqual(readdirSync(folder).sort(), ["n.ipynb", "pid"]);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
