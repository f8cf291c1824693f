import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { installKernel } from "../../kernel/jupyter/install/installKernel.ts";
import { defaultName } from "../../kernel/jupyter/install/kernelSpec.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { ensureJupyter } from "../ensureJupyter.ts";
import { venvProgram } from "../venvProgram.ts";

/** Where the command works unless it is told otherwise. */
interface LabPlaces {
  /** The folder that gets `.venv`. */
  readonly home: string;
  readonly notebooks: string;
  /** What the notebooks are called in the help. */
  readonly called: string;
}

/** `genloss lab`: JupyterLab with the kernel and the notebooks, in an environment of the project's own. */
export function labCommand({ home, notebooks, called }: LabPlaces): Command {
  return new Command("lab")
    .description(
      `open ${called}, or a folder of notebooks, in JupyterLab; the first time, install it in .venv`,
    )
    .argument("[folder]", `where the notebooks are; ${called} by default`)
    .argument("[options...]", "passed on to jupyter lab, after --")
    .addHelpText("after", "\nExample: genloss lab -- --no-browser --port=9999")
    .action((given: string | undefined, more: string[]) => lab({ home, notebooks }, given, more));
}

async function lab(
  { home, notebooks }: Omit<LabPlaces, "called">,
  given: string | undefined,
  more: string[],
): Promise<void> {
  const isFolder = given !== undefined && !given.startsWith("-");
  const folder = isFolder ? resolve(given) : notebooks;
  if (!existsSync(folder)) throw new Refusal(`Cannot open ${folder}: there is no such folder`, 2);
  const options = isFolder || given === undefined ? more : [given, ...more];

  const say = (line: string): void => console.error(line);
  const environment = ensureJupyter(home, say);
  await installKernel({ name: defaultName, prefix: environment });
  say("Starting JupyterLab; Ctrl+C ends it …");
  // By Python, not by the `jupyter` beside it: that one names the folder it was installed in, and folders move.
  const args = ["-m", "jupyterlab", "--notebook-dir", folder, "-y", ...asRoot(), ...options];
  // In a process group of its own: Ctrl+C in a terminal would reach it beside our word, and a second one breaks it off.
  const server = spawn(venvProgram(environment, "python"), args, {
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => server.kill("SIGTERM")); // ends without a question, and ends the kernels
  process.exitCode = await new Promise<number>((done, fail) => {
    server.once("error", fail);
    server.once("exit", (code) => done(code ?? 0));
  });
}

/** In a container one is often root, which Jupyter refuses unless told; it listens on this machine only. */
const asRoot = (): string[] => (process.getuid?.() === 0 ? ["--allow-root"] : []);
