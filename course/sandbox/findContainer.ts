import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { ContainerTools } from "./container.ts";
import { findProgram } from "./findProgram.ts";

const run = promisify(execFile);

/** An engine that answers and has the image, or why there is none and what to do. */
export type FoundContainer = ContainerTools | { readonly why: string; readonly advice: string };

/** Looks for Docker, then Podman. Nothing is downloaded: the image has to be there. */
export async function findContainer(
  path: string,
  image: string,
  patienceMs: number,
): Promise<FoundContainer> {
  let nearest = { why: "neither docker nor podman is there", advice: "install Docker or Podman" };
  for (const name of ["docker", "podman"]) {
    const engine = findProgram(name, path);
    if (engine === undefined) continue;
    const ask = (...args: string[]): Promise<string | undefined> =>
      run(engine, args, { timeout: patienceMs }).then(
        ({ stdout }) => stdout,
        () => undefined,
      );
    const info = await ask("info", "--format", "{{json .}}");
    if (info === undefined || !isRunning(info)) {
      nearest = { why: `${name} does not answer`, advice: `start it, until \`${name} info\` answers` };
    } else if ((await ask("image", "inspect", image)) === undefined) {
      nearest = { why: `${name} has no image ${image}`, advice: `${name} pull ${image}` };
    } else {
      const runtime = gvisorOf(info);
      return { engine, image, ...(runtime !== undefined && { runtime }) };
    }
  }
  return nearest;
}

/** Without its daemon Docker's program ends well, and tells of errors in its answer. */
function isRunning(info: string): boolean {
  const { ServerErrors: errors } = JSON.parse(info) as { ServerErrors?: readonly string[] | null };
  return errors === undefined || errors === null || errors.length === 0;
}

/** gVisor's installer registers it with Docker as "runsc". https://gvisor.dev/docs/user_guide/install/ */
function gvisorOf(info: string): string | undefined {
  const { Runtimes: runtimes = {} } = JSON.parse(info) as { Runtimes?: Record<string, unknown> };
  return Object.keys(runtimes).find((name) => name.startsWith("runsc"));
}
