import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bookCommand } from "./commands/book.ts";
import { checkCommand } from "./commands/check.ts";
import { courseCommand } from "./commands/course.ts";
import { kernelCommand } from "./commands/kernel.ts";
import { labCommand } from "./commands/lab.ts";
import { nativeCommand } from "./commands/native.ts";
import { packCommand } from "./commands/pack.ts";
import { queueCommand } from "./commands/queue.ts";
import { runCommand } from "./commands/run.ts";
import { sweepCommand } from "./commands/sweep.ts";
import { workerCommand } from "./commands/worker.ts";
import { runCommands } from "./runCommands.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

await runCommands("Generation Loss: run notebooks, build the book, serve Jupyter", [
  runCommand(),
  checkCommand(),
  bookCommand(),
  courseCommand(),
  sweepCommand(),
  workerCommand(),
  queueCommand(),
  kernelCommand(),
  labCommand({ home: root, notebooks: join(root, "notebooks"), called: "the chapters" }),
  nativeCommand(),
  packCommand(),
]);
