// The commands of the package that students get: it brings the kernel, and nothing that knows of solutions.
import { kernelCommand } from "./commands/kernel.ts";
import { labCommand } from "./commands/lab.ts";
import { runCommand } from "./commands/run.ts";
import { runCommands } from "./runCommands.ts";

// Beside the notebooks, and not in node_modules, where the next install would take it away.
const here = process.cwd();

await runCommands("Generation Loss: run notebooks, serve Jupyter", [
  runCommand(),
  kernelCommand(),
  labCommand({ home: here, notebooks: here, called: "the notebooks in this folder" }),
]);
