// A student's machine: an empty folder, Node, npm and Python, no checkout. Everything is done by the read-me's commands.
import assert from "node:assert/strict";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { packedPackages } from "../../../cli/packPackages.ts";
import { readExercises } from "../../../course/exercise/readExercises.ts";
import { roleOf } from "../../../course/exercise/readRole.ts";
import { studentFolder } from "../../../course/release/studentFolder.ts";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import type { CodeCell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";
import { findJupyter } from "../../jupyter/tools/jupyter.ts";
import { fromNpm } from "../../tools/fromNpm.ts";
import { endGroup, startGroup } from "../../tools/processGroup.ts";
import { ProgramFailed, runProgram } from "../../tools/runProgram.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const name = "01-a-photocopy-of-a-photocopy";
const file = `${name}.ipynb`;
const above = mkdtempSync(join(tmpdir(), "student-"));
const folder = join(above, "week-1");
after(() => rmSync(above, { recursive: true, force: true }));

/** The commands of the system: nothing that a checkout has put on the path. */
const path = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((place) => !place.includes("node_modules"))
  .join(delimiter);
const env = Object.fromEntries(
  Object.entries({ ...process.env, PATH: path, npm_config_cache: join(homedir(), ".npm") }).filter(
    ([key]) => !/^(?:NODE_|npm_(?!config_(?:cache|registry|userconfig)))|^INIT_CWD$/.test(key),
  ),
);
const student = (command: string, args: readonly string[]) => runProgram(command, args, { cwd: folder, env });

let installed: Promise<unknown> | undefined;
/** The folder as it is handed out, after `npm install`. */
const atWork = (t: TestContext): Promise<unknown> =>
  fromNpm(t, () => {
    installed ??= (async () => {
      const packages = packedPackages(root);
      const notebooks = new Map([[name, await readNotebook(join(root, "notebooks", file))]]);
      const { dependencies: versions } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
      for (const [place, content] of studentFolder({ name, notebooks, packages, versions })) {
        mkdirSync(dirname(join(folder, place)), { recursive: true });
        writeFileSync(join(folder, place), content);
      }
      await student("npm", ["install", "--no-audit", "--no-fund"]);
      return true;
    })();
    return installed;
  });

const checksOf = ({ cells }: Notebook): CodeCell[] =>
  cells.filter((cell) => cell.cell_type === "code").filter((cell) => roleOf(cell).role === "check");
const errorsOf = (cells: readonly CodeCell[]): (string | undefined)[] =>
  cells.map(({ outputs }) => outputs.find((output) => output.output_type === "error")?.ename);
const codeOf = ({ cells }: Notebook): CodeCell[] => cells.filter((cell) => cell.cell_type === "code");

test("npm install brings the library and the kernel, from files in the folder", async (t) => {
  if (!(await atWork(t))) return;
  for (const each of ["generation-loss", "generation-loss-kernel"])
    assert.ok(existsSync(join(folder, "node_modules", each, "package.json")), each);
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  assert.ok(!lock.includes(root) && !lock.includes("solutions"), "nothing leads to the checkout");
});

test("npm start without Python ends in words: what is missing, and the two ways that need none", async (t) => {
  if (!(await atWork(t))) return;
  const bin = join(above, "bin");
  mkdirSync(bin);
  for (const program of ["node", "npm", "sh", "env"]) {
    const found = path
      .split(delimiter)
      .map((place) => join(place, program))
      .find((place) => existsSync(place));
    assert.ok(found, program);
    symlinkSync(found, join(bin, program));
  }
  const started = runProgram("npm", ["start"], { cwd: folder, env: { ...env, PATH: bin } });
  await assert.rejects(started, (error: Error) => {
    assert.ok(error instanceof ProgramFailed);
    assert.match(error.stderr, /Cannot set up Jupyter: Python 3 must be installed, and was not found/);
    assert.match(error.stderr, /npx genloss kernel install --user, with a Jupyter or VS Code/);
    assert.match(error.stderr, /npx genloss run NOTEBOOK\.ipynb, which needs no Python/);
    assert.doesNotMatch(error.stderr, /bug in genloss|\n {4}at /);
    return true;
  });
});

test("npm start opens the notebook in JupyterLab; there, starters fail their checks, on the folder's own kernel", async (t) => {
  const jupyter = await findJupyter();
  if ("reason" in jupyter) return t.skip(jupyter.reason);
  if (!(await atWork(t))) return;
  // As `npm start` makes it, without fetching it from PyPI again.
  rmSync(join(folder, ".venv"), { recursive: true, force: true });
  const places = [join(jupyter.root, ".venv"), join(folder, ".venv")];
  // By links where both are on one disk: nothing in it is written in place.
  await runProgram("cp", ["-al", ...places]).catch(() => {
    rmSync(join(folder, ".venv"), { recursive: true, force: true });
    return runProgram("cp", ["-a", ...places]);
  });
  rmSync(join(folder, ".venv/share/jupyter/kernels"), { recursive: true });

  const port = await freePort();
  const options = ["--no-browser", `--ServerApp.port=${port}`, "--IdentityProvider.token=word"];
  const server = startGroup("npm", ["start", "--", ...options], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (part) => (words += String(part)));
  try {
    const specs = await answerOf(`http://127.0.0.1:${port}/api/kernelspecs?token=word`, () => words);
    const { spec } = (specs as { kernelspecs: Record<string, { spec: { argv: string[] } }> }).kernelspecs
      .genloss!;
    assert.ok(
      spec.argv.includes(join(folder, "node_modules/generation-loss-kernel/kernel/jupyter/main.js")),
      spec.argv.join(" "),
    );
    assert.match(words, new RegExp(`127\\.0\\.0\\.1:${port}/lab/tree/${file}`));
  } finally {
    const ended = once(server, "exit");
    endGroup(server);
    await ended;
  }

  const python = join(folder, ".venv/bin/python");
  await student(python, ["-m", "nbconvert", "--to", "notebook", "--execute", "--output", "ran.ipynb", file]);
  const ran = await readNotebook(join(folder, "ran.ipynb"));
  const checks = checksOf(ran);
  assert.ok(checks.length >= 3);
  assert.deepEqual([...new Set(errorsOf(checks))], ["CheckError"]);
  assert.deepEqual(
    errorsOf(codeOf(ran).filter((cell) => !checks.includes(cell))).filter((error) => error !== undefined),
    [],
  );
});

test("with the solutions put in, npx genloss run passes every check", async (t) => {
  if (!(await atWork(t))) return;
  const notebook = await readNotebook(join(folder, file));
  const solutions = parsePercent(readFileSync(join(root, `notebooks/solutions/${name}.ts`), "utf8"));
  const { exercises } = readExercises(notebook, solutions);
  const answers = new Map(exercises.map(({ starter, solution }) => [starter?.id, solution?.source]));
  const cells = notebook.cells.map((cell) => ({ ...cell, source: answers.get(cell.id) ?? cell.source }));
  writeFileSync(join(folder, file), formatNotebook({ ...notebook, cells }));
  const { stdout } = await student("npx", ["genloss", "run", file]);
  assert.match(stdout, /Wrote 01-.*\.out\.ipynb/);
  const ran = await readNotebook(join(folder, `${name}.out.ipynb`));
  assert.equal(errorsOf(checksOf(ran)).length, exercises.length);
  assert.deepEqual([...new Set(errorsOf(codeOf(ran)))], [undefined]);
});

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as { port: number };
  taken.close();
  return port;
}

async function answerOf(url: string, words: () => string): Promise<unknown> {
  for (let tries = 0; tries < 300; tries += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return response.json();
    await pause(200);
  }
  throw new Error(`JupyterLab did not answer within a minute\n${words()}`);
}
