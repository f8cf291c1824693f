import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { Refusal } from "../kernel/refusal.ts";

/** `genloss` with these commands: reads the arguments, runs what they name, says what failed, sets the exit code. */
export async function runCommands(description: string, commands: readonly Command[]): Promise<void> {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const program = new Command("genloss")
    .description(description)
    .version((JSON.parse(manifest) as { version: string }).version)
    .showHelpAfterError()
    .exitOverride()
    .addHelpText("after", "\nExit codes: 0 fine, 1 a check failed, 2 wrong use, 3 our bug");
  for (const command of commands) program.addCommand(command);
  inherit(program);
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
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
