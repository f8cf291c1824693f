import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { installKernel } from "../../kernel/jupyter/install/installKernel.ts";
import { defaultName } from "../../kernel/jupyter/install/kernelSpec.ts";
import { ensureJupyter } from "../ensureJupyter.ts";

/** `genloss lab`: JupyterLab with the kernel and the chapters, in an environment of the project's own. */
export function labCommand(): Command {
  return new Command("lab")
    .description("open the chapters in JupyterLab; the first time, install it in .venv")
    .argument("[options...]", "passed on to jupyter lab, after --")
    .action(lab);
}

async function lab(options: string[]): Promise<void> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const folder = ensureJupyter(root, (line) => console.error(line));
  await installKernel({ name: defaultName, prefix: folder });
  const jupyter = join(folder, "bin", "jupyter");
  const server = spawn(jupyter, ["lab", "--notebook-dir", join(root, "notebooks"), ...options], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
  process.exitCode = await new Promise<number>((done) => server.once("exit", (code) => done(code ?? 0)));
}
