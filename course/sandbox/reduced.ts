import { inPlace } from "./inPlace.ts";
import { launchGroup } from "./launchGroup.ts";
import { nodeFlags } from "./nodeFlags.ts";
import { nodeOf } from "./nodeOf.ts";
import { requireReachable } from "./requireReachable.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxLimits } from "./sandboxLimits.ts";
import { slotUser } from "./slotUser.ts";

/** What helps where it is there. */
export interface ReducedTools {
  /** A POSIX shell sets the limits; Windows has none. */
  readonly sh?: string;
  /** Linux: ends the program with us, and leaves root. */
  readonly setpriv?: string;
}

/**
 * Level D, "reduced": Node's permissions keep a program from other files, from writing and from starting others, and a
 * shell sets limits. The network is open, and a link in a folder that may be read leads out of it. Node's documentation
 * calls its permissions a seat belt, not a guard against malicious code.
 * @see https://nodejs.org/api/permissions.html
 */
export function reducedSandbox({ sh, setpriv }: ReducedTools): Sandbox {
  const asRoot = process.getuid?.() === 0 && setpriv !== undefined;
  const launch: Sandbox["launch"] = (given) => {
    const request = inPlace(given);
    const { node, given: args } = nodeOf(request.program);
    const user = slotUser(request.slot);
    if (asRoot)
      for (const path of [node, ...request.readable.map(({ from }) => from)]) requireReachable(path);
    const words = [
      ...(setpriv ? [setpriv, "--pdeathsig=KILL", "--no-new-privs"] : []),
      ...(asRoot ? [`--reuid=${user}`, `--regid=${user}`, "--clear-groups"] : []),
      ...(sh ? [sh, "-c", `${shellLimits(request.limits)}; exec "$@"`, "sh"] : []),
      ...[node, ...nodeFlags(request), ...args],
    ];
    return launchGroup(words[0]!, words.slice(1), request.env);
  };
  return { level: "D", title: "Node's permissions and limits alone (reduced)", launch };
}

/** POSIX has `ulimit -f` (in blocks of 512 bytes); -t, -n, -c and -d (in kB) are in every shell that is a `sh`. */
function shellLimits({ cpuSeconds, dataBytes, fileBytes, openFiles }: SandboxLimits): string {
  const limits = [
    `-t ${cpuSeconds}`,
    `-f ${Math.ceil(fileBytes / 512)}`,
    `-n ${openFiles}`,
    "-c 0",
    // macOS takes it and counts nothing.
    ...(process.platform === "linux" ? [`-d ${Math.ceil(dataBytes / 1024)}`] : []),
  ];
  return limits.map((limit) => `ulimit ${limit} || exit 125`).join("; ");
}
