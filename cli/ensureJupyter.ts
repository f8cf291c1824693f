import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../kernel/refusal.ts";

/** What the local environment holds: the versions that the kernel is tested with. */
const packages = ["jupyterlab==4.6.*", "ipywidgets==8.*", "nbclient", "nbconvert"];

/**
 * Gives the project's own Jupyter in `.venv`, made on first use. Nothing outside the project is touched.
 *
 * @param root the project's folder
 * @param more packages needed beyond JupyterLab
 * @returns the environment's folder
 * @throws {Refusal} (exit code 2) if there is no Python, or the packages cannot be had; it says what to do
 */
export function ensureJupyter(
  root: string,
  onProgress: (line: string) => void,
  more: readonly string[] = [],
): string {
  const folder = join(root, ".venv");
  const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const wanted = [...packages, ...more];
  if (!existsSync(python)) {
    const found = ["python3", "python"].find((command) => spawnSync(command, ["--version"]).status === 0);
    if (found === undefined) {
      throw new Refusal(
        "Cannot set up Jupyter: Python 3 must be installed, and was not found\n  Try   your system's package manager, then this command again",
        2,
      );
    }
    onProgress("Making .venv …");
    const made = spawnSync(found, ["-m", "venv", folder], { encoding: "utf8" });
    if (made.status !== 0) {
      throw new Refusal(
        `Cannot set up Jupyter: python -m venv failed\n${(made.stderr || made.stdout || "").trim()}`,
        2,
      );
    }
  }
  const check = `import importlib.metadata as m,sys\nfor p in sys.argv[1:]: m.version(p)`;
  const names = wanted.map((name) => name.replace(/[=<>].*$/, ""));
  if (spawnSync(python, ["-c", check, ...names]).status === 0) return folder;
  onProgress(`Installing ${names.join(", ")} in .venv …`);
  const installed = spawnSync(
    python,
    ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...wanted],
    {
      encoding: "utf8",
    },
  );
  if (installed.status !== 0) {
    const words = (installed.stderr ?? "").trim().split("\n").slice(-5).join("\n");
    throw new Refusal(`Cannot set up Jupyter: pip could not install ${names.join(", ")}\n${words}`, 2);
  }
  return folder;
}
