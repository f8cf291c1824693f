import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../kernel/refusal.ts";
import { takeFolder } from "./takeFolder.ts";
import { venvProgram } from "./venvProgram.ts";
import { withLock } from "./withLock.ts";

/** What the local environment holds: the versions that the kernel is tested with. */
const packages = ["jupyterlab==4.6.*", "ipywidgets==8.*", "nbclient", "nbconvert"];

const without = "\n  Or     npx genloss kernel install --user, with a Jupyter or VS Code that you have";

/** JupyterLab starts a script of its own with Node, which would take our package.json to be about it. */
const mark = '{ "type": "commonjs" }\n';

/**
 * Gives the project's own Jupyter in `.venv`, made on first use. Nothing outside the project is touched, and no
 * environment that somebody else made.
 *
 * @param root the project's folder
 * @param more packages needed beyond JupyterLab
 * @returns the environment's folder
 * @throws {Refusal} (exit code 2) if `.venv` is somebody else's, there is no Python, or the packages cannot be had; it says what to do
 */
export function ensureJupyter(
  root: string,
  onProgress: (line: string) => void,
  more: readonly string[] = [],
): string {
  return withLock(join(root, ".venv.lock"), () => ensure(root, onProgress, more));
}

function ensure(root: string, onProgress: (line: string) => void, more: readonly string[]): string {
  const folder = join(root, ".venv");
  const python = venvProgram(folder, "python");
  const wanted = [...packages, ...more];
  const names = wanted.map((name) => name.replace(/[=<>].*$/, ""));
  takeFolder(folder, mark, {
    purpose: "set up Jupyter",
    maker: "genloss lab",
    advice: `to move it away, or to use the Jupyter in it:  npx genloss kernel install --prefix ${folder}`,
  });
  if (existsSync(python) && hasPackages(python, names)) return folder;

  // Also where an earlier attempt was broken off before it had pip.
  if (!existsSync(python) || spawnSync(python, ["-m", "pip", "--version"]).status !== 0)
    makeEnvironment(folder, onProgress);
  onProgress(`Installing ${names.join(", ")} in .venv: about 200 MB, once; it may take minutes …`);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1", ...wanted];
  const installed = spawnSync(python, pip, { encoding: "utf8" });
  if (installed.status !== 0) {
    const words = (installed.stderr ?? "").trim().split("\n").slice(-5).join("\n");
    throw new Refusal(
      `Cannot set up Jupyter: pip could not install ${names.join(", ")}\n${words}\n` +
        `  Try   with a network, this command again: it goes on where it stopped${without}`,
      2,
    );
  }
  return folder;
}

function hasPackages(python: string, names: readonly string[]): boolean {
  const check = "import importlib.metadata as m,sys\nfor p in sys.argv[1:]: m.version(p)";
  return spawnSync(python, ["-c", check, ...names]).status === 0;
}

function makeEnvironment(folder: string, onProgress: (line: string) => void): void {
  const found = ["python3", "python"].find((command) => {
    const { status, stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
    return status === 0 && stdout.startsWith("Python 3");
  });
  if (found === undefined) {
    throw new Refusal(
      `Cannot set up Jupyter: Python 3 must be installed, and was not found\n  Try   your system's package manager, then this command again${without}`,
      2,
    );
  }
  onProgress("Making a Python environment in .venv …");
  const made = spawnSync(found, ["-m", "venv", folder], { encoding: "utf8" });
  if (made.status === 0) return;
  throw new Refusal(
    `Cannot set up Jupyter: ${found} -m venv failed\n${(made.stderr || made.stdout || "").trim()}`,
    2,
  );
}
