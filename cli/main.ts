import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { runCommands } from "./runCommands.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Each with what it needs: whoever runs a notebook does not wait for the course kit. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./commands/run.ts")).runCommand(),
  check: async () => (await import("./commands/check.ts")).checkCommand(),
  book: async () => (await import("./commands/book.ts")).bookCommand(),
  course: async () => (await import("./commands/course.ts")).courseCommand(),
  sweep: async () => (await import("./commands/sweep.ts")).sweepCommand(),
  worker: async () => (await import("./commands/worker.ts")).workerCommand(),
  queue: async () => (await import("./commands/queue.ts")).queueCommand(),
  kernel: async () => (await import("./commands/kernel.ts")).kernelCommand(),
  lab: async () => {
    const { labCommand } = await import("./commands/lab.ts");
    return labCommand({ home: root, notebooks: join(root, "notebooks"), called: "the chapters" });
  },
  native: async () => (await import("./commands/native.ts")).nativeCommand(),
  pack: async () => (await import("./commands/pack.ts")).packCommand(),
};

const [named = ""] = process.argv.slice(2);
const wanted = Object.hasOwn(commands, named) ? [commands[named]!] : Object.values(commands);
await runCommands(
  "Generation Loss: run notebooks, build the book, serve Jupyter",
  await Promise.all(wanted.map((command) => command())),
);
