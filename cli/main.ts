import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { Refusal } from "../kernel/refusal.ts";
import { bookCommand } from "./commands/book.ts";
import { checkCommand } from "./commands/check.ts";
import { courseCommand } from "./commands/course.ts";
import { kernelCommand } from "./commands/kernel.ts";
import { labCommand } from "./commands/lab.ts";
import { nativeCommand } from "./commands/native.ts";
import { packCommand } from "./commands/pack.ts";
import { runCommand } from "./commands/run.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const program = new Command("genloss")
  .description("Generation Loss: run notebooks, build the book, serve Jupyter")
  .version(version)
  .showHelpAfterError()
  .exitOverride()
  .addHelpText("after", "\nExit codes: 0 fine, 1 a check failed, 2 wrong use, 3 our bug")
  .addCommand(runCommand())
  .addCommand(checkCommand())
  .addCommand(bookCommand())
  .addCommand(courseCommand())
  .addCommand(kernelCommand())
  .addCommand(labCommand())
  .addCommand(nativeCommand())
  .addCommand(packCommand());
inherit(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what failed and gives the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // Commander has said it
  if (error instanceof Refusal) {
    console.error(error.message);
    return error.exitCode;
  }
  console.error("This is a bug in genloss; please report it with these lines:");
  console.error(error);
  return 3;
}

/** Commands inside commands, too, leave with our exit codes. */
function inherit(command: Command): void {
  for (const inner of command.commands) inherit(inner.copyInheritedSettings(command));
}
