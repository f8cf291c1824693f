import { type KernelClient, startKernel } from "../../kernel/jupyter/install/client.ts";
import type { Peer } from "./peers.ts";

/** How long a kernel may take for anything, in ms. */
export const patienceMs = 20_000;

/** Starts a kernel, which writes without colours. */
export const start = ({ argv, env }: Peer, cwd: string): Promise<KernelClient> =>
  startKernel(argv, cwd, { ...process.env, ...env, NO_COLOR: "1" });

/** Runs a cell. @returns the status of its reply, or that there was none in time */
export async function run(
  kernel: KernelClient,
  code: string,
  metadata: Record<string, unknown> = {},
): Promise<unknown> {
  const asked = kernel.ask("execute_request", request(code), "shell", undefined, metadata);
  const answer = await Promise.race([asked, pause(patienceMs)]);
  return answer?.reply.content.status ?? "hangs";
}

/** What asks for a cell. */
export const request = (code: string): Record<string, unknown> => ({
  code,
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
});

/** How long it took, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export const pause = (ms: number): Promise<undefined> =>
  new Promise((done) => setTimeout(() => done(undefined), ms).unref?.());
