import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ensureJupyter } from "../../../cli/ensureJupyter.ts";
import { installKernel } from "../../../kernel/jupyter/install/installKernel.ts";
import type { KernelSpec } from "../../../kernel/jupyter/install/kernelSpec.ts";

/** The project's Jupyter with the kernel in it. */
export interface Jupyter {
  readonly root: string;
  /** A program of the environment, such as "python" or "papermill". */
  program(name: string): string;
  /** How Jupyter starts the kernel. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Jupyter, or why there is none: then tests are skipped with that reason; in CI it is an error. */
export type Found = Jupyter | { readonly reason: string };

/** What Jupyter calls the kernel in these tests. */
export const kernelName = "genloss";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** Asked for by all files alike, so that the first one installs for all. */
const packages = ["jupyter_kernel_test", "papermill", "jupyter_console"];

let found: Promise<Found> | undefined;

export function findJupyter(): Promise<Found> {
  found ??= inTurn(find);
  return found;
}

/** For `test(…, { skip: skipWithout(found) }, …)`. */
export const skipWithout = (jupyter: Found): string | false => ("reason" in jupyter ? jupyter.reason : false);

async function find(): Promise<Found> {
  let folder: string;
  try {
    folder = ensureJupyter(root, (line) => console.error(line), packages);
  } catch (error) {
    if (process.env.CI) throw error;
    return { reason: (error as Error).message.split("\n")[0] ?? "no Jupyter" };
  }
  const kernel = await installKernel({ name: kernelName, prefix: folder });
  teachPapermill(join(folder, "bin", "python"));
  // What tests execute is no one's history.
  process.env.JUPYTER_DATA_DIR = mkdtempSync(join(tmpdir(), "jupyter-data-"));
  process.once("exit", () => rmSync(process.env.JUPYTER_DATA_DIR ?? "", { recursive: true, force: true }));
  const { argv, env } = JSON.parse(readFileSync(join(kernel, "kernel.json"), "utf8")) as KernelSpec;
  return { root, program: (name) => join(folder, "bin", name), argv, env };
}

/** papermill learns TypeScript from a package beside the kernel. Every file that runs papermill is to find it whole. */
function teachPapermill(python: string): void {
  if (spawnSync(python, ["-c", "import genloss_papermill"]).status === 0) return;
  const source = join(root, "kernel", "jupyter", "python");
  const options = ["--quiet", "--disable-pip-version-check", "-e", source];
  const { status, stderr } = spawnSync(python, ["-m", "pip", "install", ...options], { encoding: "utf8" });
  if (status !== 0) throw new Error(`Cannot install genloss_papermill: pip ended with ${status}: ${stderr}`);
}

/** Test files run at the same time: one sets up, the others wait. */
async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), `genloss-venv-${createHash("sha1").update(root).digest("hex").slice(0, 12)}`);
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // A lock whose test was killed is no one's.
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 10 * 60_000) rmSync(lock, { recursive: true, force: true });
      await pause(100);
    }
  }
  try {
    return await run();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
