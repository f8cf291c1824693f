import type { ChildProcess } from "node:child_process";
import { type KernelClient, startKernel } from "../../kernel/jupyter/install/client.ts";
import { answerWithin } from "./answerWithin.ts";
import { endGroup, startGroup } from "./processGroup.ts";

/** The slowest cell of a chapter takes half a minute on an idle machine. */
const patienceMs = 5 * 60_000;

export interface KernelToBound {
  readonly name: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Longest wait for one answer. */
  readonly patienceMs?: number;
}

/**
 * Starts a kernel in a process group of its own, whose every answer, the first included, comes within a bound.
 * One that is silent for longer is killed with its children, and what waits for it fails with `NoAnswer`.
 */
export async function boundedKernel(kernel: KernelToBound): Promise<KernelClient> {
  let group: ChildProcess | undefined;
  const end = (): void => group && endGroup(group);
  const within = <T>(what: string, answer: Promise<T>): Promise<T> =>
    answerWithin(kernel.patienceMs ?? patienceMs, `${kernel.name}, ${what}`, answer, end);

  const starting = startKernel(kernel.argv, kernel.cwd, kernel.env, (command, args, options) => {
    group = startGroup(command, args, options);
    return group;
  });
  const client = await within("its start", starting);
  return {
    process: client.process,
    ask: (type, content, ...more) =>
      within(`${type} ${String(content.code ?? "").slice(0, 60)}`, client.ask(type, content, ...more)),
    async close() {
      end();
      await client.close();
    },
  };
}
