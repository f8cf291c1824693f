import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../kernel/refusal.ts";
import { takeFolder } from "./takeFolder.ts";
import { venvProgram } from "./venvProgram.ts";
import { withLock } from "./withLock.ts";

/** A Python environment of the project's own. */
export interface PythonEnvironment {
  /** Its name in the project's folder, such as ".venv". */
  readonly folder: string;
  /** As pip takes them: "nbclient", "jupyterlab==4.6.*", "nbgrader==0.9.6". */
  readonly packages: readonly string[];
  /** What it is for, as it stands after "Cannot" in a message. */
  readonly purpose: string;
  /** Who makes it. */
  readonly maker: string;
  /** What to do when somebody else's stands there. */
  readonly advice: string;
  /** What to do when it cannot be had. */
  readonly otherwise: string;
  /** How large it is, and how long it takes. */
  readonly weight: string;
}

/** JupyterLab starts a script of its own with Node, which would take our package.json to be about it. */
const mark = '{ "type": "commonjs" }\n';

/**
 * Gives a Python environment in the project, made on first use. Nothing outside the project is touched, and no
 * environment that somebody else made.
 *
 * @param root the project's folder
 * @returns the environment's folder
 * @throws {Refusal} (exit code 2) if the folder is somebody else's, there is no Python, or the packages cannot be had; it says what to do
 */
export function ensurePython(
  root: string,
  environment: PythonEnvironment,
  onProgress: (line: string) => void,
): string {
  const folder = join(root, environment.folder);
  return withLock(`${folder}.lock`, () => ensure(folder, environment, onProgress));
}

function ensure(folder: string, environment: PythonEnvironment, onProgress: (line: string) => void): string {
  const { packages, purpose, maker, advice, otherwise } = environment;
  const python = venvProgram(folder, "python");
  const names = packages.map((name) => name.replace(/[=<>].*$/, ""));
  takeFolder(folder, mark, { purpose, maker, advice });
  if (existsSync(python) && hasPackages(python, packages)) return folder;

  // Also where an earlier attempt was broken off before it had pip.
  if (!existsSync(python) || spawnSync(python, ["-m", "pip", "--version"]).status !== 0)
    makeEnvironment(folder, environment, onProgress);
  onProgress(
    `Installing ${names.join(", ")} in ${environment.folder}: ${environment.weight}, once; it may take minutes …`,
  );
  const pip = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--retries",
    "1",
    ...packages,
  ];
  const installed = spawnSync(python, pip, { encoding: "utf8" });
  if (installed.status !== 0) {
    const words = (installed.stderr ?? "").trim().split("\n").slice(-5).join("\n");
    throw new Refusal(
      `Cannot ${purpose}: pip could not install ${names.join(", ")}\n${words}\n` +
        `  Try   with a network, this command again: it goes on where it stopped${otherwise}`,
      2,
    );
  }
  return folder;
}

/** Whether all are there; one that is asked for with its whole version, in that version. */
function hasPackages(python: string, packages: readonly string[]): boolean {
  const check = `import importlib.metadata as m, sys
for p in sys.argv[1:]:
    name, _, version = p.partition("==")
    found = m.version(name)
    assert not version or "*" in version or found == version`;
  return spawnSync(python, ["-c", check, ...packages]).status === 0;
}

function makeEnvironment(
  folder: string,
  { folder: name, purpose, otherwise }: PythonEnvironment,
  onProgress: (line: string) => void,
): void {
  const found = ["python3", "python"].find((command) => {
    const { status, stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
    return status === 0 && stdout.startsWith("Python 3");
  });
  if (found === undefined) {
    throw new Refusal(
      `Cannot ${purpose}: Python 3 must be installed, and was not found\n  Try   your system's package manager, then this command again${otherwise}`,
      2,
    );
  }
  onProgress(`Making a Python environment in ${name} …`);
  const made = spawnSync(found, ["-m", "venv", folder], { encoding: "utf8" });
  if (made.status === 0) return;
  throw new Refusal(
    `Cannot ${purpose}: ${found} -m venv failed\n${(made.stderr || made.stdout || "").trim()}`,
    2,
  );
}
