import type { SpawnOptions } from "node:child_process";
import { answerWithin } from "./answerWithin.ts";
import { endGroup, startGroup } from "./processGroup.ts";

export interface ProgramOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that failed, with what it wrote. */
export class ProgramFailed extends Error implements ProgramOutput {
  readonly stdout: string;
  readonly stderr: string;
  constructor(message: string, { stdout, stderr }: ProgramOutput) {
    super(`${message}\n${stderr.slice(-4000)}`.trim());
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

/** The longest, a chapter in nbconvert, takes two minutes on a busy machine. */
const patienceMs = 10 * 60_000;

/**
 * Runs a program outside this project to its end, in a process group of its own.
 *
 * @throws {NoAnswer} if it has not ended after ten minutes; then it is killed, with all that it started
 * @throws {ProgramFailed} if it ends with another code than 0
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, "cwd" | "env"> & { patienceMs?: number } = {},
): Promise<ProgramOutput> {
  const child = startGroup(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const name = `${command.split(/[\\/]/).at(-1)} ${args.join(" ").slice(0, 80)}`;
  const ended = new Promise<ProgramOutput>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new ProgramFailed(`${name} ended with ${signal ?? `code ${code}`}`, output));
    });
  });
  try {
    return await answerWithin(options.patienceMs ?? patienceMs, name, ended, () => endGroup(child));
  } finally {
    endGroup(child);
  }
}
