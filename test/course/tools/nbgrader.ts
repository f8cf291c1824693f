import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePython } from "../../../cli/ensurePython.ts";
import { installKernel } from "../../../kernel/jupyter/install/installKernel.ts";
import { type ProgramOutput, runProgram } from "../../tools/runProgram.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A chapter takes ten minutes where seven others want the machine, too. */
const patienceMs = 20 * 60_000;

/** The newest on PyPI. */
export const version = "0.9.6";

/** Apart from `.venv`: what nbgrader adds to JupyterLab is not what readers have. */
const environment = {
  folder: ".nbgrader",
  packages: [`nbgrader==${version}`],
  purpose: "set up nbgrader",
  maker: "the tests",
  advice: "to move it away",
  otherwise: "",
  weight: "about 300 MB",
};

/** nbgrader with the kernel in its environment. */
export interface Nbgrader {
  /**
   * Runs commands in a course's folder, as "nbgrader" with these arguments would.
   *
   * @param assignment whose marks are wanted
   */
  run(cwd: string, commands: readonly (readonly string[])[], assignment?: string): Promise<ProgramOutput>;
}

/** nbgrader, or why there is none: then tests are skipped with that reason; in CI it is an error. */
export type Found = Nbgrader | { readonly reason: string };

export async function findNbgrader(): Promise<Found> {
  let folder: string;
  try {
    folder = ensurePython(root, environment, (line) => console.error(line));
  } catch (error) {
    if (process.env.CI) throw error;
    return { reason: (error as Error).message.split("\n")[0] ?? "no nbgrader" };
  }
  await installKernel({ name: "genloss", prefix: folder });
  // What tests execute is no one's history, and no one's configuration holds for them.
  const own = mkdtempSync(join(tmpdir(), "nbgrader-"));
  process.once("exit", () => rmSync(own, { recursive: true, force: true }));
  const places = { JUPYTER_DATA_DIR: own, JUPYTER_CONFIG_DIR: own, IPYTHONDIR: own };
  const bin = join(folder, "bin");
  // It starts a program of its own by name.
  const PATH = `${bin}${delimiter}${process.env.PATH}`;
  const script = fileURLToPath(new URL("./runs.py", import.meta.url));
  return {
    run: (cwd, commands, assignment) =>
      runProgram(
        join(folder, "bin", "python"),
        [script, JSON.stringify(commands), ...(assignment === undefined ? [] : [assignment])],
        {
          cwd,
          env: { ...process.env, ...places, PATH },
          patienceMs,
        },
      ),
  };
}
